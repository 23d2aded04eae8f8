// Protects links to rows: whoever opens one sees the same columns as they were arranged, the same
// row wherever an order puts it, and nothing of a column that is another one by now.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";

const folder = mkdtempSync(join(tmpdir(), "jishi-links-"));
// The module is read once a process, also where its tests run with those of others between them.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const ROWS = 3_000;
const lines = Array.from({ length: ROWS }, (_, n) => `${n + 1},站${n % 7},${(n * 7919) % ROWS},备注${n}\n`);
writeFileSync(join(folder, "a.csv"), "id,station,amount,note\n" + lines.join(""));
writeFileSync(join(folder, "long.csv"), "id,station,amount,note\n" + Array.from({ length: 20_000 }, (_, n) => `${n + 1},站${n % 7},${(n * 7919) % 20_000},备注${n}\n`).join(""));
writeFileSync(join(folder, "b.csv"), "id,phone,station,amount,note\n" + lines.map((line) => line.replace(",", ",1380000,")).join(""));

async function open(page: Page, downloadURL: string, search = "") {
  const catalog = {
    formatVersion: "0.1", id: "test", title: { zh: "测试目录" }, defaultLanguage: "zh-Hans",
    listings: [{ id: "one", title: { zh: "一条挂牌" }, offers: [{ priceType: "free" }], distributions: [{ id: "d", access: "download", downloadURL }] }],
  };
  await page.unroute("**/catalog.json");
  await page.route("**/catalog.json", (route) => route.fulfill({ json: catalog }));
  await page.goto(`preview/?id=founding~one${search}`);
  await mounted(page);
  await expect(page.locator(".gc").first()).toBeVisible();
}

const grid = (page: Page) => page.getByRole("grid");
const names = (page: Page) => page.locator(".gh .cn");
const query = (page: Page) => new URL(page.url()).search.replace("?id=founding~one", "");
/** One thing of the menu of a column. */
async function arrange(page: Page, column: string, ...does: string[]) {
  await page.locator(".gh", { hasText: column }).getByRole("button").last().click();
  for (const name of does) await page.locator(".colmenu").getByRole("button", { name, exact: true }).click();
  if (await page.locator(".colmenu").isVisible()) await page.keyboard.press("Escape");
}

test("a link opens the columns as they were arranged", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, `${host.url}a.csv`);
  await arrange(page, "station", "隐藏这一列");
  await arrange(page, "note", "固定在左边", "加宽", "加宽");
  await expect(names(page)).toHaveText(["note", "id", "amount"]);
  const link = query(page);
  expect(link).toMatch(/^&cols=o4~h2~p4~w4x\d+~n\d+$/);
  const wide = (await page.locator(".gh", { hasText: "note" }).boundingBox())!.width;
  await page.screenshot({ path: "tests/e2e/results/links-arranged.png" });

  await open(page, `${host.url}a.csv`, link);
  await expect(names(page)).toHaveText(["note", "id", "amount"]);
  expect((await page.locator(".gh", { hasText: "note" }).boundingBox())!.width).toBe(wide);
  await expect(page.locator(".gfoot")).toContainText("1 列已隐藏");
  // Another language builds the page anew.
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator(".gfoot")).toContainText("1 hidden");
  await expect(names(page)).toHaveText(["note", "id", "amount"]);
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(names(page)).toHaveText(["note", "id", "station", "amount"]);
  expect(query(page)).not.toContain("~h2");
});

test("a link finds its row wherever the order puts it", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  // The whole file is smaller than what is read at once.
  await open(page, `${host.url}a.csv`, "&sort=-3&row=2000");
  await expect(page.locator(".gr.here .rn")).toHaveText("2,000");
  await expect(page.locator(".gr.here .gc").nth(0)).toHaveText("2000");
  await open(page, `${host.url}a.csv`, "&where=2~is~站3&row=2006");
  await expect(page.locator(".gr.here .rn")).toHaveText("2,006");
  // A row that the conditions leave out is said to be elsewhere.
  await open(page, `${host.url}a.csv`, "&where=2~is~站3&row=2007");
  await expect(page.locator(".gfoot")).toContainText("第 2,007 行不在这里");
  await expectAccessible(page);
});

test("a row that lies behind what is read at once is found once the file is read", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  for (const order of ["", "&sort=-3"]) {
    await open(page, `${host.url}long.csv`, `${order}&row=19500`);
    await expect(page.locator(".gfoot")).toContainText("第 19,500 行还没有读到");
    await page.getByRole("button", { name: /读完整个文件/ }).click();
    await expect(page.locator(".gr.here .rn")).toHaveText("19,500");
    await expect(page.locator(".gr.here .gc").nth(0)).toHaveText("19500");
    await expect(page.locator(".gfoot")).not.toContainText("还没有读到");
  }
  // The file has not so many.
  await open(page, `${host.url}a.csv`, "&row=4000");
  await expect(page.locator(".gfoot")).toContainText("第 4,000 行不在这里");
});

test("what a link asks of a column that is another by now is left out, and said", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, `${host.url}a.csv`);
  await arrange(page, "amount", "从大到小");
  await page.locator(".gh", { hasText: "station" }).getByRole("button").last().click();
  await page.locator(".colmenu .barlist button").first().click();
  await page.keyboard.press("Escape");
  await expect(page.locator(".pvcame")).toContainText(/[\d,]+ 行符合/);
  const link = query(page);
  expect(link).toMatch(/&names=2\.\d+~3\.\d+/);
  await open(page, `${host.url}a.csv`, link);
  await expect(page.locator(".pvcame")).toContainText(/[\d,]+ 行符合/);
  await expect(page.locator(".pv")).not.toContainText("文件的列变了");

  await open(page, `${host.url}b.csv`, link);
  await expect(page.locator(".notice", { hasText: "文件的列变了" })).toContainText("第 2、3 列现在叫别的名字");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(ROWS + 1));
  await expect(page.locator(".chip")).toHaveCount(0);
  expect(query(page)).toBe("");
  await expectAccessible(page);
  await page.screenshot({ path: "tests/e2e/results/links-lost.png" });
  // A link of before goes on working: it says no names.
  await open(page, `${host.url}b.csv`, "&sort=-4");
  await expect(page.locator(".gr .gc").nth(3)).toHaveText(String(ROWS - 1));
  // What cannot be read of it is said.
  await open(page, `${host.url}b.csv`, "&cols=z1&sort=x");
  await expect(page.locator(".pv")).toContainText("cols=z1");
});
