// flexsearch, tuned by hand: one index of whole words and pairs of Chinese characters, and one in
// which the word being typed is found by its beginning. Of three characters and more it knows the
// pairs only, not that they stand side by side.
import { Index as Flexsearch } from "../../npm/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import { common } from "../columns.mjs";
import { chineseRuns, latinWords, pairs } from "../facts.mjs";

// Both cut their own text at spaces; what they are given is cut before.
const encode = (text) => text.split(" ");

export class Index {
  constructor(count) {
    this.count = count;
    this.whole = new Flexsearch({ tokenize: "strict", encode, cache: false });
    this.begun = new Flexsearch({ tokenize: "forward", encode, cache: false });
  }

  add(doc, texts) {
    const words = texts.flatMap(latinWords);
    const both = texts.flatMap(chineseRuns).flatMap(pairs);
    this.whole.add(doc, [...new Set([...words, ...both])].join(" "));
    this.begun.add(doc, [...new Set(words)].join(" "));
  }

  finish() {}

  search({ words, prefix, run }) {
    const asked = [...words, ...(run ? pairs(run) : [])];
    const lists = [];
    if (asked.length) lists.push(this.ask(this.whole, asked.join(" ")));
    if (prefix) lists.push(this.ask(this.begun, prefix));
    return common(lists);
  }

  ask(index, text) {
    return Uint32Array.from(index.search(text, { limit: this.count })).sort();
  }
}
