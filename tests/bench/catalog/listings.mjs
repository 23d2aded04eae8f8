// The invented catalog that every engine is given: `head()` is all but the listings, `listing(n)`
// the nth of them, the same for every size of catalog.
import { below, chance, seedOf, zipf } from "./chance.mjs";
import { CHINESE, ENGLISH } from "./words.mjs";

const SEED = 20_261_123;
const EXPONENT = 1.18;
const [TOPICS, SUBTOPICS, EXCHANGES, PROVIDERS, REGIONS, TAGS] = [20, 8, 15, 2_000, 33, 5_000];
export const FORMATS = "csv xlsx json xml parquet pdf geojson txt png mp4 wav zip".split(" ");
// Eight promises, of which the shop makes five classes.
const FREQUENCIES = ["P1M", "P1D", "P1Y", "irregular", "P3M", "P7D", "continuous", "never"];
const PRICES = [["fixed", 40], ["negotiable", 35], ["unknown", 15], ["free", 10]];

const english = zipf(ENGLISH.length, EXPONENT);
const chinese = zipf(CHINESE.length, EXPONENT);
const [provider, exchange, topic, tag] = [PROVIDERS, EXCHANGES, TOPICS * SUBTOPICS, TAGS].map((n) => zipf(n, 0.9));
// A topic says some words far more often than others do: a window of the vocabulary of its own.
const WINDOW = 300;
const inWindow = zipf(WINDOW, EXPONENT);

const name = (random, words) => ({
  zh: words(random, CHINESE, chinese, ""),
  en: words(random, ENGLISH, english, " "),
});
/** Two words of the less common ones, for things that have a name. */
const named = (seed, place) =>
  name(chance(seedOf(seed, place)), (random, list, _, between) =>
    [0, 1].map(() => list[2_000 + below(random, list.length - 2_000)]).join(between),
  );

const NAMES = {
  topic: Array.from({ length: TOPICS }, (_, at) => named(11, at)),
  subtopic: Array.from({ length: TOPICS * SUBTOPICS }, (_, at) => named(12, at)),
  exchange: Array.from({ length: EXCHANGES }, (_, at) => named(13, at)),
  provider: Array.from({ length: PROVIDERS }, (_, at) => named(14, at)),
  tag: Array.from({ length: TAGS }, (_, at) => named(15, at)),
};
const topicId = (at) => `t${at}`;
const subtopicId = (at) => `t${Math.floor(at / SUBTOPICS)}-${at % SUBTOPICS}`;

/** The catalog without its listings. */
export function head() {
  return {
    formatVersion: "0.1",
    id: "bench",
    title: { zh: "虚构挂牌（测速用）", en: "Invented listings (for measuring)" },
    defaultLanguage: "zh",
    languages: ["zh", "en"],
    categories: [
      ...NAMES.topic.map((label, at) => ({ id: topicId(at), label })),
      ...NAMES.subtopic.map((label, at) => ({
        id: subtopicId(at),
        label,
        parent: topicId(Math.floor(at / SUBTOPICS)),
      })),
    ],
    organizations: NAMES.provider.map((name, at) => ({ id: `p${at}`, name })),
    exchanges: NAMES.exchange.map((name, at) => ({ id: `x${at}`, name })),
    "x-invented": true,
  };
}

/** The listing at a place. */
export function listing(place) {
  const random = chance(seedOf(SEED, place));
  const about = topic(random);
  const words = (count, list, draw) =>
    Array.from({ length: count }, () => {
      const own = random() < 0.4 ? (about * 71 + inWindow(random)) % list.length : draw(random);
      return list[own];
    });
  const en = (count) => words(count, ENGLISH, english);
  const zh = (count) => words(count, CHINESE, chinese);
  return {
    id: `b${String(place).padStart(7, "0")}`,
    title: { zh: zh(4).join(""), en: capital(en(5).join(" ")) },
    description: {
      zh: sentences(zh(26 + below(random, 12)), "", "，", "。"),
      en: sentences(en(22 + below(random, 12)), " ", ", ", ". "),
    },
    productType: "dataset",
    status: "listed",
    exchange: `x${exchange(random)}`,
    provider: `p${provider(random)}`,
    categories: [subtopicId(about)],
    keywords: distinct(2 + below(random, 3), () => tag(random)).map((at) => NAMES.tag[at]),
    spatial: [region(below(random, REGIONS))],
    updateFrequency: FREQUENCIES[Math.floor(random() ** 1.5 * FREQUENCIES.length)],
    modified: date(random),
    distributions: distinct(1 + below(random, 3), () => Math.floor(random() ** 1.5 * FORMATS.length)).map(
      (at, number) => ({ id: `d${number}`, access: "download", format: FORMATS[at] }),
    ),
    offers: [{ id: "o", ...price(random) }],
  };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Commas and full stops among the words, so that not everything stands in one run. */
function sentences(words, between, comma, stop) {
  let text = "";
  words.forEach((word, at) => {
    const left = words.length - 1 - at;
    const sign = left === 0 ? stop.trim() : at % 13 === 12 ? stop : at % 7 === 6 ? comma : between;
    text += word + sign;
  });
  return capital(text);
}

function distinct(count, draw) {
  const found = new Set();
  for (let tries = 0; found.size < count && tries < 20; tries += 1) found.add(draw());
  return [...found];
}

const region = (at) => ({ region: { zh: `示例地区${at + 1}`, en: `Example region ${at + 1}` } });

/** A day of four past years, so that none is ever still to come. */
function date(random) {
  const day = new Date(Date.UTC(2020, 0, 1 + below(random, 1_460))).toISOString().slice(0, 10);
  return { earliest: day, latest: day, precision: "day", event: "modified" };
}

function price(random) {
  let part = random() * 100;
  const [priceType] = PRICES.find(([, share]) => (part -= share) < 0) ?? PRICES[0];
  if (priceType === "negotiable") return { priceType, negotiationChannel: "offline" };
  if (priceType !== "fixed") return { priceType };
  // From 1 to 100 000, as many cheap ones as dear ones; hardly an amount stands twice.
  const amount = (10 ** (random() * 5)).toFixed(2);
  return { priceType, price: { amount, currency: "CNY" }, billingModel: "one-time" };
}
