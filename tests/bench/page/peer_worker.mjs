// One peer in a worker of its own: fetches the same files as ours, indexes them, forgets them, and
// answers. Started as peer_worker.mjs?peer=NAME.
import { Columns } from "./columns.mjs";
import { factsOf } from "./facts.mjs";

const { Index } = await import(`./peers/${new URL(self.location.href).searchParams.get("peer")}.mjs`);
let columns;
let index;

self.onmessage = async ({ data }) => {
  if (data.load) {
    const built = await load(data.load);
    self.postMessage({ ready: { ...built, values: columns.values() } });
  } else {
    const { query, most } = data;
    const began = performance.now();
    const asksText = query.words.length || query.prefix || query.run;
    const answer = columns.answer(query, asksText ? index.search(query) : null, most);
    self.postMessage({ answer, inside: performance.now() - began });
  }
};
self.postMessage({ started: true });

async function load(url) {
  const began = performance.now();
  const root = await (await fetch(url)).json();
  const parts = [];
  for (const { href } of root.shards) parts.push(...(await (await fetch(new URL(href, url))).json()).listings);
  const parsed = performance.now();
  const facts = factsOf(root);
  columns = new Columns(parts.length);
  index = new Index(parts.length);
  parts.forEach((listing, doc) => {
    const known = facts(listing);
    columns.set(doc, known);
    index.add(doc, known.texts);
  });
  columns.finish();
  index.finish();
  return { read: parsed - began, build: performance.now() - parsed, wasm: index.wasmBytes?.() ?? 0 };
}
