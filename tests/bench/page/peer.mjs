// A peer as the page sees it: its worker, a message a query.
import { FACETS } from "./facts.mjs";

export class Peer {
  constructor(name) {
    this.worker = new Worker(`peer_worker.mjs?peer=${name}`, { type: "module" });
    this.worker.onmessage = ({ data }) => this.heard(data);
    this.worker.onerror = (event) => this.failed(new Error(`${name}: ${event.message}`));
    this.started = this.wait();
  }

  wait() {
    return new Promise((heard, failed) => Object.assign(this, { heard, failed }));
  }

  async load(url) {
    await this.started;
    const answer = this.wait();
    this.worker.postMessage({ load: url });
    const { ready } = await answer;
    this.values = ready.values;
    this.wasm = ready.wasm;
    return { read: ready.read, build: ready.build };
  }

  supports() {
    return true;
  }

  async run(query, most) {
    const answer = this.wait();
    this.worker.postMessage({ query, most });
    return await answer;
  }

  /** The answer in the form that is checked. */
  plain({ answer }) {
    const counts = FACETS.map((facet, at) => {
      const names = this.values[facet];
      return [facet, Object.fromEntries(Array.from(answer.counts[at], (count, number) => [names[number], count]))];
    });
    return { total: answer.total, hits: answer.hits, counts: Object.fromEntries(counts) };
  }
}
