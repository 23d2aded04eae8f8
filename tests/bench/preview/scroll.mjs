// Scrolls a table of a million rows: the shop's own preview as a visitor has it, and the same rows in
// the document by TanStack Virtual.
import { cpSync, existsSync, mkdirSync, renameSync, createWriteStream, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { COLUMNS, csvLine, rows } from "./rows.mjs";

const ROWS = 1_000_000;
const VIEW = { width: 1260, height: 700 };

/** How many times slower the page's processor is made, by the browser, for the frames that a fast one hides. */
export const SLOWER = [4, 6];

/**
 * Both, as medians of the rounds: `{ fps, p95, dropped, spent, filled, slower: [{ rate, fps }], jump: { p50, most }, nodes,
 * longest }`.
 */
export async function scroll({ browser, server, data, dist, rounds, tell }) {
  const folder = join(data, "scroll");
  await write(join(folder, "table.csv"));
  shop(dist, folder);
  const runs = { ours: [], tanstack: [] };
  for (let round = 0; round < rounds; round += 1) {
    runs.ours.push(await inPage(browser, `${server.url}data/scroll/preview/?id=bench~table`, opened));
    runs.tanstack.push(await inPage(browser, `${server.url}bench/tanstack.html?rows=${ROWS}`, (page) => page.waitForFunction(() => "ready" in globalThis)));
    for (const name of ["ours", "tanstack"]) {
      const { fps, spent, slower, jump } = runs[name].at(-1);
      const slow = slower.map(({ rate, fps }) => `${fps.toFixed(1)} at a ${rate}th`).join(", ");
      tell(`round ${round + 1}, ${name}: ${fps.toFixed(1)} frames a second (${slow}), ${spent.toFixed(1)} ms each, jump ${jump.p50.toFixed(0)} ms`);
    }
  }
  return { ours: middle(runs.ours), tanstack: middle(runs.tanstack) };
}

/** The medians of each figure. */
function middle(runs) {
  const of = (figure) => runs.map(figure).toSorted((a, b) => a - b)[runs.length >> 1];
  return {
    ...Object.fromEntries(["fps", "p95", "dropped", "spent", "filled", "nodes", "longest"].map((name) => [name, of((run) => run[name])])),
    slower: SLOWER.map((rate, at) => ({ rate, fps: of(({ slower }) => slower[at].fps) })),
    jump: { p50: of(({ jump }) => jump.p50), most: of(({ jump }) => jump.most) },
  };
}

async function write(path) {
  if (existsSync(path)) return;
  mkdirSync(join(path, ".."), { recursive: true });
  const out = createWriteStream(`${path}.part`);
  out.write(`${COLUMNS.join(",")}\n`);
  let piece = "";
  for (const row of rows(ROWS)) {
    piece += csvLine(row);
    if (piece.length > 1 << 20) {
      if (!out.write(piece)) await once(out, "drain");
      piece = "";
    }
  }
  out.end(piece);
  await once(out, "finish");
  renameSync(`${path}.part`, path);
}

/** The page as built, with a catalog of one invented listing whose file is the table. */
function shop(dist, folder) {
  cpSync(dist, folder, { recursive: true });
  const listing = {
    id: "table",
    title: { zh: "虚构的表", en: "An invented table" },
    offers: [{ id: "o", priceType: "free" }],
    distributions: [{ id: "d", access: "download", downloadURL: "table.csv", format: "CSV", mediaType: "text/csv" }],
  };
  const catalog = { formatVersion: "0.1", id: "bench", title: { zh: "虚构的目录", en: "An invented catalogue" }, defaultLanguage: "zh", languages: ["zh", "en"], listings: [listing] };
  const config = { version: "0.1", sources: [{ id: "bench", kind: "dxc", url: "catalog.json" }] };
  writeFileSync(join(folder, "catalog.json"), JSON.stringify(catalog));
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
}

/** Waits until the whole table can be scrolled. */
async function opened(page) {
  const grid = page.getByRole("grid");
  await grid.waitFor();
  // Whoever scrolls to the end has asked for the whole file. No pointer is over either page.
  await page.locator(".cover button:visible").last().dispatchEvent("click");
  await page.waitForFunction((rows) => Number(document.querySelector('[role="grid"]')?.ariaRowCount) > rows, ROWS);
}

async function inPage(browser, url, ready) {
  const context = await browser.newContext({ viewport: VIEW });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(url);
    await ready(page);
    const browser = await context.newCDPSession(page);
    // Time of its processor, not of the clock.
    await browser.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => (await browser.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1_000;
    await page.evaluate(ground);
    const before = await spent();
    const plain = await page.evaluate(scrolled, 180);
    const each = ((await spent()) - before) / 180;
    const filled = await page.evaluate(filledOf, 60);
    const jumps = await page.evaluate(jumped);
    const longest = await page.evaluate(() => globalThis.measured.longest);
    const slower = [];
    for (const rate of SLOWER) {
      await browser.send("Emulation.setCPUThrottlingRate", { rate });
      const runs = [];
      // A frame that just misses its turn waits for the next one, so a single run says little.
      for (let run = 0; run < 3; run += 1) runs.push((await page.evaluate(scrolled, 120)).fps);
      slower.push({ rate, fps: runs.toSorted((a, b) => a - b)[1] });
    }
    return { ...plain, spent: each, filled, ...jumps, longest, slower };
  } finally {
    await context.close();
  }
}

/** What the measures in the page share. The box that scrolls is the one that holds the grid. */
async function ground() {
  const frame = () => new Promise(requestAnimationFrame);
  const grid = document.querySelector('[role="grid"]');
  let box = grid;
  while (box && !(box.scrollHeight > box.clientHeight * 10 && /auto|scroll/.test(getComputedStyle(box).overflowY))) {
    box = box === grid && grid.firstElementChild?.scrollHeight > 1e6 ? grid.firstElementChild : box.parentElement;
  }
  /** Which row is in the middle of the box, and whether there is something in its cells. */
  const shown = () => {
    const { left, top, width, height } = box.getBoundingClientRect();
    const row = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('[role="row"], tr');
    const cells = [...(row?.querySelectorAll('[role="gridcell"], td') ?? [])];
    return cells.length ? [Number(row.ariaRowIndex ?? row.getAttribute("aria-rowindex")), cells.slice(0, 3).every((cell) => cell.textContent.trim() !== "" && !cell.classList.contains("skel"))] : [NaN, false];
  };
  globalThis.measured = { frame, grid, box, shown, longest: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (measured.longest = Math.max(measured.longest, duration)))).observe({ type: "longtask" });
  await frame();
}

