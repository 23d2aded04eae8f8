// Figures in words: the tables of docs/benchmarks.md, which are also what the command prints.
import { CLASSES } from "./catalog/queries.mjs";
import { ALL, isExact } from "./figures.mjs";

const ENGINES = {
  ours: "ours",
  flexsearch: "flexsearch + columns",
  sqlite: "SQLite FTS5 + columns",
  vanilla: "hand-written JavaScript (by us)",
};

const ROWS = { ...CLASSES, [ALL]: "all that it was asked" };

const millis = (number) => (number < 10 ? number.toFixed(2) : number < 100 ? number.toFixed(1) : number.toFixed(0));
const three = ({ p50, p95, p99 }) => [p50, p95, p99].map(millis).join(" / ");
const seconds = (number) => (number === null ? "in the next" : `${(number / 1_000).toFixed(2)} s`);
const mebi = (bytes) => (bytes / 2 ** 20).toFixed(0);
const count = (number) => number.toLocaleString("en-US").replaceAll(",", " ");
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** The tables of one size of catalog. */
export function tables({ listings, bytes, files, whole, engines, ratios, ahead, goals }) {
  const names = Object.keys(engines);
  const times = Object.keys(ROWS).flatMap((kind) =>
    names.map((name, at) => {
      const row = engines[name].classes[kind];
      const first = at === 0 ? ROWS[kind] : "";
      if (!row) return [first, ENGINES[name], "not supported yet", "", "", ""];
      return [first, ENGINES[name], three(row.inside), three(row.trip), `${row.exact} of ${row.queries}`, ratio(name, kind, engines, ratios)];
    }),
  );
  const rest = names.map((name) => {
    const { read, build, firstAnswer, memory, longest } = engines[name];
    const task = longest ? `${Math.round(longest)} ms` : "none over 50 ms";
    return [ENGINES[name], seconds(read), seconds(build), seconds(firstAnswer), `${mebi(memory.heap + memory.wasm)} MiB, ${mebi(memory.wasm)} of it wasm`, task];
  });
  const engineTables = [
    table(["queries", "engine", "inside, ms: p50 / p95 / p99", "round trip, ms", "exact", "ours / this, p50 / p95 / p99"], times),
    "",
    table(["engine", "fetch and parse", "build", "first answer", "memory", "longest task of the page"], rest),
    "",
  ];
  return [
    `## ${count(listings)} listings (${(bytes / 1e6).toFixed(1)} MB of JSON in ${files} file${files > 1 ? "s" : ""})`,
    "",
    ...(names.length ? engineTables : []),
    `### Built ahead by \`jishi build\``,
    "",
    ...aheadTables(ahead, whole),
    ...(goals.length ? ["", "### Goals", "", goalTable(goals)] : []),
  ].join("\n");
}

const kilo = (bytes) => `${(bytes / 1e3).toFixed(0)} kB`;
const mega = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

function aheadTables({ built, first, columns, program, warm, cold, narrowed, exact }, whole) {
  const step = (what, { millis: time, bytes, files }) => [what, `${millis(time)} ms`, kilo(bytes), String(files)];
  const steps = [
    step("open, all counts of seven facets, 24 cards", first),
    step("columns of seven facets and two ranges", columns),
    ["the worker's program, not packed", "in the first", kilo(program.bytes), String(program.files)],
  ];
  const most = (numbers, say) => [numbers.p50, numbers.p95, numbers.p99, numbers.most].map(say).join(" / ");
  const row = (what, queries, { files, bytes, millis: time }, inside = "") => [
    what, queries, most(time, millis), inside, most(files, String), most(bytes, (number) => (number / 1e3).toFixed(0)),
  ];
  const rows = (what, figures) => [
    row(`${what}: to total, 50 ids and all counts`, String(figures.queries), figures.found),
    row("… and up to the 50 cards", "", figures, most(figures.inside, millis)),
  ];
  const classes = Object.keys(ROWS).map((kind) => {
    const { inside, trip, exact, queries } = warm.classes[kind];
    return [ROWS[kind], three(inside), three(trip), `${exact} of ${queries}`];
  });
  const peak = built.peak === null ? "not told" : `${(built.peak / 1e9).toFixed(2)} GB`;
  return [
    table(["step in a fresh worker", "time", "bytes", "files"], steps),
    "",
    table(
      ["cold queries: p50 / p95 / p99 / most", "asked", "ms", "last run inside, ms", "files", "kB"],
      [...rows("a worker that has only opened", cold), ...rows("one that has the columns", narrowed)],
    ),
    "",
    table(["warm queries", "inside, ms: p50 / p95 / p99", "round trip, ms", "exact"], classes),
    "",
    `The worker has ${mebi(warm.memory.heap + warm.memory.wasm)} MiB after all queries, ${mebi(warm.memory.wasm)} of it wasm. On every way together ${exact.right} of ${exact.asked} queries were answered right. The folder has ${mega(built.bytes)} in ${count(built.files)} files, ${((built.bytes / whole) * 100).toFixed(0)} % of the ${mega(whole)} of JSON; it was built in ${seconds(built.millis)} with ${peak} of memory at most.`,
  ];
}

