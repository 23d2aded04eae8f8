// Protects the page for a file of one's own where the file is no table or cannot be opened: it
// offers what can be decided and no more, says how much was read, and leads on from a failure.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";
import { cell, CITIES, cover, hasRows, zip } from "./looked";

const PAPER = readFileSync(new URL("../fixtures/files/other/paper.pdf", import.meta.url));
const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
const ARCHIVE = zip({ "a.csv": CITIES, "b/c.csv": CITIES, "d.png": DOT });

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.setInputFiles("#own-file", { name, mimeType: "", buffer });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

/** What can be decided about the file, as the page offers it. */
const choosers = (page: Page) => page.locator(".pvtools .enc");

test("only what can be decided about a file is offered", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await choose(page, "cities.csv", Buffer.from(CITIES));
  await hasRows(page, 40);
  await expect(choosers(page)).toHaveCount(3);
  await choose(page, "paper.pdf", PAPER);
  await expect(page.locator(".pvfailed")).toContainText("PDF 文档");
  await expect(choosers(page)).toHaveCount(0);
  await choose(page, "dot.png", DOT);
  await expect(page.locator(".pvpicture img")).toHaveJSProperty("naturalWidth", 1);
  await expect(choosers(page)).toHaveCount(0);
  // Another encoding may help what is no JSON.
  await choose(page, "broken.json", Buffer.from('[{"a": 1},]'));
  await expect(page.locator(".pvfailed")).toContainText("多了一个逗号");
  await expect(choosers(page)).toHaveText([/编码/]);
});

test("of an archive it is said how much was read, and each file offers what it can", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await choose(page, "two.zip", ARCHIVE);
  const files = page.locator(".pvtree");
  // All of it: it is shorter than its end is looked for.
  const said = `${(ARCHIVE.length / 1000).toFixed(1)} KB`;
  await expect(files).toContainText("3 个");
  await expect(choosers(page)).toHaveCount(0);
  await expect(cover(page)).toContainText(`已读 ${said}／${said}`);
  await expectAccessible(page);
  await page.screenshot({ path: "tests/e2e/results/own-archive.png" });
  await files.getByRole("button", { name: "a.csv" }).click();
  await expect(cell(page, 0, 1)).toHaveText("甲市");
  await expect(choosers(page)).toHaveCount(3);
  await page.getByLabel("编码").selectOption("gb18030");
  await expect(cell(page, 0, 1)).not.toHaveText("甲市");
  await files.locator("summary").click();
  await files.getByRole("button", { name: "d.png" }).click();
  await expect(page.locator(".pv")).toContainText("请解开压缩包后打开");
  await expect(choosers(page)).toHaveCount(0);
});

test("a file that cannot be opened leads to another one, and not to itself", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await choose(page, "paper.pdf", PAPER);
  const failed = page.locator(".pvfailed");
  await expect(failed).toContainText("可以用别的程序打开它，或者换一个文件来看");
  await expect(failed).not.toContainText("下载");
  await expect(failed.getByRole("link")).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: "tests/e2e/results/own-failed.png" });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    failed.getByRole("button", { name: "换一个文件" }).click(),
  ]);
  await chooser.setFiles({ name: "cities.csv", mimeType: "text/csv", buffer: Buffer.from(CITIES) });
  await hasRows(page, 40);
});
