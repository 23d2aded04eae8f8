// Protects Parquet files in the page: their program is asked first, codecs come when a file needs
// them, and what only promised to be Parquet is opened by whoever can.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { cell, file, NETWORK, open, shelve } from "./looked";

const DATA = new URL("../../crates/parquet/tests/data/", import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), "jishi-parquet-"));
// The module is read once a process, also where its tests run with those of others between them.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const CODECS = ["snappy", "gzip", "lz4", "brotli", "zstd"];
for (const codec of CODECS) copyFileSync(join(DATA, `codec_${codec}.parquet`), join(folder, `${codec}.parquet`));
copyFileSync(join(DATA, "codec_snappy.parquet"), join(folder, "misnamed.csv"));
writeFileSync(join(folder, "table.parquet"), "id,word\n1,one\n2,two\n");

/** The programs and chunks that open files, by the names of their files. */
function programs(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, name] = /\/((?:preview|parquet|sheets)-worker.*?)\.wasm/.exec(request.url()) ?? [];
    if (name) asked.push(name.replace(/-[0-9a-f]{12}_/, " "));
  });
  return asked;
}

for (const codec of CODECS) {
  test(`a file packed by ${codec} opens, with what unpacks it and no more`, async ({ page, origin }) => {
    const asked = programs(page);
    const host = await origin(folder, { cors: true });
    await open(page, file(`${host.url}${codec}.parquet`));
    await expect(cell(page, 1, 1)).toHaveText("word 1");
    const later = ["brotli", "zstd"].includes(codec) ? [`parquet-worker ${codec}`] : [];
    expect(asked).toEqual(["parquet-worker_bg", ...later]);
  });
}

test("a file that promises to be another is looked at first", async ({ page, origin }) => {
  const asked = programs(page);
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}misnamed.csv`));
  await expect(cell(page, 1, 1)).toHaveText("word 1");
  expect(asked).toEqual(["preview-worker_bg", "parquet-worker_bg"]);
});

test("text that is called Parquet is opened as text", async ({ page, origin }) => {
  const asked = programs(page);
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}table.parquet`));
  await expect(cell(page, 1, 1)).toHaveText("two");
  expect(asked).toEqual(["parquet-worker_bg", "preview-worker_bg"]);
});

test("a codec that does not come is said, and is asked for again", async ({ page, origin, watch }) => {
  watch.expectError(NETWORK);
  const host = await origin(folder, { cors: true });
  await page.route("**/*_zstd.wasm", (route) => route.abort());
  await open(page, file(`${host.url}zstd.parquet`));
  await expect(page.locator(".pvfailed")).toContainText("打开这种文件的程序没能取到");
  await page.unroute("**/*_zstd.wasm");
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(cell(page, 1, 1)).toHaveText("word 1");
});

test("pointing at the preview of a Parquet file starts the program that opens it, and no other", async ({ page, origin }) => {
  const asked = programs(page);
  const host = await origin(folder, { cors: true });
  await shelve(page, file(`${host.url}snappy.parquet`));
  await page.goto("listing/?id=founding~one");
  const link = page.getByRole("link", { name: "预览数据" }).first();
  const came = page.waitForResponse(/parquet-worker_bg\.wasm/);
  await link.hover();
  await (await came).finished();
  await link.click();
  await expect(cell(page, 1, 1)).toHaveText("word 1");
  expect(asked).toEqual(["parquet-worker_bg"]);
});
