// Figures in words: the tables of docs/benchmarks-preview.md, which are also what the command prints.

const PEERS = {
  "ours-ready": "ours, its programs there already",
  ours: "ours, started for this",
  papaparse: "Papa Parse",
  udsv: "uDSV",
  lines: "JSON.parse a line",
  floor: "floor: bytes and line ends only",
  idle: "a worker that reads nothing",
  hyparquet: "hyparquet, page index",
  "parquet-wasm": "parquet-wasm and Arrow",
};
const WHAT = { first: "first 100 rows", whole: "whole file with figures of every column" };
const FORMATS = { csv: "CSV", ndjson: "lines of JSON", parquet: "Parquet" };

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};
const millis = (number) => (number < 10 ? number.toFixed(1) : number < 10_000 ? `${number.toFixed(0)}` : `${(number / 1e3).toFixed(1)} s`);
const count = (number) => number.toLocaleString("en-US").replaceAll(",", " ");
const size = (bytes) => (bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** The medians of one peer in one case; `null` where it did not end. */
export function figures(runs) {
  const sound = runs.filter(({ error }) => !error);
  if (!sound.length) return null;
  const of = (name) => median(sound.map((run) => run[name]));
  const peaks = sound.map(({ peak }) => peak).filter((peak) => peak !== null);
  return { millis: of("millis"), files: of("files"), bytes: of("bytes"), longest: of("longest"), peak: peaks.length ? median(peaks) : null, rows: of("rows") };
}

/** What the project set itself (issue 4): what, at most, and what was measured. */
function goals({ sizes, scroll }) {
  const found = [];
  const add = (what, goal, is, unit) => found.push([what, `${Number(goal.toFixed(2))} ${unit}`, Number.isFinite(is) ? `${Number(is.toFixed(2))} ${unit}` : "not measured", Number.isFinite(is) ? (is <= goal ? "met" : "**not met**") : ""]);
  for (const { megabytes, cases } of sizes) {
    for (const { format, what, runs } of cases) {
      const [ours, peer] = [figures(runs["ours-ready"]), (name) => (runs[name] ? figures(runs[name]) : null)];
      const name = `${megabytes} MB of CSV: ${FORMATS[format]}, ${WHAT[what]}`;
      const ratio = (other) => (ours && peer(other) ? ours.millis / peer(other).millis : NaN);
      if (format === "csv" && what === "first") {
        add(`${name}: time, Papa Parse being 1`, 1, ratio("papaparse"), "×");
        add(`${name}: bytes`, 128, (ours?.bytes ?? NaN) / 1e3, "kB");
      } else if (format === "csv") {
        add(`${name}: time, uDSV being 1`, 0.4, ratio("udsv"), "×");
        add(`${name}: memory beyond the page's own`, 64, (ours?.peak ?? NaN) / 2 ** 20, "MiB");
        add(`${name}: longest task of the page`, 50, ours?.longest ?? NaN, "ms");
      } else if (format === "ndjson" && what === "whole") {
        add(`${name}: time, JSON.parse a line being 1`, 0.5, ratio("lines"), "×");
      } else if (format === "parquet" && what === "first") {
        add(`${name}: time`, 75, ours?.millis ?? NaN, "ms");
        add(`${name}: bytes`, 1_000, (ours?.bytes ?? NaN) / 1e3, "kB");
        add(`${name}: requests`, 4, ours?.files ?? NaN, "");
      } else if (format === "parquet") {
        add(`${name}: time, hyparquet being 1`, 0.5, ratio("hyparquet"), "×");
      }
    }
  }
  if (scroll) {
    add("scrolling: a frame, 60 a second being 16.7 ms", 16.7, 1_000 / scroll.ours.fps, "ms");
    scroll.ours.slower.forEach(({ rate, fps }, at) => {
      const share = scroll.tanstack.slower[at].fps / fps;
      add(`scrolling, processor ${rate} times slower: frames a second, TanStack Virtual's as a share of ours`, 1 / 1.15, share, "×");
    });
    add("scrolling: a random jump, p50", 17, scroll.ours.jump.p50, "ms");
    add("scrolling: longest task of the page", 50, scroll.ours.longest, "ms");
  }
  return found;
}

const PEAK = (peak) => (peak === null ? "not told" : `${Math.round(peak / 2 ** 20)} MiB`);

function caseTable({ runs }) {
  const ours = figures(runs["ours-ready"]);
  const rows = Object.keys(runs).map((peer) => {
    const found = figures(runs[peer]);
    if (!found) return [PEERS[peer], `did not end: ${runs[peer][0].error}`, "", "", "", "", ""];
    const ratio = peer.startsWith("ours") || peer === "idle" || !ours ? "" : (ours.millis / found.millis).toFixed(2);
    const task = found.longest ? `${Math.round(found.longest)} ms` : "none over 50 ms";
    return [PEERS[peer], millis(found.millis), size(found.bytes), String(found.files), PEAK(found.peak), task, ratio];
  });
  return table(["", "ms", "bytes sent", "requests", "memory beyond the page's own, most", "longest task of the page", "ours / this"], rows);
}

function scrollTable({ ours, tanstack }) {
  const row = (name, { fps, p95, dropped, spent, filled, slower, jump, nodes, longest }) => [
    name,
    fps.toFixed(1),
    ...slower.map((one) => one.fps.toFixed(1)),
    p95.toFixed(1),
    String(dropped),
    `${Math.round(filled * 100)} %`,
    spent.toFixed(1),
    `${jump.p50.toFixed(1)} / ${jump.most.toFixed(0)}`,
    String(nodes),
    longest ? `${Math.round(longest)} ms` : "none over 50 ms",
  ];
  const ratio = (of) => `${(of(ours) / of(tanstack)).toFixed(2)} ×`;
  const ratios = ["ours, theirs being 1", ratio(({ fps }) => fps), ...ours.slower.map((_, at) => ratio(({ slower }) => slower[at].fps)), "", "", "", ratio(({ spent }) => spent), ratio(({ jump }) => jump.p50), "", ""];
  const slow = ours.slower.map(({ rate }) => `processor ${rate} times slower`);
  return table(
    ["", "frames a second", ...slow, "frame p95, ms", "frames lost of 180", "frames with rows in them", "processor time of the page a frame, ms", "random jump p50 / most, ms", "cells in the document", "longest task of the page"],
    [row("ours", ours), row("TanStack Virtual, rows by hand", tanstack), ratios],
  );
}

/** All tables. */
export function tables(results) {
  const { sizes, scroll } = results;
  const parts = sizes.flatMap(({ megabytes, rows, csv, ndjson, parquet, cases }) => [
    `## ${megabytes} MB of CSV: ${count(rows)} rows of 12 columns (CSV ${size(csv)}${ndjson ? `, lines of JSON ${size(ndjson)}` : ""}${parquet ? `, Parquet ${size(parquet)}` : ""})`,
    ...cases.flatMap((one) => [`### ${FORMATS[one.format]}, ${WHAT[one.what]}`, caseTable(one)]),
  ]);
  if (scroll) parts.push("## A million rows of 12 columns, scrolled", scrollTable(scroll));
  parts.push("## Goals", table(["goal", "at most", "measured", ""], goals(results)));
  return parts.join("\n\n");
}

/** The whole of docs/benchmarks-preview.md. */
export function page(results) {
  const { machine, versions, date, asItStood, rounds, others } = results;
  const busy = others.map((share) => Math.round(share * 100));
  const [least, most] = [Math.min(...busy), Math.max(...busy)];
  const loaded = most > 15 ? "**The machine was loaded**, so only compare within this run: b" : "B";
  return `# Benchmarks of the preview

Written by \`cargo xtask bench preview\`; nothing here is put in by hand. Compare within one run only: another machine, or another hour of this one, gives other times.

- ${date}, commit ${machine.commit}${asItStood ? " with the page as it stood in dist/" : ""}, ${machine.system}, ${machine.processors} × ${machine.processor}, ${machine.memoryGiB} GiB, Node ${machine.node}, ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")}
- ${loaded}efore its ${busy.length} cases, others used ${least === most ? most : `${least} to ${most}`} % of the processors.
- Medians of ${rounds} rounds (one beyond 300 MB), the programs in turn, each in a fresh browser page, files by ranges from a server on this machine.

${tables(results)}

## How to read this

- **The table** is invented, by chance from a seed: codes with leading zeros, dates, Chinese names, numbers, text with commas, quotation marks and line ends in it.
- **Ours** is the preview as deployed, in its worker, over its JSON protocol. The first 100 rows come with what was sniffed and a profile of what was read; the whole file with kinds, missing and different values, the most frequent, least and most, a histogram of every column, and a scan for personal data. It stands here twice: with its programs started before, as the page starts them when somebody points at a preview and as the others are loaded before, and with fetching (from this machine) and starting them in the time. Ratios and goals are of the first.
- **The others** run in the page as they are mostly used, with types as they infer them, and work out missing values, least, most and mean of every column; that part is ours.
- **Bytes sent** are what the server pushed into the socket: whoever stops a stream half-way has a few megabytes on the way already.
- **Memory** is what the page's process had at most beyond what it had before, asked of the system 20 times a second, garbage not yet collected included. The row of a worker that reads nothing says how much of it the browser takes for any worker; its other figures are those of its start.
- **Scrolling**: 300 px a frame for 180 frames, then 25 random jumps, each until the rows there stand in the document, under software compositing: the order is sound, the figures are not those of a machine with a graphics card. A screen shows 60 frames a second whatever a page has left, so the same is scrolled with the page's main thread slowed down by the browser (\`Emulation.setCPUThrottlingRate\`), and the processor time of that thread is told (\`Performance.getMetrics\`). TanStack's rows are in the memory of the page, and without the looks of a table; ours are read from the file as they come into sight.
`;
}
