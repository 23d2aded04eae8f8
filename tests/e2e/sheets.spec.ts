// Protects the part of the search program that reads tables: a shop without a table never asks
// for it, one with a table does, and where it does not come the table alone is missing.
import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, mounted, test } from "./journey";

const dist = resolve(import.meta.dirname, "../../dist");
const market = resolve(import.meta.dirname, "../../examples/market");
const CHUNK = /search-worker-[0-9a-f]{12}_sheet\.wasm$/;

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
    await expect(page.getByText("读表格的程序没能取到").first()).toBeVisible();

    // Once it can be fetched, trying again is enough.
    renameSync(`${chunk}.away`, chunk);
    await page.goBack();
    await page.getByRole("button", { name: "再试一次" }).first().click();
    await expect(page.getByText("1／2 个来源已读取")).toHaveCount(0);
    await page.getByRole("searchbox").first().fill("示例城市公交到站时刻");
    await expect(page.locator('[data-key="market~SY-001"]')).toBeVisible();
  });
});
