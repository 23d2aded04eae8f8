// Protects rows of a CKAN datastore: a small host that answers `datastore_search` as CKAN does, in
// pages and with a bound of its own, and the ways in which it refuses.
import { createServer, type Server } from "node:http";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./journey";
import { cell, cover, grid, listen, NETWORK, open as openListing } from "./looked";

const ROWS = 1_300;

const fields = [
  { id: "_id", type: "int" },
  { id: "站点", type: "text" },
  { id: "雨量", type: "numeric" },
];
const row = (n: number) => ({ _id: n + 1, 站点: `站点${n + 1}`, 雨量: n % 10 ? (n * 3) % 40 : null });

/** A host with one resource, which gives at most `most` rows at a time. */
async function ckan({ cors = true, most = 32_000 } = {}) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, "http://ckan.example");
    const head = { "Content-Type": "application/json;charset=utf-8", ...(cors ? { "Access-Control-Allow-Origin": "*" } : {}) };
    const say = (status: number, value: object) => response.writeHead(status, head).end(JSON.stringify(value));
    if (pathname !== "/api/3/action/datastore_search") return say(404, { success: false, error: { __type: "Not Found Error" } });
    asked.push(searchParams.toString());
    const resource = searchParams.get("resource_id");
    if (resource === "broken") return say(200, { success: false, error: { __type: "Search Query Error", message: "the index is being built" } });
    if (resource !== "rain-1") return say(404, { success: false, error: { __type: "Not Found Error", message: `Not found: Resource "${resource}" was not found.` } });
    const limit = Math.min(Number(searchParams.get("limit") ?? 100), most);
    const offset = Number(searchParams.get("offset") ?? 0);
    const records = Array.from({ length: Math.max(0, Math.min(limit, ROWS - offset)) }, (_, n) => row(offset + n));
    say(200, { help: "…", success: true, result: { resource_id: resource, fields, records, limit, offset, total: ROWS, total_was_estimated: false } });
  });
  const url = await listen(server);
  return { url, asked, store: (id: string) => `${url}/api/3/action/datastore_search?resource_id=${id}&limit=5`, close: () => server.close() };
}

const open = (page: Page, datastoreURL: string) =>
  openListing(page, { title: { zh: "雨量观测" }, distributions: [{ id: "d", access: "api", title: { zh: "雨量" }, datastoreURL }] });

test("a datastore opens by its first page, scrolls anywhere, and is read whole", async ({ page, watch }) => {
  const host = await ckan();
  watch.allow(host.url);
  await open(page, host.store("rain-1"));
  await expect(cell(page, 0, 0)).toHaveText("站点1");
  await expect(page.locator(".gh .cn")).toHaveText(["站点", "雨量"]);
  await expect(cover(page)).toContainText("只读了前 500 行");
  expect(host.asked).toEqual(["resource_id=rain-1&limit=500&offset=0"]);
  await grid(page).focus();
  await page.keyboard.press("Control+End");
  await expect(page.locator(".gc.at")).toHaveText(String(((ROWS - 1) * 3) % 40));
  expect(host.asked).toContain("resource_id=rain-1&limit=500&offset=1000");
  await page.getByRole("button", { name: /读完/ }).click();
  await expect(cover(page)).toContainText("1,300 行");
  await expect(cover(page)).toContainText("已读完");
  await expect(page.locator(".pv")).toContainText("CKAN 数据仓");
  await page.locator(".pvsearch input").fill("站点1299");
  await page.keyboard.press("Enter");
  await expect(page.locator(".pvcame")).toContainText("1 行符合，看过全部 1,300 行");
  await expectAccessible(page);
  host.close();
});

test("a host that gives a hundred rows at a time is read whole all the same", async ({ page, watch }) => {
  const host = await ckan({ most: 100 });
  watch.allow(host.url);
  await open(page, host.store("rain-1"));
  await expect(cover(page)).toContainText("只读了前 100 行");
  await page.getByRole("button", { name: /读完/ }).click();
  await expect(cover(page)).toContainText("1,300 行");
  expect(new Set(host.asked).size, "no page twice").toBe(host.asked.length);
  host.close();
});

for (const [name, resource, options, words] of [
  ["without CORS", "rain-1", { cors: false }, "浏览器不告诉我们是哪一种"],
  ["without the resource", "gone", {}, "错误码 404"],
  ["that refuses with a word of its own", "broken", {}, "the index is being built"],
] as const) {
  test(`a datastore ${name} is explained`, async ({ page, watch }) => {
    watch.expectError(NETWORK);
    const host = await ckan(options);
    watch.allow(host.url);
    await open(page, host.store(resource));
    await expect(page.locator(".pvfailed")).toContainText(words);
    await expect(page.getByRole("button", { name: "再试一次" })).toBeVisible();
    host.close();
  });
}
