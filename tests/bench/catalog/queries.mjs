// The 200 queries: drawn from the listings themselves, so that each finds something.
import { factsOf, chineseRuns, latinWords } from "../page/facts.mjs";
import { below, chance } from "./chance.mjs";
import { head, listing } from "./listings.mjs";

/** Queries are drawn from the first listings, which every size of catalog has. */
const FROM = 5_000;
const SEED = 7;

export const CLASSES = {
  english: "English, 1 to 3 words",
  chinese: "Chinese, 2 to 4 characters",
  prefix: "a word being typed",
  facets: "1 to 3 facets",
  range: "price or date range",
  newest: "newest first",
};

/**
 * The queries for a catalog of `count` listings. `words` are whole words, `prefix` the beginning
 * of one more, `run` Chinese characters that stand side by side; all must be found. Values of one
 * facet are joined by OR, facets by AND.
 */
export function queries(count) {
  const random = chance(SEED);
  const facts = factsOf(head());
  const any = () => facts(listing(below(random, Math.min(count, FROM))));
  // What people look for is what listings are about: their titles and descriptions.
  const texts = (from) => [...from.texts.slice(0, 2), ...from.texts.slice(-2)];
  const words = (from, atLeast) => {
    const all = texts(from).flatMap(latinWords).filter((word) => word.length >= atLeast);
    return () => all[below(random, all.length)];
  };
  const english = (number) => {
    const word = words(any(), 3);
    return { words: [...new Set(Array.from({ length: number }, word))] };
  };
  const chinese = (length) => {
    for (;;) {
      const runs = texts(any()).flatMap(chineseRuns).filter((run) => run.length >= length);
      const run = runs[below(random, runs.length)];
      if (run) {
        const at = below(random, run.length - length + 1);
        return { run: run.slice(at, at + length) };
      }
    }
  };
  const typing = () => {
    const word = words(any(), 4);
    const [first, second] = [word(), word()];
    return [
      { prefix: first.slice(0, 2) },
      { prefix: first.slice(0, 4) },
      { words: [first], prefix: second.slice(0, 1) },
      { words: [first], prefix: second.slice(0, 3) },
    ];
  };
  const order = ["exchange", "category", "price", "format", "place", "update", "provider"];
  const facets = (number) => {
    const [one, other] = [any(), any()];
    const from = below(random, order.length);
    const chosen = Array.from({ length: number }, (_, at) => order[(from + at * 2) % order.length]);
    const values = (facet) => [...new Set([one.values[facet][0], ...(random() < 0.3 ? [other.values[facet][0]] : [])])];
    return { choices: Object.fromEntries(chosen.map((facet) => [facet, values(facet)])) };
  };
  const range = (at) => {
    if (at % 2) {
      const from = 2020 + below(random, 3);
      return { range: { field: "modified", from: from * 10_000 + 301, to: (from + 1) * 10_000 + 630 } };
    }
    // In cents, as prices are.
    const from = Math.round(10 ** (random() * 4) * 100) / 100;
    return { range: { field: "amount", from, to: Math.round(from * 1_000) / 100 } };
  };
  const newest = (at) => ({ ...[{}, facets(1), english(1)][at % 3], sort: "newest" });

  const of = (kind, number, make) => Array.from({ length: number }, (_, at) => ({ kind, ...make(at) }));
  return [
    ...of("english", 60, (at) => english(1 + (at % 3))),
    ...of("chinese", 50, (at) => chinese(2 + (at % 3))),
    ...Array.from({ length: 10 }, typing).flat().map((query) => ({ kind: "prefix", ...query })),
    ...of("facets", 30, (at) => facets(1 + (at % 3))),
    ...of("range", 10, range),
    ...of("newest", 10, newest),
  ].map((query, number) => ({ number, words: [], choices: {}, ...query }));
}