/** Scrolls on by so many frames. */
async function scrolled(count) {
  const { frame, box } = globalThis.measured;
  const frames = [];
  let last = await frame();
  for (let at = 0; at < count; at += 1) {
    box.scrollTop += 300;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  const spent = frames.reduce((sum, one) => sum + one, 0);
  return {
    fps: (frames.length * 1_000) / spent,
    p95: frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)],
    dropped: frames.reduce((sum, one) => sum + Math.max(0, Math.round(one / (1_000 / 60)) - 1), 0),
  };
}

/** Of so many frames more, in how many there are rows with something in their cells. */
async function filledOf(count) {
  const { frame, box, shown } = globalThis.measured;
  let filled = 0;
  for (let at = 0; at < count; at += 1) {
    box.scrollTop += 300;
    await frame();
    filled += Number(shown()[1]);
  }
  return filled / count;
}

/** Jumps here and there, each until the rows there stand in the document. */
async function jumped() {
  const { frame, grid, box, shown } = globalThis.measured;
  const rows = Number(grid.ariaRowCount);
  const jumps = [];
  let seed = 12345;
  for (let at = 0; at < 25; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const to = (seed / 2147483648) * 0.98 + 0.01;
    const began = performance.now();
    box.scrollTop = to * (box.scrollHeight - box.clientHeight);
    // A table longer than a browser's canvas moves a little faster in its middle than at its ends.
    let there = false;
    for (let tries = 0; tries < 120 && !there; tries += 1) {
      await frame();
      const [index, filled] = shown();
      there = filled && Math.abs(index / rows - to) < 0.1;
    }
    if (!there) throw new Error(`row ${Math.round(to * rows)} did not come`);
    jumps.push(performance.now() - began);
    await frame();
  }
  const sorted = jumps.toSorted((a, b) => a - b);
  await new Promise((done) => setTimeout(done, 200));
  return { jump: { p50: sorted[sorted.length >> 1], most: sorted.at(-1) }, nodes: grid.querySelectorAll('[role="gridcell"], td').length };
}
