// Protects the rows of the preview: the keyboard, the menus of columns, what is copied, long cells,
// many columns, links to a view and a row.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./journey";
import { active, cell, CITIES, cover, file, grid, hasRows, LONG, names, open } from "./looked";

const folder = mkdtempSync(join(tmpdir(), "jishi-rows-"));
// The module is read once a process, also where its tests run with those of others between them.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string) => writeFileSync(join(folder, name), content);

put("long.csv", LONG);
put("cities.csv", CITIES);
put("wide.csv", Array.from({ length: 2000 }, (_, n) => `c${n + 1}`).join(",") + "\n" + Array.from({ length: 2000 }, (_, n) => n).join(",") + "\n");
put("cells.csv", `a,b\n"${"长".repeat(900)}",\n<img src=x onerror=alert(1)>,https://example.org/\nz,javascript:alert(1)\n`);

test("the keyboard goes everywhere, opens a cell and comes back", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}long.csv`));
  await page.getByRole("button", { name: /读完整个文件/ }).click();
  await hasRows(page, 60_000);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(active(page)).toHaveText("城市1");
  await page.keyboard.press("End");
  await expect(active(page)).toHaveText("3");
  await page.keyboard.press("Control+End");
  await expect(active(page)).toHaveText(String(59_999 * 3));
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", (await active(page).getAttribute("id"))!);
  await expect(page.locator(".gr.here .rn")).toHaveText("60,000");
  await page.keyboard.press("Home");
  await expect(active(page)).toHaveText("60000");
  await page.keyboard.press("Control+Home");
  await expect(active(page)).toHaveText("1");
  for (let n = 0; n < 5; n++) await page.keyboard.press("PageDown");
  const down = Number(await active(page).textContent());
  expect(down).toBeGreaterThan(50);
  await page.keyboard.press("ArrowUp");
  await expect(active(page)).toHaveText(String(down - 1));
  await page.keyboard.press("Enter");
  const sheet = page.locator(".cellview");
  await expect(sheet).toContainText(`id，第 ${down - 1} 行`);
  await expect(sheet.locator("pre")).toHaveText(String(down - 1));
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(grid(page)).toBeFocused();
});

test("the menu of a column does all that a pointer does, by keyboard", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}cities.csv`));
  await hasRows(page, 40);
  await grid(page).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator(".gh.at")).toHaveCount(1);
  await page.keyboard.press("Enter");
  const menu = page.locator(".colmenu");
  await expect(menu).toBeVisible();
  await menu.getByRole("button", { name: "从大到小" }).press("Enter");
  await expect(menu).toBeHidden();
  await expect(grid(page)).toBeFocused();
  await expect(cell(page, 0, 0)).toHaveText("40");
  await expect(page).toHaveURL(/sort=-1/);
  await expect(page.locator(".gh").first()).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await menu.getByRole("button", { name: "隐藏这一列" }).press("Enter");
  await expect(names(page).first()).toHaveText("city");
  await page.getByRole("button", { name: "全部显示" }).click();
  await expect(names(page).first()).toContainText("id");
  await expectAccessible(page);
});

test("rows are copied as lines with tabs between the cells", async ({ page, origin, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}cities.csv`));
  await hasRows(page, 40);
  await expect(cell(page, 0, 0)).toHaveText("1");
  await grid(page).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  await expect(page.locator(".said")).toHaveText("已复制 2 行");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("1\t甲市\t3\r\n2\t乙市\t6");
});

test("long cells are cut in the grid and whole when opened; nothing in them runs", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}cells.csv`));
  await expect(cell(page, 0, 0)).toHaveText(/^长{160}…$/);
  await cell(page, 0, 0).dblclick();
  await expect(page.locator(".cellview pre")).toHaveText("长".repeat(900));
  await page.keyboard.press("Escape");
  await expect(cell(page, 1, 0)).toHaveText("<img src=x onerror=alert(1)>");
  await expect(page.locator(".gbody img")).toHaveCount(0);
  await expect(page.locator(".gbody a")).toHaveCount(1);
  await expect(cell(page, 1, 1).getByRole("link")).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await expect(cell(page, 2, 1)).toHaveText("javascript:alert(1)");
});

test("of two thousand columns those in sight are drawn, and the keyboard reaches the last", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}wide.csv`));
  await expect(names(page).first()).toHaveText("c1");
  expect(await names(page).count()).toBeLessThan(30);
  await expect(grid(page)).toHaveAttribute("aria-colcount", "2001");
  await grid(page).focus();
  await page.keyboard.press("End");
  await expect(active(page)).toHaveText("1999");
  await expect(names(page).last()).toHaveText("c2000");
  await expect(active(page)).toHaveAttribute("aria-colindex", "2001");
});

test("a link opens the same view and the same row", async ({ page, origin, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}cities.csv`), "&where=2~is~乙市&sort=-1");
  await expect(page.locator(".pvcame")).toContainText("20 行符合");
  await expect(cell(page, 0, 0)).toHaveText("40");
  await expect(page.locator(".gr .rn").first()).toHaveText("40");
  await cell(page, 3, 0).click();
  await page.getByRole("button", { name: "复制本行链接" }).click();
  await expect(page.locator(".said")).toHaveText("已复制第 34 行的链接");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/row=34/);
  await page.goto(link);
  await expect(active(page)).toHaveText("34");
  await page.getByRole("button", { name: /去掉条件/ }).click();
  await hasRows(page, 40);
});

test("a search that nothing meets says so, and offers the way back", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}cities.csv`));
  await page.getByRole("searchbox", { name: "在这些行里搜索" }).fill("没有的");
  await page.keyboard.press("Enter");
  await expect(page.locator(".empty")).toContainText("没有符合的行");
  await expect(page.locator(".empty")).toContainText("全部 40 行");
  await page.locator(".empty").getByRole("button", { name: "全部清除" }).click();
  await hasRows(page, 40);
});

test("in English and in the dark, on a phone, it is accessible and fits", async ({ browser, baseURL, watch }) => {
  const context = await browser.newContext({
    baseURL,
    locale: "en-US",
    colorScheme: "dark",
    viewport: { width: 360, height: 740 },
  });
  await watch.attach(context);
  const page = await context.newPage();
  await page.goto("preview/?id=founding~bj-covid-testing-centers");
  await expect(cover(page)).toContainText("The whole file was read: 24 rows");
  await expect(page.getByText("Synthetic sample")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await context.close();
});
