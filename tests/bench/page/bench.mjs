// The page that measures: `measure(engine, …)` is called from outside, once in each fresh page.
import { Ours } from "./ours.mjs";
import { Peer } from "./peer.mjs";

const EVERYTHING = { words: [], choices: {} };

let longest = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
}).observe({ type: "longtask", buffered: true });

/**
 * Starts an engine, loads the catalog at `url`, asks every query once for its answer and then
 * `passes` times for its time, with `most` hits each. All times are milliseconds.
 */
globalThis.measure = async ({ engine, url, queries, passes, most }) => {
  const began = performance.now();
  const asked = engine === "ours" ? new Ours() : new Peer(engine);
  const built = await asked.load(new URL(url, location.href).href);
  await asked.run(EVERYTHING, most);
  const firstAnswer = performance.now() - began;

  const supported = queries.filter((query) => asked.supports(query));
  const answers = [];
  for (const query of supported) {
    answers.push({ number: query.number, ...asked.plain(await asked.run(query, most)) });
  }
  const times = supported.map((query) => ({ number: query.number, inside: [], trip: [] }));
  for (let pass = 0; pass < passes; pass += 1) {
    for (const [at, query] of supported.entries()) {
      const sent = performance.now();
      const { inside } = await asked.run(query, most);
      times[at].trip.push(performance.now() - sent);
      times[at].inside.push(inside);
    }
  }
  // Kept, so that its memory can be asked for from outside.
  globalThis.measured = asked;
  return { built, firstAnswer, times, answers, longest };
};
