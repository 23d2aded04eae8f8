// Protects the preview: what is read and what is said about it, in every encoding and from every
// kind of host; that nothing is fetched which the owner does not want shown.
import { createServer } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./journey";
import { active, cell, close, cover, file, grid, hasRows, listen, LONG, names, NETWORK, open } from "./looked";

const FIXTURES = new URL("../fixtures/files/", import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), "jishi-preview-"));
// The module is read once a process, also where its tests run with those of others between them.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);

put("long.csv", LONG);
put("utf16.csv", Buffer.from("\ufeff名称,数量\n天气,12\n公交,7\n", "utf16le"));
put("nulls.json", JSON.stringify([{ a: "1", b: null }, { a: "", b: "二" }, { a: "3" }]));

test("the synthetic sample of the embedded catalog opens, marked as synthetic", async ({ page }) => {
  await page.goto("preview/?id=founding~bj-covid-testing-centers");
  await expect(page.locator(".pv > .notice").first()).toContainText("合成样例");
  await hasRows(page, 24);
  await expect(cover(page)).toContainText("整个文件已读完，共 24 行");
  await expect(page.getByRole("link", { name: /下载文件/ })).toHaveAttribute("href", /testing-centres-synthetic\.csv$/);
  await expectAccessible(page);
});

test("GB18030 is detected, can be overridden, and the damage is said", async ({ page, origin }) => {
  const host = await origin(join(FIXTURES, "csv"), { cors: true });
  await open(page, file(`${host.url}gb18030.csv`));
  await expect(cell(page, 0, 1)).toHaveText("城市空气质量监测数据");
  const encoding = page.getByLabel("编码");
  await expect(encoding.locator("option").first()).toHaveText("GB18030 / GBK（自动识别）");
  await encoding.selectOption("utf-8");
  await expect(page.locator(".noticed")).toContainText("在 UTF-8 里没有对应的字符");
  await expect(encoding).toHaveValue("utf-8");
  await encoding.selectOption("");
  await expect(cell(page, 1, 2)).toHaveText("交通运输局");
  expect(host.asked, "another encoding needs no second request").toHaveLength(1);
});

test("UTF-16 with a mark is read", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}utf16.csv`));
  await expect(cell(page, 0, 0)).toHaveText("天气");
  await expect(page.getByLabel("编码").locator("option").first()).toContainText("UTF-16 LE");
});

test("JSON is read, and absent values are told from empty texts", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}nulls.json`));
  await expect(cell(page, 0, 1)).toHaveText("空");
  await expect(cell(page, 1, 0)).toHaveText("空文本");
  await expect(cell(page, 2, 1)).toHaveText("空");
  await expect(page.getByLabel("分隔符")).toHaveCount(0);
});

test("header and delimiter are the visitor's to decide", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}utf16.csv`));
  await hasRows(page, 2);
  await page.getByLabel("首行是列名").selectOption("no");
  await hasRows(page, 3);
  await expect(names(page).first()).toHaveText("列1");
  await page.getByLabel("分隔符").selectOption(";");
  await expect(cell(page, 0, 0)).toHaveText("名称,数量");
});

test("a large file is opened by a range of its beginning, and whole when asked", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}long.csv`));
  await expect(cover(page)).toContainText(/只读了前 [\d,]+ 行/);
  await expect(cover(page)).toContainText("已读 128 KB／1.3 MB");
  await expect(page.locator(".gh .cs").first()).toHaveAttribute("title", /前 [\d,]+ 行，约占文件的 10%/);
  await page.getByRole("button", { name: "读完整个文件（1.3 MB）" }).click();
  await expect(cover(page)).toContainText("整个文件已读完，共 60,000 行");
  await hasRows(page, 60_000);
  await page.locator(".pvcols summary").click();
  await expect(page.locator(".pvcols tbody tr").first().locator("td").nth(4)).toHaveText("60000");
});

