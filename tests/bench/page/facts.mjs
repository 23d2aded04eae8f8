// What every engine but ours is given of a listing: its texts, and its values in the seven facets.
// The brute-force count reads the same, so that all are asked about the same things.

export const FACETS = ["category", "exchange", "provider", "format", "price", "update", "place"];

// Two words for the price kind and the update class of the shop.
const PRICES = { fixed: "number", free: "free", negotiable: "negotiable", unknown: "not_stated" };
const CLASSES = {
  continuous: "daily", P1D: "daily", P7D: "monthly", P1M: "monthly", P3M: "yearly", P1Y: "yearly",
  irregular: "irregular", never: "never",
};

/** Reads listings of a catalog whose head is `root`. */
export function factsOf(root) {
  const byId = (records) => new Map(records.map((record) => [record.id, record]));
  const [categories, providers, exchanges] = [root.categories, root.organizations, root.exchanges].map(byId);
  const lineage = (id) => {
    const { label, parent } = categories.get(id);
    return [{ id, label }, ...(parent ? lineage(parent) : [])];
  };
  const lines = new Map([...categories.keys()].map((id) => [id, lineage(id)]));
  return (listing) => {
    const line = lines.get(listing.categories[0]);
    const offer = listing.offers[0];
    const texts = [
      listing.title,
      ...listing.keywords,
      providers.get(listing.provider).name,
      exchanges.get(listing.exchange).name,
      ...line.map((category) => category.label),
      listing.description,
    ];
    return {
      id: listing.id,
      texts: texts.flatMap((text) => [text.zh, text.en]),
      values: {
        category: line.map((category) => category.id),
        exchange: [listing.exchange],
        provider: [listing.provider],
        format: listing.distributions.map((file) => file.format),
        price: [PRICES[offer.priceType]],
        update: [CLASSES[listing.updateFrequency]],
        place: [listing.spatial[0].region.zh],
      },
      amount: offer.price ? Number(offer.price.amount) : NaN,
      modified: Number(listing.modified.latest.replaceAll("-", "")),
    };
  };
}

/** Latin words of a text, in lower case. */
export const latinWords = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Runs of Chinese characters of a text. */
export const chineseRuns = (text) => text.match(/[\u4e00-\u9fff]+/g) ?? [];

/** Every two characters that stand side by side in a run. */
export function pairs(run) {
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}
