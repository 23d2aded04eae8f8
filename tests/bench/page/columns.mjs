// Facets over typed arrays, the same code for every engine but ours: libraries that search text
// only are given it, which makes them much stronger than they ship.
import { FACETS } from "./facts.mjs";

/** Facets in which a listing may have several values: a bit a value. */
const SEVERAL = new Set(["format"]);

/** One value a listing; in categories the child, from which the parent follows. */
class Column {
  constructor(facet, count) {
    this.facet = facet;
    this.several = SEVERAL.has(facet);
    this.values = [];
    this.numbers = new Map();
    this.parents = [];
    this.codes = new Uint16Array(count);
  }

  number(value) {
    let number = this.numbers.get(value);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.numbers.set(value, number);
      this.parents.push(-1);
    }
    return number;
  }

  set(doc, values) {
    if (this.several) {
      for (const value of values) this.codes[doc] |= 1 << this.number(value);
      return;
    }
    const [number, parent] = values.map((value) => this.number(value));
    if (parent !== undefined) this.parents[number] = parent;
    this.codes[doc] = number;
  }

  /** For each code whether it passes the choice. */
  allowed(chosen) {
    const numbers = chosen.map((value) => this.numbers.get(value) ?? -1);
    const passes = (code) =>
      this.several
        ? numbers.some((number) => number >= 0 && (code >> number) & 1)
        : numbers.includes(code) || numbers.includes(this.parents[code]);
    return Uint8Array.from({ length: this.codeCount() }, (_, code) => Number(Boolean(passes(code))));
  }

  codeCount() {
    return this.several ? 1 << this.values.length : this.values.length;
  }

  /** Counts by code made counts by value. */
  byValue(codes) {
    const counts = new Uint32Array(this.values.length);
    codes.forEach((count, code) => {
      if (!count) return;
      if (this.several) {
        for (let bit = 0; bit < counts.length; bit += 1) if ((code >> bit) & 1) counts[bit] += count;
      } else {
        counts[code] += count;
        if (this.parents[code] >= 0) counts[this.parents[code]] += count;
      }
    });
    return counts;
  }
}

/** All seven facets, price and date of every listing. */
export class Columns {
  constructor(count) {
    this.count = count;
    this.ids = new Array(count);
    this.columns = FACETS.map((facet) => new Column(facet, count));
    this.numbers = { amount: new Float64Array(count), modified: new Int32Array(count) };
    this.every = Uint32Array.from({ length: count }, (_, doc) => doc);
  }

  set(doc, facts) {
    this.ids[doc] = facts.id;
    for (const column of this.columns) column.set(doc, facts.values[column.facet]);
    this.numbers.amount[doc] = facts.amount;
    this.numbers.modified[doc] = facts.modified;
  }

  /** What can be made once for all queries. */
  finish() {
    const { modified } = this.numbers;
    // Ids rise with the place, so equal dates stay in the order of ids.
    this.byDate = this.every.slice().sort((a, b) => modified[b] - modified[a] || a - b);
    this.datePlace = new Uint32Array(this.count);
    this.byDate.forEach((doc, place) => (this.datePlace[doc] = place));
    this.whole = this.columns.map((column) => histogram(column, this.every, this.count));
  }

  /** Names of the values whose counts an answer gives. */
  values() {
    return Object.fromEntries(this.columns.map((column) => [column.facet, column.values]));
  }

  /** The answer to a query whose text `found` holds (in rising order, `null` for all). */
  answer(query, found, most) {
    const choices = this.columns.flatMap((column, at) => {
      const chosen = query.choices[column.facet];
      return chosen ? [{ at, codes: column.codes, allowed: column.allowed(chosen) }] : [];
    });
    let docs = found ?? this.every;
    if (query.range) docs = this.inRange(docs, query.range);
    const missed = choices.map(() => []);
    if (choices.length) docs = passing(docs, choices, missed);
    const counts = this.columns.map((column, at) => {
      if (docs === this.every) return column.byValue(this.whole[at]);
      const codes = histogram(column, docs, docs.length);
      const place = choices.findIndex((choice) => choice.at === at);
      if (place >= 0) for (const doc of missed[place]) codes[column.codes[doc]] += 1;
      return column.byValue(codes);
    });
    const hits = query.sort ? this.newest(docs, most) : docs.subarray(0, most);
    return { total: docs.length, hits: Array.from(hits, (doc) => this.ids[doc]), counts };
  }

  inRange(docs, { field, from, to }) {
    const numbers = this.numbers[field];
    const kept = new Uint32Array(docs.length);
    let length = 0;
    for (let at = 0; at < docs.length; at += 1) {
      const number = numbers[docs[at]];
      if (number >= from && number <= to) kept[length++] = docs[at];
    }
    return kept.subarray(0, length);
  }

  newest(docs, most) {
    if (docs === this.every) return this.byDate.subarray(0, most);
    if (docs.length * 4 > this.count) {
      // Many: walk by date and ask of each whether it was found.
      const marks = new Uint8Array(this.count);
      for (let at = 0; at < docs.length; at += 1) marks[docs[at]] = 1;
      const first = [];
      for (let at = 0; first.length < most && at < this.count; at += 1) {
        if (marks[this.byDate[at]]) first.push(this.byDate[at]);
      }
      return first;
    }
    const places = new Uint32Array(docs.length);
    for (let at = 0; at < docs.length; at += 1) places[at] = this.datePlace[docs[at]];
    return places.sort().subarray(0, most).map((place) => this.byDate[place]);
  }
}

function histogram(column, docs, length) {
  const { codes } = column;
  const counts = new Uint32Array(column.codeCount());
  for (let at = 0; at < length; at += 1) counts[codes[docs[at]]] += 1;
  return counts;
}

/** The docs that pass every choice; those that fail one alone go to its `missed`. */
function passing(docs, choices, missed) {
  const kept = new Uint32Array(docs.length);
  let length = 0;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at];
    let failed = -1;
    for (let choice = 0; choice < choices.length; choice += 1) {
      if (choices[choice].allowed[choices[choice].codes[doc]]) continue;
      failed = failed === -1 ? choice : -2;
      if (failed === -2) break;
    }
    if (failed === -1) kept[length++] = doc;
    else if (failed >= 0) missed[failed].push(doc);
  }
  return kept.subarray(0, length);
}

/** What all of the rising lists hold, the shortest first. */
export function common(lists) {
  const [first, ...rest] = lists.sort((a, b) => a.length - b.length);
  return rest.reduce(both, first);
}

function both(short, long) {
  const kept = new Uint32Array(short.length);
  let [length, from] = [0, 0];
  // Far apart in length: jump ahead by doubling; else step through both.
  const jump = long.length > short.length * 16;
  for (let at = 0; at < short.length && from < long.length; at += 1) {
    const wanted = short[at];
    if (jump) {
      let step = 1;
      let low = from;
      while (from + step < long.length && long[from + step] < wanted) [low, step] = [from + step, step * 2];
      let high = Math.min(from + step, long.length);
      while (low < high) {
        const middle = (low + high) >> 1;
        if (long[middle] < wanted) low = middle + 1;
        else high = middle;
      }
      from = low;
    } else {
      while (from < long.length && long[from] < wanted) from += 1;
    }
    if (long[from] === wanted) kept[length++] = wanted;
  }
  return kept.subarray(0, length);
}
