// Protects what stands at the edges: a table without a row, a column whose name is a sentence, an
// archive without files or without the one that an address asks for, a picture that calls itself a
// table, and a workbook that is too large or is stopped while it comes.
import { createServer, type ServerResponse } from "node:http";
import { expect, expectAccessible, mounted, test } from "./journey";
import { CITIES, close, file, grid, hasRows, listen, names, open, zip } from "./looked";

const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
const BOOK = zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>", "xl/large.xml": Buffer.alloc(400_000, " ") });

const own = (name: string, content: string | Buffer) => ({ name, mimeType: "", buffer: Buffer.from(content) });

/** A host that answers with this. */
async function host(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "Content-Range");
    answer(response);
  });
  return { url: `${await listen(server)}/`, close: () => close(server) };
}

test("where there is no row, no cell is offered to be opened", async ({ page }) => {
  await page.goto("preview/");
  await mounted(page);
  await page.setInputFiles("#own-file", own("two.csv", CITIES));
  await hasRows(page, 40);
  const opens = page.locator(".gacts").getByRole("button", { name: "看全文" });
  await expect(opens).toBeVisible();
  await page.setInputFiles("#own-file", own("none.csv", "id,city,amount\n"));
  await expect(names(page)).toHaveText(["id", "city", "amount"]);
  await hasRows(page, 0);
  await expect(opens).toHaveCount(0);
  await expectAccessible(page);
});

test("a column whose name is a sentence makes no page wider", async ({ page }) => {
  const name = "城市名称以及在一句很长的话里说明它是怎样登记的".repeat(12);
  await page.goto("preview/");
  await mounted(page);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.setInputFiles("#own-file", own(`long-${width}.csv`, CITIES.replace("id", name)));
    await hasRows(page, 40);
    await grid(page).focus();
    await expect(page.locator(".gacts")).toContainText("城市名称");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test("an archive says what it lacks: the file that an address asks for, or any", async ({ page, watch }) => {
  const archive = await host((response) => response.end(zip({ "a.csv": CITIES, "b.csv": CITIES })));
  watch.allow(archive.url);
  await open(page, file(`${archive.url}two.zip`, { format: "zip" }), "&entry=gone.csv");
  await expect(page.locator(".pv .notice")).toContainText("地址里要的“gone.csv”不在这个压缩包里");
  await page.locator(".pvtree").getByRole("button", { name: "b.csv" }).click();
  await hasRows(page, 40);
  await archive.close();
  const empty = await host((response) => response.end(zip({})));
  watch.allow(empty.url);
  await open(page, file(`${empty.url}empty.zip`, { format: "zip" }));
  await expect(page.locator(".pvfailed")).toContainText("压缩包里没有文件");
  await expect(page.locator(".pvfailed")).toContainText("请向供方核对");
  await empty.close();
});

test("a picture that calls itself a table is called a picture, in both languages", async ({ page }) => {
  for (const [lang, said] of [
    ["zh", "名称或类型写的是“CSV”，内容是“图片”"],
    ["en", "The name or type says “CSV”, the content is “picture”"],
  ]) {
    await page.goto(`preview/?lang=${lang}`);
    await mounted(page);
    await page.setInputFiles("#own-file", own("dot.csv", DOT));
    await expect(page.locator(".pv")).toContainText(said);
    await expect(page.locator(".pvpicture img")).toHaveJSProperty("naturalWidth", 1);
  }
});

test("a workbook that is too large says so in the words of sizes", async ({ page, watch }) => {
  const { url, close } = await host((response) => {
    response.writeHead(206, { "Content-Range": `bytes 0-127999/300000000` });
    response.end(BOOK.subarray(0, 128_000));
  });
  watch.allow(url);
  await open(page, file(`${url}a.xlsx`));
  await expect(page.locator(".pvfailed")).toContainText("文件太大（300 MB）");
  await close();
});

test("a workbook is stopped while it comes, and can be read again", async ({ page, watch }) => {
  let stalls = true;
  const book = zip({
    "xl/workbook.xml": "<workbook><sheets><sheet name='一' r:id='1'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels": "<R><Relationship Id='1' Type='/worksheet' Target='a.xml'/></R>",
    "xl/a.xml": "<worksheet><sheetData><row><c t='str'><v>城市</v></c></row><row><c t='str'><v>甲市</v></c></row></sheetData></worksheet>",
    "xl/large.xml": Buffer.alloc(400_000, " "),
  });
  const { url, close } = await host((response) => {
    response.writeHead(200, { "Content-Length": book.length });
    if (stalls) response.write(book.subarray(0, 300_000));
    else response.end(book);
  });
  watch.allow(url);
  await open(page, file(`${url}a.xlsx`));
  await page.getByRole("button", { name: "停止" }).click();
  const failed = page.locator(".pvfailed");
  await expect(failed).toContainText("还没有读出行就停下了");
  stalls = false;
  await failed.getByRole("button", { name: "再试一次" }).click();
  await expect(names(page)).toHaveText(["城市"]);
  await hasRows(page, 1);
  await close();
});
