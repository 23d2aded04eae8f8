// Protects the parts of the search program that come later. What reads tables: a shop without a
// table never asks for it, one with a table does, and where it does not come the table alone is
// missing. What takes catalogs in: the same, for a shop whose index was built ahead.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, mounted, test } from "./journey";

const root = resolve(import.meta.dirname, "../..");
const dist = resolve(import.meta.dirname, "../../dist");
const market = resolve(import.meta.dirname, "../../examples/market");
const CHUNK = /search-worker-[0-9a-f]{12}_sheet\.wasm$/;
const INTAKE = /search-worker-[0-9a-f]{12}_intake\.wasm$/;
const LATER = /search-worker-[0-9a-f]{12}_[a-z.]+\.wasm$/;

const FOUNDING = { id: "founding", kind: "dxc", url: "catalog.json" };
const MARKET = { id: "market", kind: "sheet", url: "listings.csv", mapping: "mapping.json", title: { zh: "那张表", en: "The table" } };
const FROM_TABLE = "browse/?q=示例城市公交到站时刻";
const FROM_CATALOG = '[data-key="founding~bj-voice-303h-en-zh"]';

/** Calls `visit` with the folder of a shop that has these sources. */
async function withSources(sources: object[], visit: (site: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "jishi-sheets-"));
  try {
    const site = join(folder, "site");
    cpSync(dist, site, { recursive: true });
    for (const file of ["listings.csv", "mapping.json"]) cpSync(join(market, file), join(site, file));
    writeFileSync(join(site, "config.json"), JSON.stringify({ version: "0.1", sources }));
    await visit(site);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a shop without a table never asks for what reads tables", async ({ page, origin, baseURL }) => {
  await withSources([FOUNDING], async (site) => {
    const shop = await origin(site, { at: new URL(baseURL!).pathname });
    await page.goto(`${shop.url}browse/`);
    await expect(page.locator(FROM_CATALOG)).toBeVisible();
    await page.goto(`${shop.url}about/`);
    await mounted(page);
    expect(shop.asked.some((path) => path.endsWith("/search-worker_bg.wasm"))).toBe(true);
    expect(shop.asked.filter((path) => CHUNK.test(path))).toEqual([]);
  });
});

test("a plain catalog is asked for together with what takes it in, which comes once", async ({ page, origin, baseURL }) => {
  await withSources([FOUNDING, { ...FOUNDING, id: "again" }], async (site) => {
    const shop = await origin(site, { at: new URL(baseURL!).pathname });
    // The catalog does not come before the other was asked for.
    let release = () => {};
    const asked = new Promise<void>((resolve) => (release = resolve));
    await page.context().route("**/catalog.json", async (route) => {
      await asked;
      await route.continue();
    });
    await page.context().route(INTAKE, async (route) => {
      release();
      await route.continue();
    });
    await page.goto(`${shop.url}browse/`);
    await expect(page.locator(FROM_CATALOG)).toBeVisible();
    expect(shop.asked.filter((path) => INTAKE.test(path))).toHaveLength(1);
  });
});

test("a catalog is named when what takes it in does not come, and read when it does", async ({ page, origin, watch, baseURL }) => {
  watch.expectError(/404/);
  await withSources([FOUNDING], async (site) => {
    const chunk = join(site, readdirSync(site).find((name) => INTAKE.test(name))!);
    renameSync(chunk, `${chunk}.away`);
    const shop = await origin(site, { at: new URL(baseURL!).pathname });
    await page.goto(`${shop.url}browse/`);
    await expect(page.getByText("0／1 个来源已读取")).toBeVisible();
    await page.getByRole("link", { name: "查看来源状态" }).first().click();
    await expect(page.getByText("读取这个来源的程序没能取到").first()).toBeVisible();
    renameSync(`${chunk}.away`, chunk);
    await page.goBack();
    await page.getByRole("button", { name: "再试一次" }).first().click();
    await expect(page.locator(FROM_CATALOG)).toBeVisible();
  });
});

