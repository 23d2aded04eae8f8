// Protects what a visitor has open and decided: it stays when the language changes, a link holds
// it, a file dropped anywhere is taken, and an owner's rule is obeyed however it is written.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, mounted, test } from "./journey";
import { CITIES, cell, file, hasRows, names, open } from "./looked";

const folder = mkdtempSync(join(tmpdir(), "jishi-staying-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "cities.csv"), CITIES);
const MANY = 30_000;
writeFileSync(join(folder, "many.csv"), "n,text\n" + Array.from({ length: MANY }, (_, n) => `${n},row ${n}\n`).join(""));

test("a file of one's own stays open in the other language, with what is looked at", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await page.setInputFiles("#own-file", join(folder, "cities.csv"));
  await hasRows(page, 40);
  await page.getByRole("searchbox", { name: "在行里搜索" }).or(page.locator(".pvsearch input")).first().fill("乙市");
  await page.keyboard.press("Enter");
  await hasRows(page, 20);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await hasRows(page, 20);
  await expect(cell(page, 0, 1)).toHaveText("乙市");
  await expect(page.locator(".chip")).toContainText("乙市");
});

test("a file that was read whole is not read again in the other language", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const asked: string[] = [];
  await open(page, file(`${host.url}many.csv`));
  await page.getByRole("button", { name: /读完整个文件/ }).click();
  await expect(page.locator(".cover")).toContainText("30,000 行");
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator(".cover")).toContainText("30,000 rows");
  await expect(cell(page, 0, 1)).toHaveText("row 0");
  expect(asked.filter((url) => url.startsWith(host.url))).toEqual([]);
});

test("a link holds how the file is read, so that its row is the same one", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const listing = file(`${host.url}cities.csv`);
  await open(page, listing);
  await hasRows(page, 40);
  await page.getByLabel("首行是列名").selectOption("no");
  await hasRows(page, 41);
  await expect(page).toHaveURL(/head=no/);
  await open(page, listing, "&head=no&row=1");
  await hasRows(page, 41);
  await expect(cell(page, 0, 1)).toHaveText("city");
  await open(page, listing, "&sep=ab");
  await expect(page.locator(".pv")).toContainText("sep");
  await expect(names(page).first()).toHaveText("id");
});

test("a file dropped anywhere on the page is taken", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await page.setInputFiles("#own-file", join(folder, "cities.csv"));
  await hasRows(page, 40);
  const drop = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["a\n1\n2\n"], "dropped.csv", { type: "text/csv" }));
    return transfer;
  });
  await page.dispatchEvent(".grid-pane", "drop", { dataTransfer: drop });
  await hasRows(page, 2);
  await page.dispatchEvent("body", "drop", { dataTransfer: drop });
  await hasRows(page, 2);
});

test("an owner's rule holds as a word alone, and the columns stay in sight", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const schema = { fields: [{ name: "city", type: "string" }] };
  await open(page, { ...file(`${host.url}cities.csv`), schema, preview: "none" });
  await expect(page.locator(".pv")).toContainText("发布方不提供预览");
  await expect(page.locator(".pvfields")).toContainText("city");
  expect(asked.filter((url) => url.startsWith(host.url))).toEqual([]);
  const removed = { on: "2026-05-06", reason: { zh: "合同到期" } };
  await open(page, { ...file(`${host.url}cities.csv`), removed });
  await expect(page.locator(".pv")).toContainText("2026-05-06");
  await expect(page.locator(".pv")).toContainText("合同到期");
});

test("a column is known or must not be learned, never both", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await page.setInputFiles("#own-file", join(folder, "cities.csv"));
  const box = (what: string) => page.locator(".risk").getByRole("checkbox", { name: `city: ${what}` });
  await box("别人可能知道").setChecked(true);
  await box("不该被知道").setChecked(true);
  await expect(box("别人可能知道")).not.toBeChecked();
  await box("别人可能知道").setChecked(true);
  await expect(box("不该被知道")).not.toBeChecked();
});
