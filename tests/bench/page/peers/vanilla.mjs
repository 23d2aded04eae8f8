// What a careful JavaScript author gets without a library. Written by us, so no peer: posting
// lists in typed arrays by word and by pair of characters, a sorted list of words for beginnings,
// and the Chinese text itself to make sure of three characters and more.
import { common } from "../columns.mjs";
import { chineseRuns, latinWords, pairs } from "../facts.mjs";

export class Index {
  constructor(count) {
    this.count = count;
    this.postings = new Map();
    this.runs = new Array(count);
  }

  add(doc, texts) {
    const runs = texts.flatMap(chineseRuns);
    this.runs[doc] = runs.join(" ");
    for (const term of new Set([...texts.flatMap(latinWords), ...runs.flatMap(pairs)])) {
      const list = this.postings.get(term);
      if (list) list.push(doc);
      else this.postings.set(term, [doc]);
    }
  }

  finish() {
    for (const [term, list] of this.postings) this.postings.set(term, Uint32Array.from(list));
    this.words = [...this.postings.keys()].filter((term) => term < "\u4e00").sort();
  }

  search({ words, prefix, run }) {
    const lists = words.map((word) => this.of(word));
    if (prefix) lists.push(this.beginning(prefix));
    if (run) lists.push(...pairs(run).map((pair) => this.of(pair)));
    const found = common(lists);
    if (!run || run.length < 3) return found;
    return found.filter((doc) => this.runs[doc].includes(run));
  }

  of(term) {
    return this.postings.get(term) ?? new Uint32Array(0);
  }

  beginning(prefix) {
    let [from, to] = [0, this.words.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.words[middle] < prefix) from = middle + 1;
      else to = middle;
    }
    const bits = new Uint32Array((this.count + 31) >> 5);
    for (let at = from; at < this.words.length && this.words[at].startsWith(prefix); at += 1) {
      const list = this.postings.get(this.words[at]);
      for (let place = 0; place < list.length; place += 1) bits[list[place] >> 5] |= 1 << (list[place] & 31);
    }
    return listed(bits, this.count);
  }
}

function listed(bits, count) {
  const docs = new Uint32Array(count);
  let length = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at]; word; word &= word - 1) docs[length++] = (at << 5) | (31 - Math.clz32(word & -word));
  }
  return docs.slice(0, length);
}
