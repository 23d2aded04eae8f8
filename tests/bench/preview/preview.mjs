// Measures the preview, ours and its peers, in Chromium. `cargo xtask bench preview` starts this
// with the browser in CHROME_PATH. Words to the person go to standard error, the result to standard
// output.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { machine, others } from "../machine.mjs";
import { serve } from "../serve.mjs";
import { files } from "./files.mjs";
import { watchPeak } from "./peak.mjs";
import { page, tables } from "./report.mjs";
import { scroll } from "./scroll.mjs";

const ROOT = resolve(import.meta.dirname, "../../..");
const { values: options } = parseArgs({
  options: {
    sizes: { type: "string" },
    rounds: { type: "string" },
    data: { type: "string" },
    json: { type: "boolean" },
    // The page was not built for this, so that it may be older than the commit.
    "as-it-stood": { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
/** Beyond so many megabytes only CSV is read, and by those that stream. */
const LARGE = 300;
const MOST_BYTES = 1e6;
const tell = (text) => process.stderr.write(`   ${text}\n`);

/**
 * Who reads what. Ours is measured twice: with its programs there already, as the libraries are, which
 * is what the others are compared with, and with their start.
 */
const CASES = [
  { format: "csv", what: "first", peers: ["papaparse", "udsv"], large: true },
  { format: "csv", what: "whole", peers: ["udsv", "papaparse", "floor", "idle"], large: true },
  { format: "ndjson", what: "first", peers: ["lines"] },
  { format: "ndjson", what: "whole", peers: ["lines", "floor"] },
  { format: "parquet", what: "first", peers: ["hyparquet", "parquet-wasm"] },
  { format: "parquet", what: "whole", peers: ["hyparquet", "parquet-wasm"] },
];
const OURS = ["ours-ready", "ours"];

mkdirSync(options.data, { recursive: true });
const server = await serve(
  {
    bench: join(import.meta.dirname, "page"),
    data: options.data,
    dist: join(ROOT, "dist"),
    catalog: join(import.meta.dirname, "../catalog"),
    made: import.meta.dirname,
    npm: join(import.meta.dirname, "../node_modules"),
  },
  Number(process.env.BENCH_PORT ?? 0),
);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  versions: { Chromium: browser.version(), ...versions() },
  asItStood: options["as-it-stood"],
  rounds,
  others: [],
  sizes: [],
  scroll: null,
};
const wrong = [];
try {
  for (const megabytes of options.sizes.split(",").map(Number)) results.sizes.push(await size(megabytes));
  tell("scrolling a table of a million rows");
  results.scroll = await scroll({ browser, server, data: options.data, dist: join(ROOT, "dist"), rounds, tell });
  results.others.push(await others());
} catch (error) {
  tell(`it did not end: ${error.stack}`);
  process.exitCode = 1;
} finally {
  writeFileSync(join(options.data, "results.json"), JSON.stringify(results, null, 1));
  if (results.sizes.length) writeFileSync(join(ROOT, "docs/benchmarks-preview.md"), page(results));
  await browser.close();
  await server.close();
}
process.stdout.write(options.json ? `${JSON.stringify(results, null, 1)}\n` : `\n${tables(results)}\n\n`);
if (wrong.length) {
  tell(`OUR ANSWERS ARE WRONG: ${wrong.join("; ")}`);
  process.exitCode = 1;
}

/** All cases over files of one size. */
async function size(megabytes) {
  const isLarge = megabytes > LARGE;
  const folder = join(options.data, `${megabytes}mb`);
  const made = await files(folder, megabytes * MOST_BYTES, { ndjson: !isLarge, parquet: !isLarge }, tell);
  const cases = [];
  for (const { format, what, peers: libraries, large } of CASES.filter(({ large }) => large || !isLarge)) {
    const peers = [...OURS, ...libraries];
    const runs = Object.fromEntries(peers.map((peer) => [peer, []]));
    results.others.push(await others());
    for (let round = 0; round < (isLarge ? 1 : rounds); round += 1) {
      for (const peer of peers) {
        const found = await inFreshPage({ peer, format, what, url: `../data/${megabytes}mb/table.${format}` });
        runs[peer].push(found);
        tell(`${megabytes} MB ${format} ${what}, ${peer}: ${found.error ?? `${found.millis.toFixed(0)} ms, ${found.bytes} bytes in ${found.files} requests`}`);
        const due = what === "first" ? 100 : made.rows;
        if (OURS.includes(peer) && found.rows !== due) wrong.push(`${format} ${what}: ${found.error ?? `${found.rows} rows instead of ${due}`}`);
      }
    }
    cases.push({ format, what, large, runs });
  }
  return { megabytes, ...made, cases };
}

/** One measurement in a page of its own; what goes wrong with a peer is its result. */
async function inFreshPage(asked) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    const failed = new Promise((_, failed) => page.on("pageerror", failed));
    await page.goto(`${server.url}bench/index.html`);
    await page.waitForFunction(() => "ready" in globalThis);
    const peak = await watchPeak(browser);
    const found = await Promise.race([page.evaluate((asked) => globalThis.measure(asked), asked), failed]);
    return { ...found, peak: peak() };
  } catch (error) {
    return { error: error.message.split("\n")[0] };
  } finally {
    await context.close();
  }
}

function versions() {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8"));
  const named = Object.entries(packages).filter(([path]) => path.startsWith("node_modules/"));
  const read = ["papaparse", "udsv", "hyparquet", "hyparquet-compressors", "parquet-wasm", "@tanstack/virtual-core"];
  return Object.fromEntries(
    named.map(([path, { version }]) => [path.slice("node_modules/".length), version]).filter(([name]) => read.includes(name)),
  );
}