test("the first hundred rows of a large file take 128 kB, with ranges or without", async ({ page, watch }) => {
  const text = Buffer.from("id,city,amount\n" + Array.from({ length: 400_000 }, (_, n) => `${n + 1},城市${n % 50},${n * 3}\n`).join(""));
  for (const ranges of [true, false]) {
    let asked = 0;
    const server = createServer((request, response) => {
      const cors = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "Range", "Content-Type": "text/csv" };
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
      if (request.method === "HEAD") return response.writeHead(200, { ...cors, "Content-Length": text.length }).end();
      if (!ranges || !range) return response.writeHead(200, cors).end(text);
      const part = text.subarray(Number(range[1]), Number(range[2]) + 1);
      asked += part.length;
      response.writeHead(206, { ...cors, "Content-Range": `bytes ${range[1]}-${range[2]}/${text.length}` }).end(part);
    });
    const address = await listen(server);
    watch.allow(address);
    await open(page, file(`${address}/large.csv`));
    await expect(cell(page, 0, 0)).toHaveText("1");
    await grid(page).focus();
    for (let n = 0; n < 6; n++) await page.keyboard.press("PageDown");
    await expect(active(page)).not.toHaveText("");
    // What a host without ranges sends beyond that is thrown away unread.
    await expect(cover(page)).toContainText("已读 128 KB");
    if (ranges) expect(asked).toBe(128_000);
    await close(server);
  }
});

