// Protects the page for a file of one's own where the file is no table or cannot be opened: it
// offers what can be decided and no more, says how much was read, and leads on from a failure.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";
import { allPrograms, cell, CITIES, cover, hasRows, zip } from "./looked";

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

test("a text that is shown as prose is made a table, and prose again", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await choose(page, "space.txt", Buffer.from("0   x0   0\n1   x1   2\n2   x2   4\n"));
  await expect(page.locator(".pvtext pre")).toContainText("1   x1   2");
  await expect(choosers(page)).toHaveCount(3);
  await expectAccessible(page);
  await page.getByLabel("分隔符").selectOption(" ");
  await hasRows(page, 3);
  await page.getByLabel("分隔符").selectOption("");
  await expect(page.locator(".pvtext pre")).toContainText("1   x1   2");
});

test("a picture is shown as one, an SVG among them, and one that is cut is said to be", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  const svg = readFileSync(new URL("../fixtures/files/other/drawing.svg", import.meta.url));
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => dialogs.push(dialog.message()));
  for (const name of ["drawing.svg", "misnamed.csv"]) {
    await choose(page, name, svg);
    await expect(page.locator(".pvpicture img")).toHaveJSProperty("naturalWidth", 100);
  }
  expect(dialogs).toEqual([]);
  await expect(cover(page)).toContainText("图片");
  await expect(cover(page)).not.toContainText("已读");
  await expect(page.locator(".pv")).not.toContainText("缺了末尾");
  await expectAccessible(page);
  await choose(page, "cut.png", DOT.subarray(0, DOT.length - 12));
  await expect(page.locator(".noticed")).toContainText("图片缺了末尾");
});

test("of JSON without rows the next step is one that can be taken", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await choose(page, "empty.json", Buffer.from("{}"));
  await expect(page.locator(".pvfailed")).toContainText("没有找到表");
  await expect(page.locator(".pvfailed")).not.toContainText("分隔符");
});

test("of several files that are dropped it is said which one is open", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  const drop = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    for (const name of ["first.csv", "second.csv"]) transfer.items.add(new File([text], name));
    return transfer;
  }, CITIES);
  await page.dispatchEvent(".dropzone", "drop", { dataTransfer: drop });
  await hasRows(page, 40);
  const said = page.locator(".dropzone [role=status]");
  await expect(said).toHaveText("一次打开一个文件：这是“first.csv”，另外 1 个没有打开。");
  await expectAccessible(page);
  await choose(page, "third.csv", Buffer.from(CITIES));
  await expect(said).toHaveText("");
});

test("a first row of megabytes is said where rows would be, and shown once all is read", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await choose(page, "long.csv", Buffer.from(`id,text\n1,${"长".repeat(1_500_000)}\n2,short\n`));
  await expect(page.locator(".grid-pane")).toContainText("第一行数据还没有完");
  await cover(page).getByRole("button", { name: /读完整个文件/ }).click();
  await hasRows(page, 2);
  await expect(cell(page, 1, 1)).toHaveText("short");
  await expect(page.locator(".pv")).not.toContainText("第一行数据还没有完");
});

test("with the network off own files of every kind open, one after the other", async ({ page, context }) => {
  const programs = allPrograms(page);
  await page.goto("preview/");
  await mounted(page);
  await programs;
  const book = zip({
    "xl/workbook.xml": "<workbook><sheets><sheet name='表' r:id='1'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels": "<R><Relationship Id='1' Type='/worksheet' Target='a.xml'/></R>",
    "xl/a.xml": "<worksheet><sheetData><row><c t='str'><v>城市</v></c></row><row><c t='str'><v>甲市</v></c></row></sheetData></worksheet>",
  });
  const columns = readFileSync(new URL("../../crates/parquet/tests/data/codec_zstd.parquet", import.meta.url));
  await context.setOffline(true);
  for (let round = 0; round < 2; round++) {
    await choose(page, `book-${round}.xlsx`, book);
    await expect(cell(page, 0, 0)).toHaveText("甲市");
    await choose(page, `columns-${round}.parquet`, columns);
    await expect(cell(page, 1, 1)).toHaveText("word 1");
    await choose(page, `cities-${round}.csv`, Buffer.from(CITIES));
    await hasRows(page, 40);
  }
  await context.setOffline(false);
});
