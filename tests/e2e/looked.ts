// What the journeys through the preview share: a shop with one listing whose file is opened, the
// parts of the page, and hosts of their own.
import { createServer } from "node:http";
import { crc32 } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { mounted } from "./journey";

/** Chromium writes a failed request into the console; the page has its own words for it. */
export const NETWORK = /Failed to load resource|Failed to fetch|CORS policy|ERR_/;

export type Listing = Record<string, unknown>;

/** Lets the page find this one listing in place of the embedded catalog. */
export async function shelve(page: Page, listing: Listing) {
  const catalog = {
    formatVersion: "0.1",
    id: "test",
    title: { zh: "测试目录" },
    defaultLanguage: "zh-Hans",
    listings: [{ id: "one", title: { zh: "一条挂牌" }, offers: [{ priceType: "free" }], ...listing }],
  };
  await page.route("**/catalog.json", (route) => route.fulfill({ json: catalog }));
}

/** A listing of this file. */
export const file = (downloadURL: string, more: Listing = {}) => ({
  distributions: [{ id: "d", access: "download", downloadURL, ...more }],
});

/** Opens the preview of the listing. */
export async function open(page: Page, listing: Listing, search = "") {
  await shelve(page, listing);
  await page.goto(`preview/?id=founding~one${search}`);
  await mounted(page);
}

export const grid = (page: Page) => page.getByRole("grid");
/** Rows and columns count from 0; of the rows those in sight are in the document. */
export const cell = (page: Page, row: number, column: number) =>
  page.locator(`.gr[aria-rowindex="${row + 2}"] .gc[aria-colindex="${column + 2}"]`);
export const names = (page: Page) => page.locator(".gh .cn");
export const hasRows = (page: Page, rows: number) => expect(grid(page)).toHaveAttribute("aria-rowcount", String(rows + 1));
/** The cell that the keyboard is at, as the grid names it. */
export const active = (page: Page) => page.locator(".gc.at");
export const cover = (page: Page) => page.locator(".cover");

/** Waits until every program that opens files is there, with what it fetches later otherwise. */
export async function allPrograms(page: Page) {
  const names = ["preview-worker_bg", "sheets-worker_bg", "parquet-worker_bg", "_brotli", "_zstd"];
  const came = names.map((name) => page.waitForResponse((response) => response.url().includes(`${name}.wasm`)));
  for (const response of await Promise.all(came)) await response.finished();
}

/** The address at which a server of the journey is reached. */
export async function listen(server: ReturnType<typeof createServer>) {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

export async function close(server: ReturnType<typeof createServer>) {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

/** A table that is in two journeys: cities in turns, and an amount. */
export const CITIES = "id,city,amount\n" + Array.from({ length: 40 }, (_, n) => `${n + 1},${n % 2 ? "乙市" : "甲市"},${(n + 1) * 3}\n`).join("");
/** And one that is longer than its beginning. */
export const LONG = "id,city,amount\n" + Array.from({ length: 60_000 }, (_, n) => `${n + 1},城市${n % 50},${n * 3}\n`).join("");

/** An archive of these files, which packs none of them. */
export function zip(files: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Names in UTF-8.
    common.writeUInt16LE(0x800, 2);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\x03\x04"), common, name, bytes);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), common, place, name);
    at += 4 + common.length + name.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(parts.length / 4, 8);
  end.writeUInt16LE(parts.length / 4, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
