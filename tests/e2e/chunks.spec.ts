// Protects the pages whose code comes later: the first screens do without it, a page waits for
// it, and a load that failed is said and can be tried again.
import { type Page } from "@playwright/test";
import { expect, mounted, test } from "./journey";

const CHUNK = /\/storefront-[0-9a-f]{12}_(?!bg|chunks)[a-z.]+\.wasm$/;

function chunks(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (CHUNK.test(request.url())) asked.push(request.url());
  });
  return asked;
}

test("home and a listing need no chunk, the catalogue only that of the filters", async ({ page }) => {
  const asked = chunks(page);
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(asked).toEqual([]);
  await page.goto("browse/");
  await expect(page.locator('[data-facet="price"] .check').first()).toBeVisible();
  await page.locator(".card a[href*='listing/']").first().click();
  await expect(page.locator("main article, main .lhead").first()).toBeVisible();
  expect(asked.filter((url) => !/_[a-z.]*filters[a-z.]*\.wasm$/.test(url))).toEqual([]);
});

test("the list is there while the filters are not, and they can be asked for again", async ({ page, watch }) => {
  watch.expectError(/ERR_FAILED|Failed to fetch/);
  const pattern = "**/*_filters.wasm";
  await page.route(pattern, (route) => route.abort());
  await page.goto("browse/");
  await expect(page.locator(".card[data-key]").first()).toBeVisible();
  const panel = page.locator(".facets");
  await expect(panel).toContainText("这一部分没有取到");
  await page.unroute(pattern);
  await panel.getByRole("button", { name: "再试一次" }).click();
  await expect(panel.locator('[data-facet="price"] .check').first()).toBeVisible();
});

test("pointing at a link fetches the page behind it, which then shows without a skeleton", async ({ page }) => {
  const asked = chunks(page);
  await page.goto("");
  await mounted(page);
  const link = page.locator("#nav a[href$='exchanges/']");
  const came = page.waitForResponse((response) => /_directory\.wasm$/.test(response.url()));
  await link.hover();
  await (await came).finished();
  await page.waitForTimeout(300);
  const before = asked.length;
  await page.evaluate(() => {
    const seen = (window as unknown as { seen: boolean[] }).seen = [] as boolean[];
    const look = () => {
      seen.push(!!document.querySelector("main .xskel") && !document.querySelector("main h1"));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await link.click();
  await expect(page.locator(".exch-page")).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen)).not.toContain(true);
  expect(asked.length).toBe(before);
});

for (const [folder, file] of [["inquiry/", "inquiry"], ["exchanges/", "directory"]]) {
  test(`${folder} says that its code did not come, and opens when it does`, async ({ page, watch }) => {
    watch.expectError(/ERR_FAILED|Failed to fetch/);
    const pattern = `**/*_${file}.wasm`;
    await page.route(pattern, (route) => route.abort());
    await page.goto(folder);
    const failed = page.getByRole("alert");
    await expect(failed).toContainText("这一页没能打开");
    await failed.getByRole("button", { name: "再试一次" }).click();
    await expect(failed).toContainText("这一页没能打开");
    await page.unroute(pattern);
    await failed.getByRole("button", { name: "再试一次" }).click();
    await expect(failed).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}

test("a chunk that takes long leaves a skeleton, and the visitor may go elsewhere", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*_inquiry.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("inquiry/");
  await expect(page.locator("main").getByRole("status")).toContainText("正在打开这一页");
  await page.locator("#nav a[href$='exchanges/']").click();
  await expect(page.locator(".exch-page")).toBeVisible();
  release();
  await page.locator("#nav a[href*='inquiry/']").click();
  await expect(page.locator("main").getByRole("heading", { level: 1 })).toBeVisible();
});
