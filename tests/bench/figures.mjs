// From times to figures: medians, percentiles, and who sets the bar where.
import { CLASSES } from "./catalog/queries.mjs";

export const ALL = "all";

export function median(numbers) {
  return at(numbers, 50);
}

/** The nearest rank: a value that was measured, not one between two. */
function at(numbers, percent) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
}

const percentiles = (numbers) => Object.fromEntries([50, 95, 99].map((percent) => [`p${percent}`, at(numbers, percent)]));

/**
 * One engine's figures from its rounds.
 *
 * @param {object[]} rounds what `measure` answered, with `faults` by the number of the query
 * @param {object[]} queries all of them
 */
export function figures(rounds, queries) {
  const asked = new Map(rounds[0].times.map(({ number }) => [number, { inside: [], trip: [] }]));
  for (const { times } of rounds) {
    for (const { number, inside, trip } of times) {
      asked.get(number).inside.push(...inside);
      asked.get(number).trip.push(...trip);
    }
  }
  const ofQuery = new Map([...asked].map(([number, { inside, trip }]) => [number, { inside: median(inside), trip: median(trip) }]));
  const wrong = new Set(rounds.flatMap(({ faults }) => Object.keys(faults).map(Number)));
  const row = (chosen) => {
    const answered = chosen.filter(({ number }) => ofQuery.has(number));
    if (!answered.length) return null;
    const times = (where) => percentiles(answered.map(({ number }) => ofQuery.get(number)[where]));
    const exact = answered.filter(({ number }) => !wrong.has(number)).length;
    return { queries: answered.length, exact, inside: times("inside"), trip: times("trip") };
  };
  const classes = Object.keys(CLASSES).map((kind) => [kind, row(queries.filter((query) => query.kind === kind))]);
  const middle = (read) => median(rounds.map(read));
  return {
    classes: Object.fromEntries([...classes, [ALL, row(queries)]]),
    ofQuery,
    read: rounds[0].built.read === undefined ? null : middle(({ built }) => built.read),
    build: middle(({ built }) => built.build),
    firstAnswer: middle(({ firstAnswer }) => firstAnswer),
    memory: { heap: middle(({ memory }) => memory.heap), wasm: middle(({ memory }) => memory.wasm) },
    longest: Math.max(...rounds.map(({ longest }) => longest)),
    faults: rounds.map(({ faults }) => faults),
  };
}

export const isExact = (row) => row !== null && row.exact === row.queries;

/**
 * Ours divided by the peer's: by class where both are exact, and over all queries of those
 * classes together. Lower is better; `null` where the peer sets no bar.
 */
export function ratios(ours, peer, queries) {
  const shared = Object.keys(CLASSES).filter((kind) => isExact(ours.classes[kind]) && isExact(peer.classes[kind]));
  const of = (kinds) => {
    const chosen = queries.filter(({ kind }) => kinds.includes(kind));
    const share = (where) => {
      const [mine, theirs] = [ours, peer].map(({ ofQuery }) => percentiles(chosen.map(({ number }) => ofQuery.get(number)[where])));
      return Object.fromEntries(Object.keys(mine).map((name) => [name, mine[name] / theirs[name]]));
    };
    return { inside: share("inside"), trip: share("trip") };
  };
  const rows = Object.keys(CLASSES).map((kind) => [kind, shared.includes(kind) ? of([kind]) : null]);
  return Object.fromEntries([...rows, [ALL, shared.length ? of(shared) : null]]);
}

/**
 * The figures of an index built ahead from its rounds: opening, its columns, and every query warm
 * and cold.
 */
export function aheadFigures(opened, cold, narrowed, queries) {
  const middle = (read) => median(opened.map(read));
  const step = (name) => {
    const [{ files, bytes }] = opened.map((round) => round[name]);
    return { files, bytes, millis: middle((round) => round[name].millis) };
  };
  const warm = figures(
    opened.map((round) => ({ ...round, built: {}, firstAnswer: round.first.millis })),
    queries,
  );
  const faults = [opened, cold, narrowed].flatMap((rounds) => rounds.map((round) => round.faults));
  const wrong = new Set(faults.flatMap((faults) => Object.keys(faults)));
  const asked = opened[0].times.length;
  return {
    first: step("first"),
    columns: step("columns"),
    program: opened[0].program,
    warm: { classes: warm.classes, memory: warm.memory, longest: warm.longest },
    cold: coldFigures(cold),
    narrowed: coldFigures(narrowed),
    exact: { asked, right: asked - wrong.size },
    faults,
  };
}

/** Each query up to its cards, and in `found` up to total, ids and counts. */
function coldFigures(rounds) {
  const middle = (at, read) => median(rounds.map((round) => read(round.times[at])));
  const times = rounds[0].times.map(({ files, bytes, found }, at) => ({
    cards: { files, bytes, millis: middle(at, ({ millis }) => millis) },
    found: { files: found.files, bytes: found.bytes, millis: middle(at, (time) => time.found.millis) },
    inside: middle(at, ({ inside }) => inside),
  }));
  const of = (read) => {
    const all = times.map(read);
    return { ...percentiles(all), most: Math.max(...all) };
  };
  const each = (name) => Object.fromEntries(["files", "bytes", "millis"].map((what) => [what, of((time) => time[name][what])]));
  return { queries: times.length, ...each("cards"), found: each("found"), inside: of(({ inside }) => inside) };
}
