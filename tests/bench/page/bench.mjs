// The page that measures: `measure(…)`, `measureAhead(…)` or `measureCold(…)` is called from outside,
// once in each fresh page.
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

  const { answers, times } = await ask(asked, queries, passes, most);
  // Kept, so that its memory can be asked for from outside.
  globalThis.measured = asked;
  return { built, firstAnswer, times, answers, longest };
};

/**
 * Asks every query once for its answer and then `passes` times for its time: all of them in turn,
 * or, `warm`, each as often as it needs, so that nothing is fetched meanwhile.
 */
async function ask(asked, queries, passes, most, warm = false) {
  const supported = queries.filter((query) => asked.supports(query));
  const answers = [];
  const times = supported.map((query) => ({ number: query.number, inside: [], trip: [] }));
  const check = async (query) => answers.push({ number: query.number, ...asked.plain(await asked.run(query, most)) });
  const time = async (query, { inside, trip }) => {
    const sent = performance.now();
    const found = await asked.run(query, most);
    trip.push(performance.now() - sent);
    inside.push(found.inside);
  };
  if (warm) {
    for (const [at, query] of supported.entries()) {
      await check(query);
      for (let pass = 0; pass < passes; pass += 1) await time(query, times[at]);
    }
    return { answers, times };
  }
  for (const query of supported) await check(query);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const [at, query] of supported.entries()) await time(query, times[at]);
  }
  return { answers, times };
}

/** Hits of the page that a visitor sees first. */
const FIRST_PAGE = 24;
/** Asks for what is counted by all seven facets once both ranges narrow them: every column. */
const COLUMNS = {
  words: [],
  choices: {},
  ranges: [
    { field: "modified", from: 20_200_101, to: 20_231_231 },
    { field: "amount", from: 1, to: 100_000 },
  ],
};

/** The time that `work` takes, and what it fetched of the index. */
async function fetching(work) {
  await tally("ahead");
  const began = performance.now();
  const result = await work();
  const millis = performance.now() - began;
  return { ...(await tally("ahead")), began: performance.timeOrigin + began, millis, result };
}

async function tally(place) {
  return await (await fetch(`../tally/${place}`)).json();
}

const bare = ({ files, bytes, millis }) => ({ files, bytes, millis });

/**
 * The same up to total, hits in their order and all counts, without the files that only cards need.
 * It ends when the last of the others had come and the question was answered once more.
 */
function found({ asked, began, result }, cards) {
  const isCard = (number) => cards.some(({ first, count }) => number >= first && number < first + count);
  const files = asked.filter(({ name }) => !isCard(Number.parseInt(name, 10)));
  const sent = Math.max(began, ...files.map((file) => file.sent));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { files: files.length, bytes, millis: sent - began + result.inside };
}

const address = (url) => new URL(url, location.href).href;

/** An index built ahead: opened, its columns, then every query as `measure` does. */
globalThis.measureAhead = async ({ url, queries, passes, most }) => {
  await tally("dist");
  let ours;
  const first = await fetching(async () => {
    ours = new Ours();
    await ours.load(address(url));
    await ours.run(EVERYTHING, FIRST_PAGE);
  });
  const { files, bytes } = await tally("dist");
  const program = { files, bytes };
  const columns = await fetching(() => ours.run(COLUMNS, 0));
  const { answers, times } = await ask(ours, queries, passes, most, true);
  globalThis.measured = ours;
  return { first: bare(first), program, columns: bare(columns), times, answers, longest };
};

/**
 * Each query by a worker of its own that has only opened the index, or, with `columns`, has the
 * columns of the filters as well.
 */
globalThis.measureCold = async ({ url, queries, most, columns, cards }) => {
  const [times, answers] = [[], []];
  for (const query of queries) {
    const ours = new Ours();
    await ours.load(address(url));
    if (columns) await ours.run(COLUMNS, 0);
    const asked = await fetching(() => ours.run(query, most));
    times.push({ number: query.number, inside: asked.result.inside, ...bare(asked), found: found(asked, cards) });
    answers.push({ number: query.number, ...ours.plain(asked.result) });
    ours.close();
  }
  return { times, answers };
};
