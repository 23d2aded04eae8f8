// Protects archives: one whose check sum is another says so and keeps the rows that came; one that
// is too long to be read to its directory, on a host that gives no parts, says that; and a sheet
// that cannot be shown leaves the others to be chosen.
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./journey";
import { cell, file, hasRows, listen, names, open as openListing, zip } from "./looked";

const open = (page: Page, downloadURL: string) => openListing(page, file(downloadURL, { format: "zip" }));

/** A host that gives no parts of files and sends these pieces. */
async function host(pieces: () => Iterable<Buffer>) {
  const server = createServer((request, response) => {
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "application/octet-stream" });
    if (request.method === "HEAD") return response.end();
    const all = pieces()[Symbol.iterator]();
    const more = () => {
      for (;;) {
        const next = all.next();
        if (next.done) return response.end();
        if (response.destroyed || !response.write(next.value)) return;
      }
    };
    response.on("drain", more);
    more();
  });
  return { url: `${await listen(server)}/`, close: () => server.close() };
}

test("a check sum that is another is said, and the rows stay", async ({ page, watch }) => {
  const packed = gzipSync("id,city\n" + Array.from({ length: 500 }, (_, n) => `${n + 1},市${n % 9}\n`).join(""));
  packed[packed.length - 8] ^= 1;
  const { url, close } = await host(() => [packed]);
  watch.allow(url);
  await open(page, `${url}a.csv.gz`);
  await expect(page.locator(".gc").first()).toHaveText("1");
  await expect(page.locator(".cover")).toContainText("校验和（CRC-32）对不上");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "501");
  await expectAccessible(page);
  await page.screenshot({ path: "tests/e2e/results/wrapped-checksum.png" });
  close();
});

test("an archive too long to be read to its directory says so", async ({ page, watch }) => {
  const piece = Buffer.alloc(1 << 20, 7);
  const head = Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0\0\0", "latin1"), piece]);
  const { url, close } = await host(function* () {
    yield head;
    for (let n = 0; n < 60; n++) yield piece;
  });
  watch.allow(url);
  await open(page, `${url}a.zip`);
  await expect(page.locator(".pvfailed")).toContainText("压缩包的目录在文件末尾");
  await expect(page.locator(".pvfailed")).toContainText("看自己的文件");
  await page.screenshot({ path: "tests/e2e/results/wrapped-long.png" });
  close();
});

test("a sheet that is broken says so, and the others can be chosen", async ({ page, watch }) => {
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const book = zip({
    "xl/workbook.xml": "<workbook><sheets><sheet name='坏的' r:id='1'/><sheet name='好的' r:id='2'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels": "<R><Relationship Id='1' Type='/worksheet' Target='a.xml'/><Relationship Id='2' Type='/worksheet' Target='b.xml'/></R>",
    // A cell that stands nowhere.
    "xl/a.xml": sheet("<row><c r='!'><v>1</v></c></row>"),
    "xl/b.xml": sheet("<row><c t='str'><v>城市</v></c></row><row><c t='str'><v>甲市</v></c></row>"),
  });
  const { url, close } = await host(() => [book]);
  watch.allow(url);
  await openListing(page, file(`${url}a.xlsx`));
  await expect(page.locator(".pv .notice")).toContainText("没能打开这个文件");
  await expect(page.locator(".pv .notice")).toContainText("从上面选一个");
  const sheets = page.getByRole("group", { name: "选择工作表" });
  await expect(sheets.getByRole("button")).toHaveText(["坏的", "好的"]);
  await expectAccessible(page);
  await page.screenshot({ path: "tests/e2e/results/wrapped-sheet.png" });
  await sheets.getByRole("button", { name: "好的" }).click();
  await expect(names(page)).toHaveText(["城市"]);
  await hasRows(page, 1);
  await expect(cell(page, 0, 0)).toHaveText("甲市");
  await expect(sheets.getByRole("button", { name: "好的" })).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect(page.locator(".pv .notice")).toContainText("没能打开这个文件");
  close();
});

test("what is shown bare in one file of an archive is masked in another, also on the way back", async ({ page, watch }) => {
  const phones = (first: number) => "电话,区县\n" + Array.from({ length: 40 }, (_, n) => `138${String((n * 48271001 + first) % 100000000).padStart(8, "0")},东区\n`).join("");
  const packed = zip({ "a.csv": phones(1), "b.csv": phones(2) });
  const { url, close } = await host(() => [packed]);
  watch.allow(url);
  await open(page, `${url}people.zip`);
  const go = (name: string) => page.locator(".pvtree").getByRole("button", { name }).click();
  await go("a.csv");
  await expect(cell(page, 0, 0)).toHaveText("138****0001");
  await page.locator(".pii").getByRole("button", { name: "显示这一列" }).click();
  await expect(cell(page, 0, 0)).toHaveText("13800000001");
  await page.locator(".pvtree summary").click();
  await go("b.csv");
  await expect(cell(page, 0, 0)).toHaveText("138****0002");
  await page.locator(".pii").getByRole("button", { name: "显示这一列" }).click();
  await expect(cell(page, 0, 0)).toHaveText("13800000002");
  await page.goBack();
  await expect(cell(page, 0, 0)).toHaveText("138****0001");
  await expect(page).not.toHaveURL(/bare/);
  close();
});
