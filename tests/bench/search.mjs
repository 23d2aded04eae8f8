// Measures the search, ours and its peers, in Chromium. `cargo xtask bench search` starts this with
// the browser in CHROME_PATH. Words to the person go to standard error, the result to standard
// output.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { MOST } from "./catalog/truth.mjs";
import { write } from "./catalog/write.mjs";
import { figures, ratios } from "./figures.mjs";
import { machine, others } from "./machine.mjs";
import { watchMemory } from "./memory.mjs";
import { page, tables } from "./report.mjs";
import { serve } from "./serve.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const { values: options } = parseArgs({
  options: {
    listings: { type: "string" },
    peers: { type: "string" },
    rounds: { type: "string" },
    passes: { type: "string" },
    data: { type: "string" },
    json: { type: "boolean" },
    // The page was not built for this, so that it may be older than the commit.
    "as-it-stood": { type: "boolean", default: false },
  },
});
const [rounds, passes] = [Number(options.rounds), Number(options.passes)];
const engines = ["ours", ...options.peers.split(",").filter(Boolean)];
const tell = (text) => process.stderr.write(`   ${text}\n`);

mkdirSync(options.data, { recursive: true });
const server = await serve(
  {
    bench: join(import.meta.dirname, "page"),
    data: options.data,
    dist: join(ROOT, "dist"),
    npm: join(import.meta.dirname, "node_modules"),
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
  passes,
  others: [],
  sizes: [],
};
try {
  for (const count of options.listings.split(",").map(Number)) {
    results.sizes.push(await size(count));
    // After each size, for whoever has no time for the next.
    keep();
  }
} catch (error) {
  tell(`it did not end: ${error.message}`);
  process.exit(1);
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(options.json ? `${machineReadable()}\n` : `\n${results.sizes.map(tables).join("\n\n")}\n\n`);
tell("written to docs/benchmarks.md");

const wrong = results.sizes.flatMap(({ listings, engines: { ours } }) => ours.faults.flatMap((faults) => Object.entries(faults).map(([number, list]) => `${listings} listings, query ${number}: ${list[0]}`)));
if (wrong.length) {
  tell(`OUR ANSWERS ARE WRONG, ${wrong.length} of them:`);
  for (const line of wrong.slice(0, 20)) tell(line);
  process.exitCode = 1;
}

function keep() {
  writeFileSync(join(options.data, "results.json"), machineReadable());
  writeFileSync(join(ROOT, "docs/benchmarks.md"), page(results));
}

/** Without the figures of single queries, which have served their purpose. */
function machineReadable() {
  return JSON.stringify(results, (name, value) => (name === "ofQuery" ? undefined : value), 1);
}

/** Measures one size of catalog. */
async function size(count) {
  tell(`making ${count} listings, and the right answers by looking at each`);
  const { truth, bytes, files } = write(join(options.data, String(count)), count);
  const measured = Object.fromEntries(engines.map((engine) => [engine, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const engine of engines) {
      const busy = await others();
      results.others.push(busy);
      const found = await measure(engine, count, truth.queries);
      found.faults = faults(found.answers, truth);
      delete found.answers;
      measured[engine].push(found);
      const wrong = Object.keys(found.faults).length;
      tell(`round ${round + 1}, ${engine}: first answer after ${(found.firstAnswer / 1_000).toFixed(1)} s, ${wrong} wrong; others used ${Math.round(busy * 100)} %`);
    }
  }
  const each = Object.fromEntries(engines.map((engine) => [engine, figures(measured[engine], truth.queries)]));
  const bars = engines.slice(1).map((engine) => [engine, ratios(each.ours, each[engine], truth.queries)]);
  return { listings: count, bytes, files, engines: each, ratios: Object.fromEntries(bars) };
}

/** One engine in a fresh page. */
async function measure(engine, count, queries) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    const failed = new Promise((_, failed) => page.on("pageerror", failed));
    await page.goto(`${server.url}bench/index.html`);
    await page.waitForFunction(() => "measure" in globalThis);
    const memory = await watchMemory(page);
    const asked = { engine, url: `../data/${count}/catalog.json`, queries, passes, most: MOST };
    const found = await Promise.race([page.evaluate((asked) => globalThis.measure(asked), asked), failed]);
    return { ...found, memory: await memory() };
  } finally {
    await context.close();
  }
}

/** What is wrong, by the number of the query. */
function faults(answers, truth) {
  const found = answers.map((answer) => [answer.number, truth.faults(truth.queries[answer.number], answer)]);
  return Object.fromEntries(found.filter(([, list]) => list.length).map(([number, list]) => [number, list.slice(0, 5)]));
}

function versions() {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, "package-lock.json"), "utf8"));
  const named = Object.entries(packages).filter(([path]) => path.startsWith("node_modules/"));
  return Object.fromEntries(named.map(([path, { version }]) => [path.slice("node_modules/".length), version]));
}
