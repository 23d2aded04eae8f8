// Protects federation: sources of other origins load beside the local one, and one that refuses
// costs its own listings and nothing else.
import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, expectAccessible, mounted, test } from "./journey";

const dist = resolve(import.meta.dirname, "../../dist");

/** A catalog with one listing. */
const catalog = (id: string, title: string) =>
  JSON.stringify({
    formatVersion: "0.1",
    id,
    title: `Catalog ${id}`,
    defaultLanguage: "en",
    languages: ["en"],
    exchanges: [],
    listings: [{ id: "one", title, offers: [{ id: "o1", priceType: "unknown" }] }],
  });

test("a source elsewhere loads, one that refuses is named, and the rest works", async ({ page, origin, watch }) => {
  watch.expectError(/CORS|ERR_FAILED|404/);
  const folder = mkdtempSync(join(tmpdir(), "jishi-remote-"));
  try {
    for (const name of ["open", "shut"]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "catalog.json"), catalog(name, `Listing of ${name}`));
    }
    writeFileSync(join(folder, "open", "page.json"), "<!doctype html><title>Log in</title>");
    const open = await origin(join(folder, "open"), { cors: true });
    const shut = await origin(join(folder, "shut"), { cors: false });
    const site = join(folder, "site");
    cpSync(dist, site, { recursive: true });
    writeFileSync(
      join(site, "config.json"),
      JSON.stringify({
        version: "0.1",
        sources: [
          { id: "founding", kind: "dxc", url: "catalog.json" },
          { id: "open", kind: "dxc", url: `${open.url}catalog.json` },
          { id: "shut", kind: "dxc", url: `${shut.url}catalog.json`, title: { zh: "不肯的来源", en: "The one that refuses" } },
          { id: "login", kind: "dxc", url: `${open.url}page.json` },
        ],
      }),
    );
    const shop = await origin(site);
    await page.goto(`${shop.url}browse/?q=listing`);
    await mounted(page);
    await expect(page.locator('[data-key="open~one"]')).toBeVisible();
    await expect(page.getByText("2／4 个来源已读取")).toBeVisible();
    await expect(page.getByText("不肯的来源").first()).toBeVisible();
    await page.goto(`${shop.url}about/`);
    await expect(page.getByText("浏览器不告诉我们是哪一种").first()).toBeVisible();
    await expectAccessible(page);

    // Once it allows other origins, trying again is enough.
    await page.goto(`${shop.url}browse/`);
    await expect(page.locator('[data-key="founding~bj-voice-303h-en-zh"]')).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Calls `visit` with the folder of a shop that has this configuration. */
async function withConfig(config: object, visit: (site: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "jishi-config-"));
  try {
    const site = join(folder, "site");
    cpSync(dist, site, { recursive: true });
    writeFileSync(join(site, "config.json"), JSON.stringify(config));
    await visit(site);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a configuration with bad options still opens the shop and names them", async ({ page, origin }) => {
  const config = {
    version: "0.1",
    name: { zh: "示例数据交易所", en: "Example Exchange" },
    theme: { brandHue: 900 },
    colours: "red",
    contact: { name: { zh: "服务台" }, email: "desk@exchange.example" },
    sources: [{ id: "founding", kind: "dxc", url: "catalog.json" }],
  };
  await withConfig(config, async (site) => {
    const shop = await origin(site);
    await page.goto(shop.url);
    await mounted(page);
    await expect(page.getByRole("link", { name: "示例数据交易所" })).toBeVisible();
    await expect(page).toHaveTitle("示例数据交易所");
    await expect(page.locator("footer").getByRole("link", { name: "desk@exchange.example" })).toBeVisible();
    await page.goto(`${shop.url}inquiry/`);
    await expect(page.locator(".ways2 li").filter({ hasText: "desk@exchange.example" })).toBeVisible();
    await page.goto(`${shop.url}about/`);
    await expect(page.getByText("/theme/brandHue")).toBeVisible();
    await expect(page.getByText(/colours/).first()).toBeVisible();
  });
});

test("a long name breaks on a phone, and the menu and the order keep their places and names", async ({ page, origin }) => {
  const config = {
    version: "0.1",
    name: { zh: "示例省数据要素流通与公共数据授权运营服务平台", en: "Example Province International Big Data Exchange" },
    sources: [{ id: "founding", kind: "dxc", url: "catalog.json" }],
  };
  await withConfig(config, async (site) => {
    const shop = await origin(site);
    for (const width of [320, 360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${shop.url}browse/?lang=${width === 360 ? "en" : "zh"}`);
      await expect(page.locator(".card").first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${width} wide`).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    await expectAccessible(page);
    await page.goto(`${shop.url}listing/?id=founding~bj-covid-testing-centers&lang=en`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
