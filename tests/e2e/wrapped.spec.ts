// Protects archives: one whose check sum is another says so and keeps the rows that came; one that
// is too long to be read to its directory, on a host that gives no parts, says that; and a sheet
// that cannot be shown leaves the others to be chosen.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";

async function open(page: Page, downloadURL: string) {
  const catalog = {
    formatVersion: "0.1", id: "test", title: { zh: "测试目录" }, defaultLanguage: "zh-Hans",
    listings: [{ id: "one", title: { zh: "一条挂牌" }, offers: [{ priceType: "free" }], distributions: [{ id: "d", access: "download", format: "zip", downloadURL }] }],
  };
  await page.route("**/catalog.json", (route) => route.fulfill({ json: catalog }));
  await page.goto("preview/?id=founding~one");
  await mounted(page);
}

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
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
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
