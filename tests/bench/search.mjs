// Measures the search, ours and its peers, in Chromium. `cargo xtask bench search` starts this with
// the browser in CHROME_PATH. Words to the person go to standard error, the result to standard
// output.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { MOST } from "./catalog/truth.mjs";
import { write } from "./catalog/write.mjs";
import { build } from "./ahead.mjs";
import { aheadFigures, figures, ratios } from "./figures.mjs";
import { goals } from "./goals.mjs";
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
    // The command line that builds indexes ahead.
    jishi: { type: "string" },
    json: { type: "boolean" },
    // The peers were named: also measure one that can take it beside the largest catalogs.
    named: { type: "boolean", default: false },
    // The page was not built for this, so that it may be older than the commit.
    "as-it-stood": { type: "boolean", default: false },
  },
});
const [rounds, passes] = [Number(options.rounds), Number(options.passes)];
const peers = options.peers.split(",").filter(Boolean);
/** Beyond so many listings only what is built ahead is asked, and of the peers the one that can take it. */
const LARGE = 250_000;
/** Where opening takes longer, only every so many queries are asked cold. */
const [SLOW, EVERY] = [100, 5];
const tell = (text) => process.stderr.write(`   ${text}\n`);

mkdirSync(options.data, { recursive: true });
const server = await serve(
  {
    // The folder of the catalogs once more, so that what an index takes is counted by itself.
    ahead: options.data,
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

const wrong = results.sizes.flatMap(({ listings, engines: { ours }, ahead }) =>
  [...(ours?.faults ?? []), ...ahead.faults].flatMap((faults) =>
    Object.entries(faults).map(([number, list]) => `${listings} listings, query ${number}: ${list[0]}`),
  ),
);
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
  const isLarge = count > LARGE;
  const engines = isLarge ? peers.filter((peer) => options.named && peer === "vanilla") : ["ours", ...peers];
  const folder = join(options.data, String(count));
  const { truth, bytes, files, whole } = write(folder, count, { shards: engines.length > 0, whole: true });
  const measured = Object.fromEntries(engines.map((engine) => [engine, []]));
  const rest = async () => {
    const busy = await others();
    results.others.push(busy);
    return `others used ${Math.round(busy * 100)} %`;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const engine of engines) {
      const used = await rest();
      const asked = { engine, url: `../data/${count}/catalog.json`, queries: truth.queries, passes, most: MOST };
      const found = await inFreshPage("measure", asked, true);
      found.faults = faults(found.answers, truth);
      delete found.answers;
      measured[engine].push(found);
      const wrong = Object.keys(found.faults).length;
      tell(`round ${round + 1}, ${engine}: first answer after ${(found.firstAnswer / 1_000).toFixed(1)} s, ${wrong} wrong; ${used}`);
    }
  }
  const each = Object.fromEntries(engines.map((engine) => [engine, figures(measured[engine], truth.queries)]));
  const bars = each.ours ? engines.slice(1).map((engine) => [engine, ratios(each.ours, each[engine], truth.queries)]) : [];
  const ahead = await builtAhead(count, folder, truth, rest);
  const of = { listings: count, bytes, files, whole, engines: each, ratios: Object.fromEntries(bars), ahead };
  return { ...of, goals: goals(of) };
}

/** The same catalog built ahead by `jishi build`, and its files read as questions need them. */
async function builtAhead(count, folder, truth, rest) {
  tell(`building the index of ${count} listings ahead`);
  const built = await build(options.jishi, join(folder, "whole.json"), join(ROOT, "dist"), join(folder, "shop"));
  tell(`jishi build: ${(built.millis / 1_000).toFixed(1)} s`);
  const url = `../ahead/${count}/shop/${built.url}`;
  const [opened, cold, narrowed] = [[], [], []];
  const { queries } = truth;
  const checked = (found) => {
    found.faults = faults(found.answers, truth);
    delete found.answers;
    return found;
  };
  for (let round = 0; round < rounds; round += 1) {
    const used = await rest();
    opened.push(checked(await inFreshPage("measureAhead", { url, queries, passes, most: MOST }, true)));
    const { first } = opened.at(-1);
    tell(`round ${round + 1}, built ahead: first answer after ${first.millis.toFixed(0)} ms, ${first.bytes} bytes in ${first.files} files; ${used}`);
    const some = first.millis > SLOW ? queries.filter((_, at) => at % EVERY === 0) : queries;
    for (const [columns, into] of [[false, cold], [true, narrowed]]) {
      into.push(checked(await inFreshPage("measureCold", { url, queries: some, most: MOST, columns, cards: built.cards }, false)));
    }
  }
  return { built, ...aheadFigures(opened, cold, narrowed, queries) };
}

/** What the page's function `name` answers in a fresh page. */
async function inFreshPage(name, asked, weighed) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    const failed = new Promise((_, failed) => page.on("pageerror", failed));
    await page.goto(`${server.url}bench/index.html`);
    await page.waitForFunction(() => "measure" in globalThis);
    const memory = weighed ? await watchMemory(page) : () => undefined;
    const found = await Promise.race([page.evaluate(([name, asked]) => globalThis[name](asked), [name, asked]), failed]);
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