test("reading on keeps the view and the place", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}long.csv`));
  await expect(cell(page, 0, 0)).toHaveText("1");
  await grid(page).focus();
  for (let n = 0; n < 40; n++) await page.keyboard.press("PageDown");
  await expect(active(page)).not.toHaveText("");
  const at = await active(page).textContent();
  await page.getByRole("button", { name: /读完整个文件/ }).click();
  await hasRows(page, 60_000);
  await expect(active(page)).toHaveText(at!);
});

test("a host that ignores ranges is cut off after the beginning", async ({ page, watch }) => {
  let sent = 0;
  const server = createServer((request, response) => {
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/csv" });
    if (request.method === "HEAD") return response.end();
    response.write("id,text\n");
    const block = "12345,abcdefghij\n".repeat(4096);
    const more = () => {
      while (!response.destroyed && sent < 400_000_000) {
        sent += block.length;
        if (!response.write(block)) return;
      }
    };
    response.on("drain", more);
    more();
  });
  const address = await listen(server);
  watch.allow(address);
  await open(page, file(`${address}/endless.csv`));
  await expect(cover(page)).toContainText(/只读了前 [\d,]+ 行/);
  await expect(cover(page)).toContainText("文件大小未说明");
  await expect(cell(page, 0, 0)).toHaveText("12345");
  expect(sent, "the rest was not sent").toBeLessThan(100_000_000);
  await close(server);
});

test("a host that stalls half-way can be stopped, and what came is kept", async ({ page, watch }) => {
  const server = createServer((request, response) => {
    const head = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Content-Type": "text/csv" };
    response.writeHead(200, head);
    // Then it says nothing, and never ends.
    response.write("id,text\n" + "1,some text of a row\n".repeat(60_000));
  });
  const address = await listen(server);
  watch.allow(address);
  await open(page, file(`${address}/stalls.csv`));
  await expect(cover(page)).toContainText(/只读了前 [\d,]+ 行/);
  await page.getByRole("button", { name: /读完整个文件/ }).click();
  await expect(cover(page).locator(".cvbar")).toContainText(/已读 1\.\d MB/);
  await page.getByRole("button", { name: "停止" }).click();
  await expect(cover(page)).toContainText("按您的意思停在了这里");
  await expect(cover(page)).toContainText(/只读了前 (59,\d{3}|60,000) 行/);
  await expect(cell(page, 0, 0)).toHaveText("1");
  await close(server);
});

test("a host without CORS is explained, and the page stays usable", async ({ page, origin, watch }) => {
  watch.expectError(NETWORK);
  const host = await origin(folder);
  await open(page, file(`${host.url}utf16.csv`));
  await expect(page.locator(".pvfailed")).toContainText("浏览器不告诉我们是哪一种");
  await expect(page.getByRole("button", { name: "再试一次" })).toBeVisible();
  await expect(page.getByRole("link", { name: /下载文件/ })).toBeVisible();
  await expectAccessible(page);
});

for (const [name, path, words] of [
  ["a login page in place of the data", "csv/login_page.csv", "对方返回的是网页"],
  ["a paper", "other/paper.pdf", "PDF 文档"],
  ["an archive that is not whole", "csv/zip_inside.csv", "损坏"],
  ["an empty file", "csv/empty.csv", "文件是空的"],
  ["broken JSON", "json/trailing_comma.json", "多了一个逗号"],
  ["a file that is not there", "csv/none.csv", "错误码 404"],
]) {
  test(`${name} is called by its name`, async ({ page, origin, watch }) => {
    watch.expectError(NETWORK);
    const host = await origin(FIXTURES, { cors: true });
    await open(page, file(`${host.url}${path}`, { format: "CSV" }));
    await expect(page.locator(".pvfailed")).toContainText(words);
  });
}

test("nothing is fetched where the owner says none", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const programs: string[] = [];
  page.on("request", (request) => programs.push(request.url()));
  const preview = { mode: "none", reason: { zh: "合同限制" } };
  await open(page, { ...file(`${host.url}utf16.csv`), preview });
  await expect(page.locator(".empty")).toContainText("合同限制");
  expect(host.asked).toEqual([]);
  expect(programs.filter((url) => url.includes("preview-worker"))).toEqual([]);
});

test("where the owner says schema, the columns are shown and nothing is fetched", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const schema = { fields: [{ name: "amount", type: "integer" }] };
  await open(page, { ...file(`${host.url}utf16.csv`), schema, preview: { mode: "schema" } });
  await expect(page.locator(".pvfields")).toContainText("amount");
  expect(host.asked).toEqual([]);
});

test("where the owner says sample, only the sample is fetched", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const sample = { id: "s", access: "download", downloadURL: `${host.url}utf16.csv` };
  await open(page, {
    ...file(`${host.url}long.csv`),
    samples: [{ origin: "provider", distribution: sample }],
    preview: { mode: "sample" },
  });
  await expect(page.locator(".pv > .notice").first()).toContainText("供方样例");
  await hasRows(page, 2);
  expect(host.asked).toEqual(["/utf16.csv"]);
});

test("rows that stand in the catalog need no request", async ({ page }) => {
  const listing = { distributions: [{ id: "d", access: "view-online", rows: [["北京", 3], ["上海", 4]] }] };
  await open(page, { ...listing, schema: { fields: [{ name: "城市" }, { name: "数量" }] } });
  await expect(cover(page)).toContainText("目录里直接给出的 2 行");
  await expect(names(page)).toHaveText(["城市", "数量"]);
});

test("several files have an address each; others are named with their way out", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const one = (id: string, name: string) => ({ id, access: "download", title: { zh: id }, downloadURL: `${host.url}${name}` });
  const distributions = [one("甲", "utf16.csv"), one("乙", "nulls.json"), one("丙", "paper.pdf")];
  await open(page, { distributions }, "&file=1");
  await expect(page.getByRole("navigation", { name: "选择文件" }).getByText("乙")).toHaveAttribute("aria-current", "page");
  await hasRows(page, 3);
  await page.getByRole("link", { name: "甲", exact: true }).click();
  await expect(cell(page, 0, 0)).toHaveText("天气");
  await expect(page).toHaveURL(/id=founding~one$/);
  await expect(page.locator(".pvothers")).toContainText("PDF 文档");
});
