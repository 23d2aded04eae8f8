// What the project set itself (issue 3), beside what was measured. Where a figure is missing it is
// not said to be met.
import { CLASSES } from "./catalog/queries.mjs";
import { ALL } from "./figures.mjs";

const [MIB, MB] = [2 ** 20, 1e6];

/** The goals for a catalog of this size: what, at most, and what was measured. */
export function goals({ listings, engines, ratios, ahead, whole }) {
  const at = GOALS[listings];
  if (!at) return [];
  return at({ ours: engines.ours, peers: ratios, ahead, whole }).map(([what, goal, is, unit]) => ({
    what,
    goal,
    is,
    unit,
    met: Number.isFinite(is) ? is <= goal : null,
  }));
}

const exactly = (wrong) => ["queries answered wrong", 0, wrong, ""];

const GOALS = {
  100_000: ({ ours, peers, ahead }) => {
    const all = ours.classes[ALL];
    const slower = Object.keys(CLASSES).filter((kind) =>
      Object.values(peers).some((peer) => peer[kind] && peer[kind].inside.p50 > 1),
    );
    return [
      ["in the worker: bytes to first answer", 2_800, ours.firstAnswer, "ms"],
      ["longest task of the page", 50, ours.longest, "ms"],
      ["memory of the worker, catalog included (the goal is for the index alone)", 60, (ours.memory.heap + ours.memory.wasm) / MIB, "MiB"],
      ["query p50", 0.35, all.inside.p50, "ms"],
      ["query p95", 1.5, all.inside.p95, "ms"],
      ["query p99", 2.5, all.inside.p99, "ms"],
      ["round trip with 50 cards, p50", 3, all.trip.p50, "ms"],
      ["classes of queries in which an exact peer is faster at p50", 0, Object.keys(peers).length ? slower.length : NaN, ""],
      exactly(all.queries - all.exact),
      ["built ahead: open to first answer", 150, ahead.first.millis, "ms"],
      ["built ahead: bytes to first answer", 1.5, ahead.first.bytes / MB, "MB"],
      ["built ahead: queries answered wrong", 0, ahead.exact.asked - ahead.exact.right, ""],
    ];
  },
  1_000_000: ({ ahead, whole }) => [
    ["built ahead: open to first answer", 1_000, ahead.first.millis, "ms"],
    ["bytes to first answer", 1.5, ahead.first.bytes / MB, "MB"],
    ["columns of seven facets and two ranges", 8, ahead.columns.bytes / MB, "MB"],
    ["query cold to total, 50 ids and all counts, columns there, p95", 60, ahead.narrowed.found.millis.p95, "ms"],
    ["files of it, most", 10, ahead.narrowed.found.files.most, ""],
    ["bytes of it, most", 400, ahead.narrowed.found.bytes.most / 1e3, "kB"],
    ["query warm, p99", 16.6, ahead.warm.classes[ALL].inside.p99, "ms"],
    ["memory of the worker", 250, (ahead.warm.memory.heap + ahead.warm.memory.wasm) / MB, "MB"],
    ["deployed folder of the JSON", 40, (ahead.built.bytes / whole) * 100, "%"],
    ["jishi build", 120, ahead.built.millis / 1e3, "s"],
    ["jishi build, peak memory", 3, (ahead.built.peak ?? NaN) / 1e9, "GB"],
    exactly(ahead.exact.asked - ahead.exact.right),
  ],
};
