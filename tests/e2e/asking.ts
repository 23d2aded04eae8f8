// What the journeys of the inquiry share: a shop with ways to hand one over, receivers, the form.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, mounted, test } from "./journey";

export const PURPOSE = "评估华北三个物流园区的选址。\n\n结果只在公司内部使用。";

/** What a receiver was sent. */
export type Received = { headers: IncomingMessage["headers"]; body: string };

/** A receiver of inquiries; `answer` decides what it says, `cors` whether pages may hear it. */
export async function openReceiver(answer: (response: ServerResponse) => void, cors = true) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    if (cors) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "content-type, idempotency-key, accept");
      response.setHeader("Access-Control-Expose-Headers", "retry-after");
    }
    if (request.method === "OPTIONS") return response.writeHead(cors ? 204 : 405).end();
    let body = "";
    for await (const part of request) body += part;
    received.push({ headers: request.headers, body });
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const close = () => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done())));
  return { url: `http://127.0.0.1:${port}/inbox`, received, close };
}

export type Way = { kind: string; href?: string; label?: string; public?: boolean };

/** A catalog of two listings: one with these ways, one with a contact address only. */
export function catalog(ways: Way[]) {
  return {
    version: "0.1",
    title: { zh: "询价测试目录", en: "Inquiry test catalogue" },
    defaultLanguage: "zh",
    exchanges: [
      { id: "north", name: { zh: "北方数据交易中心", en: "North Data Exchange" }, location: { verbatim: "北方" } },
      { id: "south", name: "南方数据交易中心", location: { verbatim: "南方" }, contact: { email: "desk@south.example" } },
    ],
    listings: [
      {
        id: "freight",
        title: { zh: "铁路货运到发量月度统计", en: "Monthly rail freight" },
        exchange: "north",
        offers: [{ id: "o1", priceType: "not-stated" }],
        inquiry: ways,
      },
      { id: "elderly", title: "养老服务站点名录", exchange: "south", offers: [{ id: "o1", priceType: "free" }] },
    ],
  };
}

/** Puts the catalog on an origin of its own and names it in the configuration of the shop. */
export async function shopWith(page: Page, origin: (folder: string, options?: object) => Promise<{ url: string }>, ways: Way[], inquiry: Way[] = []) {
  const folder = test.info().outputPath("catalog");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/catalog.json`, JSON.stringify(catalog(ways)));
  const { url } = await origin(folder, { cors: true });
  const config = { version: "0.1", sources: [{ id: "t", kind: "dxc", url: `${url}catalog.json` }], inquiry };
  await page.context().route("**/config.json", (route) => route.fulfill({ json: config }));
}

export const field = (page: Page, name: string) => page.locator(`#inquiry-${name}`);
/** The row of a way by its name. */
export const way = (page: Page, name: string) => page.locator(".ways2 li").filter({ hasText: name });

export async function open(page: Page, listing?: string) {
  await page.goto(listing ? `inquiry/?id=t~${listing}` : "inquiry/");
  await mounted(page);
  await expect(field(page, "purpose")).toBeVisible();
  if (listing) await expect(page.locator(".doc dl").first()).toBeVisible();
}

export async function fillIn(page: Page) {
  await field(page, "name").fill("周明");
  await field(page, "email").fill("zhou@example.org");
  await field(page, "purpose").fill(PURPOSE);
  await field(page, "consent").check();
}

export async function saved(page: Page) {
  await expect(page.locator(".savedline.kept")).toBeVisible();
}
