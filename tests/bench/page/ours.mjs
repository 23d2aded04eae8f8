// The shop's own search worker, spoken to as the shop's page does: JSON over its wire protocol.
import { FACETS } from "./facts.mjs";

const SOURCE = "bench";
/** Facets whose values are keys `source~id`. */
const KEYS = new Set(["category", "exchange", "provider"]);

export class Ours {
  constructor() {
    const address = new URL("../dist/worker.js?name=search-worker&v=bench", import.meta.url);
    this.worker = new Worker(address, { type: "module" });
    this.worker.onmessage = ({ data }) => this.take(JSON.parse(data));
    this.worker.onerror = (event) => this.failed(new Error(`search worker: ${event.message}`));
    this.generation = 0;
    // Names of facet values by their table, which the worker tells once, as to the shop's page.
    this.names = new Map();
    this.say({ hello: { version: 4 } });
  }

  say(request) {
    this.worker.postMessage(JSON.stringify(request));
  }

  wait() {
    return new Promise((heard, failed) => Object.assign(this, { heard, failed }));
  }

  take({ hello, source, answer, unanswered }) {
    const { state } = source?.report ?? {};
    // Said again, it means that a message was not understood: worker and benchmark differ.
    if (hello && this.greeted) this.failed(new Error("the worker in dist/ speaks another protocol than this benchmark"));
    if (hello) this.greeted = true;
    if (state?.ready) this.heard(source.report);
    if (state?.failed) this.failed(new Error(`the catalog was not loaded: ${JSON.stringify(state.failed)}`));
    if (answer?.generation === this.generation) this.heard(answer);
    if (unanswered?.generation === this.generation) this.failed(new Error(`no answer: ${JSON.stringify(unanswered.failure)}`));
  }

  close() {
    this.worker.terminate();
  }

  async load(url) {
    const ready = this.wait();
    const source = { id: SOURCE, kind: "dxc", url: String(url), mapping: null, title: null, banner: null };
    this.say({ load: { sources: [source] } });
    const { notices = [], tookMillis } = await ready;
    if (notices.length) throw new Error(`the reader mended the catalog: ${JSON.stringify(notices.slice(0, 5))}`);
    return { build: tookMillis };
  }

  supports() {
    return true;
  }

  async run(query, most) {
    this.generation += 1;
    const answer = this.wait();
    const ask = { query: asked(query), limit: most, lang: "zh", facets: FACETS, ranges: [], names: [...this.names.keys()] };
    this.say({ run: { generation: this.generation, ask } });
    const { answer: { parts: [part] } } = await answer;
    for (const counts of part.facets) this.name(counts);
    return { part, inside: part.tookMicros / 1_000 };
  }

  /** Keeps names that came, and gives counts that came without names theirs. */
  name(counts) {
    const { table, values } = counts;
    if (values.length && table) this.names.set(table, values);
    if (!values.length && this.names.has(table)) {
      counts.values = this.names.get(table).map((value, at) => ({ ...value, count: counts.counts[at] }));
    }
  }

  /** The answer in the form that is checked. */
  plain({ part }) {
    const bare = (text) => text.slice(text.indexOf("~") + 1);
    const counts = FACETS.map((facet) => {
      const { values } = part.facets.find((table) => table.facet === facet);
      const name = (value) => (KEYS.has(facet) ? bare(value) : value);
      return [facet, Object.fromEntries(values.map(({ value, count }) => [name(value), count]))];
    });
    return { total: part.total.value, hits: part.hits.map((hit) => bare(hit.key)), counts: Object.fromEntries(counts) };
  }
}

/** A word in quotation marks is a whole word; the last one without them is being typed. */
function asked({ words, prefix, run, choices, range, ranges, sort }) {
  const text = [...words.map((word) => `"${word}"`), prefix, run].filter(Boolean).join(" ");
  const key = (facet, value) => (KEYS.has(facet) ? `${SOURCE}~${value}` : value);
  const chosen = Object.entries(choices).map(([facet, values]) => [facet, values.map((value) => key(facet, value))]);
  const bounds = (range ? [range] : (ranges ?? [])).map((range) => [range.field, bounded(range)]);
  return { text, choices: Object.fromEntries(chosen), ranges: Object.fromEntries(bounds), sort: sort ?? "relevance", page: 0 };
}

/** Days as a person writes them; amounts in the one currency and billing unit of the catalog. */
function bounded({ field, from, to }) {
  const day = (number) => String(number).replace(/^(....)(..)(..)$/, "$1-$2-$3");
  if (field === "modified") return { unit: "", from: day(from), to: day(to), unstated: false };
  return { unit: "CNY/one-time", from: from.toFixed(2), to: to.toFixed(2), unstated: false };
}