test("a shop whose index was built ahead needs nothing of what comes later", async ({ page, origin }) => {
  const folder = mkdtempSync(join(tmpdir(), "jishi-ahead-"));
  try {
    const listings = Array.from({ length: 2_000 }, (_, number) => ({
      id: `n-${number}`,
      title: { zh: `示例 ${number}` },
      description: { zh: "示".repeat(400) },
      offers: [{ id: "o1", priceType: "unknown" }],
    }));
    const head = { formatVersion: "0.1", id: "large", title: { zh: "大（虚构）" }, defaultLanguage: "zh", languages: ["zh"] };
    writeFileSync(join(folder, "large.json"), JSON.stringify({ ...head, listings }));
    const out = join(folder, "site");
    const program = process.env.JISHI ?? join(root, "target/debug/jishi");
    execFileSync(program, ["build", join(folder, "large.json"), "--page", dist, "--out", out], { stdio: "pipe" });
    const config = JSON.parse(readFileSync(join(out, "config.json"), "utf8"));
    expect(config.sources).toMatchObject([{ "x-jishi-index": true }]);
    const shop = await origin(out, { at: "/ahead/" });
    await page.goto(`${shop.url}browse/?q=示例 1999`);
    await expect(page.locator('.card[data-key$="~n-1999"]')).toBeVisible();
    expect(shop.asked.some((path) => path.endsWith("/head.bin"))).toBe(true);
    expect(shop.asked.filter((path) => LATER.test(path))).toEqual([]);

    // What the configuration says only decides when it is asked for.
    writeFileSync(join(out, "config.json"), JSON.stringify({ ...config, sources: [{ ...config.sources[0], "x-jishi-index": undefined }] }));
    await page.goto(`${shop.url}browse/?q=示例 1998`);
    await expect(page.locator('.card[data-key$="~n-1998"]')).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a table beside a catalog is read, and what reads it is asked for once", async ({ page, origin, baseURL }) => {
  const again = { ...MARKET, id: "again" };
  await withSources([FOUNDING, MARKET, again], async (site) => {
    const shop = await origin(site, { at: new URL(baseURL!).pathname });
    await page.goto(`${shop.url}${FROM_TABLE}`);
    await expect(page.locator('[data-key="market~SY-001"]')).toBeVisible();
    await expect(page.locator('[data-key="again~SY-001"]')).toBeVisible();
    expect(shop.asked.filter((path) => CHUNK.test(path))).toHaveLength(1);
  });
});

test("a table whose reader does not come is named, and the rest is shown", async ({ page, origin, watch, baseURL }) => {
  watch.expectError(/404/);
  await withSources([FOUNDING, MARKET], async (site) => {
    const chunk = join(site, readdirSync(site).find((name) => CHUNK.test(name))!);
    renameSync(chunk, `${chunk}.away`);
    const shop = await origin(site, { at: new URL(baseURL!).pathname });
    await page.goto(`${shop.url}browse/`);
    await expect(page.locator(FROM_CATALOG)).toBeVisible();
    await expect(page.getByText("1／2 个来源已读取")).toBeVisible();
    await expect(page.getByText("那张表").first()).toBeVisible();
    await page.getByRole("link", { name: "查看来源状态" }).click();
    await expect(page.getByText("读取这个来源的程序没能取到").first()).toBeVisible();

    // Once it can be fetched, trying again is enough.
    renameSync(`${chunk}.away`, chunk);
    await page.goBack();
    await page.getByRole("button", { name: "再试一次" }).first().click();
    await expect(page.getByText("1／2 个来源已读取")).toHaveCount(0);
    await page.getByRole("searchbox").first().fill("示例城市公交到站时刻");
    await expect(page.locator('[data-key="market~SY-001"]')).toBeVisible();
  });
});
