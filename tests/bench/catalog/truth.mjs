// The right answers, by looking at every listing for every query: slow, and too simple to be
// wrong in the way that an index is.
import { FACETS, chineseRuns, latinWords } from "../page/facts.mjs";

/** Most hits that an answer gives. */
export const MOST = 50;

/** Counts one listing after another. */
export class Truth {
  constructor(queries, count) {
    this.queries = queries;
    this.answers = queries.map(() => ({
      total: 0,
      found: new Uint8Array((count + 7) >> 3),
      counts: Object.fromEntries(FACETS.map((facet) => [facet, {}])),
      newest: [],
    }));
  }

  /** Adds the next listing, as `factsOf` reads it. */
  add(facts) {
    const latin = ` ${facts.texts.flatMap(latinWords).join(" ")} `;
    const chinese = facts.texts.flatMap(chineseRuns).join(" ");
    for (const query of this.queries) {
      if (holds(query, latin, chinese) && within(query, facts)) this.count(query, facts);
    }
  }

  count(query, facts) {
    const answer = this.answers[query.number];
    const failed = Object.entries(query.choices)
      .filter(([facet, chosen]) => !facts.values[facet].some((value) => chosen.includes(value)))
      .map(([facet]) => facet);
    if (failed.length > 1) return;
    // A facet is counted without its own choice: what fails that alone is counted there.
    for (const facet of failed.length ? failed : FACETS) {
      const counts = answer.counts[facet];
      for (const value of facts.values[facet]) counts[value] = (counts[value] ?? 0) + 1;
    }
    if (failed.length) return;
    answer.total += 1;
    const place = placeOf(facts.id);
    answer.found[place >> 3] |= 1 << (place & 7);
    if (query.sort) {
      answer.newest.push([facts.modified, facts.id]);
      if (answer.newest.length > 20 * MOST) answer.newest = newest(answer.newest);
    }
  }

  /** What is wrong with the answer to a query; nothing when it is right. */
  faults(query, { total, hits, counts }) {
    const right = this.answers[query.number];
    const faults = [];
    if (total !== right.total) faults.push(`total ${total} instead of ${right.total}`);
    for (const facet of FACETS) {
      const values = new Set([...Object.keys(counts[facet]), ...Object.keys(right.counts[facet])]);
      for (const value of values) {
        const [said, is] = [counts[facet][value] ?? 0, right.counts[facet][value] ?? 0];
        if (said !== is) faults.push(`${facet} ${value}: ${said} instead of ${is}`);
      }
    }
    const wanted = Math.min(MOST, right.total);
    if (new Set(hits).size !== wanted) faults.push(`${hits.length} hits instead of ${wanted}`);
    const isRight = (place) => (right.found[place >> 3] >> (place & 7)) & 1;
    const strange = hits.find((id) => !isRight(placeOf(id)));
    if (strange) faults.push(`hit ${strange} does not match`);
    if (query.sort) {
      const wanted = newest(right.newest);
      const at = wanted.findIndex(([, id], at) => id !== hits[at]);
      if (at >= 0) faults.push(`hit ${at + 1} is ${hits[at]} instead of ${wanted[at][1]}`);
    }
    return faults;
  }
}

const placeOf = (id) => Number(id.slice(1));

const newest = (dated) => dated.sort(([a, x], [b, y]) => b - a || (x < y ? -1 : 1)).slice(0, MOST);

function holds({ words, prefix, run }, latin, chinese) {
  return (
    words.every((word) => latin.includes(` ${word} `)) &&
    (!prefix || latin.includes(` ${prefix}`)) &&
    (!run || chinese.includes(run))
  );
}

function within({ range }, facts) {
  return !range || (facts[range.field] >= range.from && facts[range.field] <= range.to);
}