function goalTable(goals) {
  const said = (number, unit) => (Number.isFinite(number) ? `${Number(millis(number))} ${unit}`.trim() : "not measured");
  return table(
    ["goal", "at most", "measured", ""],
    goals.map(({ what, goal, is, unit, met }) => [what, said(goal, unit), said(is, unit), met === null ? "" : met ? "met" : "**not met**"]),
  );
}

function ratio(name, kind, engines, ratios) {
  if (name === "ours") return "";
  const row = ratios[name]?.[kind];
  if (row) return [row.inside, row.trip].map(({ p50, p95, p99 }) => [p50, p95, p99].map((x) => x.toFixed(2)).join(" / ")).join("; round trip ");
  return isExact(engines[name].classes[kind]) ? "" : "sets no bar";
}

/** The whole of docs/benchmarks.md. */
export function page(results) {
  const { machine, versions, date, asItStood, rounds, passes, others, sizes } = results;
  const busy = others.map((share) => Math.round(share * 100));
  const [least, most] = [Math.min(...busy), Math.max(...busy)];
  const loaded = most > 15 ? "**The machine was loaded**, so only compare within this run: b" : "B";
  return `# Benchmarks

Written by \`cargo xtask bench search\`; nothing here is put in by hand. Compare within one run only: another machine, or another hour of this one, gives other times.

- ${date}, commit ${machine.commit}${asItStood ? " with the page as it stood in dist/" : ""}, ${machine.system}, ${machine.processors} × ${machine.processor}, ${machine.memoryGiB} GiB, Node ${machine.node}, ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")}
- ${loaded}efore each of its ${busy.length} measurements, others used ${least === most ? most : `${least} to ${most}`} % of the processors.
- Of each query the median of ${rounds * passes} answers: ${rounds} round${rounds > 1 ? "s" : ""}, the engines in turn, each in a fresh browser page, ${passes} passes each after one that is checked and not timed.

${sizes.map(tables).join("\n\n")}

## How to read this

- **The catalog** is invented and made by chance from a seed: made-up words in English and Chinese by Zipf's law (exponent 1.18), 20 × 8 categories, 15 exchanges, 2 000 providers, 12 formats of which a listing has up to three, four price kinds, eight update promises in five classes, 33 regions, tags from 5 000. Made-up words make lists of finds that are only roughly as long as real ones.
- **The queries**: 60 English of one to three whole words, 50 Chinese of two to four characters that stand side by side, 40 steps of typing a word, 30 without text and with one to three facets, 10 ranges of price or date, 10 by last change. Each is answered with the first 50 hits, the exact total, and the counts of seven facets, each without its own choice.
- **Exact** means that total and every count of every facet are those of a brute-force look at every listing, that there are as many hits as there should be and each is a match, and that those by date stand in the right order. The order by relevance is not compared. An engine that is inexact in a class sets no bar there.
- **Inside** is from the parsed query to the total, the order of 50 hits and all counts; making ours into cards and JSON is in the round trip.
- **Ours** is the search worker as deployed, over its JSON protocol. It answers with whole cards and the seven facets with the names of their values; the others answer with ids and numbers, and their hits are in the order of the catalog. So the round trip, which is to the page and back, favours the others. The last ratio is over the classes that both answer exactly.
- **The others** run in workers as well, on the same files. Those that search text only are given facets over typed arrays, written by us, which makes them much stronger than they ship. The hand-written index is ours too: it shows what a careful author reaches without a library.
- **First answer** is from starting the worker to the first whole answer, with all files fetched from this machine. **Memory** is the worker's: heap and buffers after collecting what is unused, and all of the wasm's memory. Ours keeps the whole catalog, of which it opens listings; the others have dropped it.
- **Built ahead**: the same catalog by \`jishi build\`, its files served by a plain server on this machine that says no file may be cached; each chunk is fetched when a query needs it and kept in the worker. A **cold** query is the first of a worker that has only opened the index, or that has the columns of the filters as well; a **warm** one finds what it needs. Its first figures are from the parsed request to total, 50 ids and all counts: without the files that only cards need (the listings, and what is said of their prices), and until the last of the others had been sent and the question was answered over them. The worker asks for both together where it can, so what cards need is counted by the file, not by a second question. Its second figures are the round trip with 50 cards. Bytes are as the host has them.
`;
}
