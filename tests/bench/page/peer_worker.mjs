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
  let [read, build] = [0, 0];
  const spent = async (work) => {
    const began = performance.now();
    return [await work(), performance.now() - began];
  };
  const json = async (url) => {
    const [value, took] = await spent(async () => (await fetch(url)).json());
    read += took;
    return value;
  };
  const root = await json(url);
  const facts = factsOf(root);
  const count = root.shards.reduce((sum, shard) => sum + shard.count, 0);
  columns = new Columns(count);
  index = new Index(count);
  let doc = 0;
  const add = (listings) => {
    for (const listing of listings) {
      const known = facts(listing);
      columns.set(doc, known);
      index.add(doc, known.texts);
      doc += 1;
    }
  };
  // File by file: a million listings at once would not fit.
  for (const { href } of root.shards) {
    const { listings } = await json(new URL(href, url));
    build += (await spent(() => add(listings)))[1];
  }
  const finish = () => {
    columns.finish();
    index.finish();
  };
  build += (await spent(finish))[1];
  return { read, build, wasm: index.wasmBytes?.() ?? 0 };
}
