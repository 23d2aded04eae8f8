// Protects the inquiry: what is typed is never lost, what is handed over is what was shown, and a
// receiver that fails takes nothing away.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";

const PURPOSE = "评估华北三个物流园区的选址。\n\n结果只在公司内部使用。";

/** What a receiver was sent. */
type Received = { headers: IncomingMessage["headers"]; body: string };

/** A receiver of inquiries; `answer` decides what it says, `cors` whether pages may hear it. */
async function openReceiver(answer: (response: ServerResponse) => void, cors = true) {
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

type Way = { kind: string; href?: string; label?: string; public?: boolean };

/** A catalog of two listings: one with these ways, one with a contact address only. */
function catalog(ways: Way[]) {
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
async function shopWith(page: Page, origin: (folder: string, options?: object) => Promise<{ url: string }>, ways: Way[], inquiry: Way[] = []) {
  const folder = test.info().outputPath("catalog");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/catalog.json`, JSON.stringify(catalog(ways)));
  const { url } = await origin(folder, { cors: true });
  const config = { version: "0.1", sources: [{ id: "t", kind: "dxc", url: `${url}catalog.json` }], inquiry };
  await page.context().route("**/config.json", (route) => route.fulfill({ json: config }));
}

const field = (page: Page, name: string) => page.locator(`#inquiry-${name}`);
/** The row of a way by its name. */
const way = (page: Page, name: string) => page.locator(".ways2 li").filter({ hasText: name });

async function open(page: Page, listing?: string) {
  await page.goto(listing ? `inquiry/?id=t~${listing}` : "inquiry/");
  await mounted(page);
  await expect(field(page, "purpose")).toBeVisible();
  if (listing) await expect(page.locator(".doc dl").first()).toBeVisible();
}

async function fillIn(page: Page) {
  await field(page, "name").fill("周明");
  await field(page, "email").fill("zhou@example.org");
  await field(page, "purpose").fill(PURPOSE);
  await field(page, "consent").check();
}

async function saved(page: Page) {
  await expect(page.locator(".savedline.kept")).toBeVisible();
}

test("what is wrong is said at its place and in a list that leads there; once mended, everything typed is in the file", async ({ page, origin }) => {
  await shopWith(page, origin, []);
  await open(page, "freight");
  // Nothing is held against who has not begun.
  await expect(page.locator(".msg")).toHaveCount(0);
  await field(page, "organization").fill("示例物流研究有限公司");
  await field(page, "uscc").fill("91350100M000100Y44");
  await expect(page.locator(".msg"), "not while it is typed").toHaveCount(0);
  await field(page, "name").click();
  await expect(page.locator("#inquiry-uscc-problem")).toContainText("最后一位应是 3，现在是 4");
  await expect(field(page, "uscc")).toHaveAttribute("aria-describedby", /inquiry-uscc-problem/);

  await way(page, "存成文件").getByRole("button", { name: "JSON" }).click();
  const list = page.locator("#inquiry-problems");
  await expect(list).toBeFocused();
  await expect(list.getByRole("heading")).toHaveText("有 4 处要改");
  await expect(way(page, "存成文件")).toContainText("等改好");
  await expectAccessible(page);
  await list.getByRole("button", { name: /^用途/ }).click();
  await expect(field(page, "purpose")).toBeFocused();

  const typed: Record<string, string> = {
    uscc: "91350100M000100Y43", industry: "仓储", name: "周明", role: "研究员", email: "zhou@example.org",
    tel: "010-12345678", purpose: PURPOSE, quantity: "50 小时", periodStart: "2099-01-01", periodEnd: "2099-12-31",
    budgetMax: "30万", budgetCurrency: "cny", deadline: "2098-12-01", questions: "价格怎么算？\n怎么交付？",
  };
  for (const [name, text] of Object.entries(typed)) await field(page, name).fill(text);
  await page.getByRole("radio", { name: "不出境" }).check();
  await page.getByRole("checkbox", { name: "沙箱" }).check();
  await field(page, "useCase").selectOption({ label: "内部分析" });
  await field(page, "noReidentification").check();
  await field(page, "sample").check();
  await expect(list.getByRole("heading")).toHaveText("有 1 处要改");
  await field(page, "consent").check();
  await expect(list).toHaveCount(0);

  const shown = await page.locator(".doc").innerText();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    way(page, "存成文件").getByRole("button", { name: "JSON" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^inquiry-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.json$/);
  const document = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(document).toMatchObject({
    type: "data-inquiry",
    listing: { id: "t~freight", title: "铁路货运到发量月度统计", exchange: "北方数据交易中心", offer: "o1", price: "未标价" },
    requester: {
      kind: "organization", organization: "示例物流研究有限公司", uscc: "91350100M000100Y43", industry: "仓储",
      name: "周明", role: "研究员", email: "zhou@example.org", tel: "010-12345678",
    },
    request: {
      purpose: PURPOSE, useCase: "analysis", quantity: { verbatim: "50 小时" },
      period: { start: "2099-01-01", end: "2099-12-31" }, delivery: ["sandbox"],
      budget: { max: "300000", currency: "CNY" }, deadline: "2098-12-01", sample: true, crossBorder: "no",
      noReidentification: true, questions: "价格怎么算？\n怎么交付？",
    },
  });
  expect(document.consent.at, "the moment of consent").toBeTruthy();
  expect(shown, "the document shown is the one handed over").toContain(document.id);
  await expect(way(page, "存成文件")).toContainText("已下载");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  expect(JSON.parse(await page.locator("pre.doc").innerText())).toEqual(document);
});

test("the text is there again after the tab was closed, and was kept through another page and another language", async ({ page, context, origin }) => {
  await shopWith(page, origin, []);
  await open(page, "freight");
  await field(page, "purpose").pressSequentially("选址");
  // At once, without the pause after which it is kept.
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inquiry");
  await expect(field(page, "purpose")).toHaveValue("选址");
  await field(page, "purpose").press("End");
  await field(page, "purpose").pressSequentially("评估");
  await page.getByRole("link", { name: "Catalogue", exact: true }).click();
  await expect(page).toHaveURL(/browse/);
  await page.goBack();
  await expect(field(page, "purpose")).toHaveValue("选址评估");

  await field(page, "questions").fill("Who holds the rights?");
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await open(again, "freight");
  await expect(field(again, "purpose")).toHaveValue("选址评估");
  await expect(field(again, "questions")).toHaveValue("Who holds the rights?");
  await saved(again);

  // Another listing has a draft of its own, and leads to this one.
  await open(again, "elderly");
  await expect(field(again, "purpose")).toHaveValue("");
  await again.getByRole("link", { name: /Monthly rail freight/ }).click();
  await expect(field(again, "purpose")).toHaveValue("选址评估");

  await again.getByRole("button", { name: "Erase this draft" }).click();
  await again.getByRole("button", { name: "Erase", exact: true }).click();
  await expect(field(again, "purpose")).toHaveValue("");
  await again.reload();
  await expect(field(again, "purpose")).toHaveValue("");
  await expect(again.locator(".savedline")).toHaveCount(0);
});

test("a draft of a newer release is left alone, and that is said", async ({ page, origin }) => {
  await shopWith(page, origin, []);
  await open(page, "freight");
  await field(page, "purpose").fill("x");
  await saved(page);
  const change = (version: number) =>
    page.evaluate(async (version) => {
      const name = (await indexedDB.databases()).find((known) => known.name?.startsWith("jishi:"))!.name!;
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
      });
      const store = database.transaction("drafts", "readwrite").objectStore("drafts");
      const get = store.get("t~freight");
      const record = await new Promise<{ version: number }>((done) => (get.onsuccess = () => done(get.result)));
      const before = record.version;
      record.version = version;
      const put = store.put(record, "t~freight");
      await new Promise((done) => (put.onsuccess = done));
      database.close();
      return before;
    }, version);
  await change(99);
  await page.reload();
  await expect(page.getByText("由更新的版本写下，没有动它")).toBeVisible();
  await field(page, "purpose").fill("typed over it");
  await page.waitForTimeout(900);
  expect(await change(1), "still the newer record").toBe(99);
  await page.reload();
  await expect(field(page, "purpose")).toHaveValue("x");
});

test("a receiver gets the document once, and the consent names it", async ({ page, origin, watch }) => {
  const receiver = await openReceiver((response) => response.writeHead(202).end());
  watch.allow(receiver.url);
  await shopWith(page, origin, [{ kind: "webhook", href: receiver.url }]);
  await open(page, "freight");
  const host = new URL(receiver.url).host;
  await expect(page.locator(".tick").filter({ has: field(page, "consent") })).toContainText(`北方数据交易中心（${host}）`);
  await fillIn(page);
  const row = way(page, host);
  await row.getByRole("button").click();
  await expect(row).toContainText("已交出");
  await row.getByRole("button").click({ force: true }); // off, but it says why
  await expect(row).toContainText("这份内容已经交出");
  expect(receiver.received).toHaveLength(1);
  const document = JSON.parse(receiver.received[0].body);
  expect(document.request.purpose).toBe(PURPOSE);
  expect(document.consent.recipients).toEqual([`北方数据交易中心（${host}）`]);
  expect(receiver.received[0].headers["idempotency-key"]).toBe(`"${document.id}"`);

  // It is known after a reload too; a change is another inquiry with an id of its own.
  await saved(page);
  await page.reload();
  await expect(way(page, host)).toContainText("已交出");
  // In another language it is another document; back in the first, it is the one handed over.
  await page.getByRole("button", { name: "English" }).click();
  await expect(way(page, host)).toContainText("was before your last change");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(way(page, host).getByText("已交出")).toBeVisible();
  await field(page, "quantity").fill("50 小时");
  await expect(way(page, host)).toContainText("改动前的内容");
  await way(page, host).getByRole("button").click();
  await expect(way(page, host).getByText("已交出")).toBeVisible();
  expect(receiver.received).toHaveLength(2);
  expect(JSON.parse(receiver.received[1].body).id).not.toBe(document.id);
  await receiver.close();
});

test("a receiver that errs, refuses, is busy or is down takes nothing away", async ({ page, origin, watch }) => {
  watch.expectError(/Failed to load resource|blocked by CORS/);
  let status = 500;
  const receiver = await openReceiver((response) => response.writeHead(status, { "Retry-After": "600" }).end());
  const silent = await openReceiver((response) => response.writeHead(200).end(), false);
  for (const { url } of [receiver, silent]) watch.allow(url);
  await shopWith(page, origin, [
    { kind: "webhook", href: receiver.url },
    { kind: "webhook", href: silent.url },
  ]);
  await open(page, "freight");
  await fillIn(page);
  const row = way(page, new URL(receiver.url).host);
  const send = row.getByRole("button");
  await send.click();
  await expect(row).toContainText("错误码 500");
  const first = JSON.parse(receiver.received[0].body).id;
  await expect(send).toHaveText("再试一次");

  status = 503;
  await send.click();
  await expect(row).toContainText("对方现在太忙（503）");
  expect(JSON.parse(receiver.received[1].body).id, "the same inquiry").toBe(first);
  await send.click();
  await expect(row).toContainText("之后再试");
  expect(receiver.received, "not before the receiver said").toHaveLength(2);

  const deaf = way(page, new URL(silent.url).host);
  await deaf.getByRole("button").click();
  await expect(deaf).toContainText("没能连上");

  await receiver.close();
  await field(page, "quantity").fill("50 小时");
  await send.click();
  await expect(row).toContainText("没能连上");
  await expectAccessible(page);
  await expect(field(page, "purpose")).toHaveValue(PURPOSE);
  await saved(page);
  await page.reload();
  await expect(field(page, "purpose")).toHaveValue(PURPOSE);
  await expect(row).toContainText("没能连上");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    way(page, "存成文件").getByRole("button", { name: "文字" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("  结果只在公司内部使用。");
  await silent.close();
});

/** Keeps the browser from leaving for a mail program or another site, and notes where to. */
async function noteLinks(page: Page) {
  await page.addInitScript(() => {
    const followed: string[] = ((window as unknown as { followed: string[] }).followed = []);
    window.addEventListener(
      "click",
      (event) => {
        const link = (event.target as Element).closest<HTMLAnchorElement>(".ways2 a[href]");
        if (!link) return;
        followed.push(link.href);
        event.preventDefault();
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { followed: string[] }).followed);
}

test("a mail carries the text, or a summary and the file to attach", async ({ page, origin }) => {
  const followed = await noteLinks(page);
  await shopWith(page, origin, [{ kind: "mailto", href: "data@north.example", label: "写信给窗口" }]);
  await open(page, "freight");
  const row = way(page, "data@north.example");
  // Before the form is ready there is no address that could be followed.
  await expect(row.getByRole("link")).toHaveCount(0);
  await row.getByRole("button", { name: "写信给窗口" }).click();
  await expect(page.locator("#inquiry-problems")).toBeFocused();
  await page.getByRole("button", { name: "English" }).click();
  await fillIn(page);
  await field(page, "purpose").fill("Site & budget: 50%");
  await row.getByRole("link").click();
  await expect(row).toContainText("Given to the mail program");
  const [whole] = await followed();
  const mail = new URL(whole);
  expect(mail.protocol + mail.pathname).toBe("mailto:data@north.example");
  expect(mail.searchParams.get("subject")).toBe("Data inquiry: Monthly rail freight");
  expect(mail.searchParams.get("body")).toContain("Purpose: Site & budget: 50%\r\n");
  expect(whole).not.toContain("+");

  await field(page, "questions").fill("权利由谁持有？".repeat(60));
  await expect(row).toContainText("does not fit");
  const [download] = await Promise.all([page.waitForEvent("download"), row.getByRole("link").click()]);
  const short = (await followed())[1];
  expect(short.length).toBeLessThanOrEqual(1900);
  expect(new URL(short).searchParams.get("body")).toContain(download.suggestedFilename());
  const attached = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(attached.request.questions).toBe("权利由谁持有？".repeat(60));
});

test("a public tracker gets no contact data; what cannot be used is said; a contact address serves where no way is named", async ({ page, origin }) => {
  const followed = await noteLinks(page);
  await shopWith(page, origin, [
    { kind: "github-issue", href: "https://github.com/example/desk" },
    { kind: "netlify", href: "https://example.org/form" },
  ]);
  await open(page, "freight");
  await expect(page.getByText("“netlify”需要服务器")).toBeVisible();
  await fillIn(page);
  const row = way(page, "github.com");
  await expect(row).toContainText("任何人都能看到");
  await row.getByRole("link").click();
  const body = new URL((await followed())[0]).searchParams.get("body")!;
  expect(body).toContain("结果只在公司内部使用");
  expect(body).not.toContain("zhou@example.org");
  expect(body).not.toContain("周明");

  await open(page, "elderly");
  await expect(way(page, "desk@south.example")).toContainText("目录没有写收件途径");
});

test("without a listing, or with one that is gone, the form works and goes where the shop says", async ({ page, origin, watch }) => {
  const receiver = await openReceiver((response) => response.writeHead(200).end());
  watch.allow(receiver.url);
  await shopWith(page, origin, [], [{ kind: "webhook", href: receiver.url }]);
  await open(page);
  await expect(page.getByText("没有指定挂牌")).toBeVisible();
  await fillIn(page);
  await way(page, new URL(receiver.url).host).getByRole("button").click();
  await expect(way(page, new URL(receiver.url).host)).toContainText("已交出");
  expect(JSON.parse(receiver.received[0].body)).not.toHaveProperty("listing");

  await page.goto("inquiry/?id=t~gone");
  await expect(page.getByText("已读取的来源里没有这条挂牌")).toBeVisible();
  await fillIn(page);
  await way(page, new URL(receiver.url).host).getByRole("button").click();
  await expect(way(page, new URL(receiver.url).host)).toContainText("已交出");
  expect(JSON.parse(receiver.received[1].body).listing.id).toBe("t~gone");
  await receiver.close();
});

test("what the listing leaves out becomes questions, once", async ({ page, origin }) => {
  await shopWith(page, origin, []);
  await open(page, "freight");
  await field(page, "questions").fill("能否按月付？");
  await page.getByRole("button", { name: /把挂牌没写的 \d+ 点问进去/ }).click();
  await expect(field(page, "questions")).toBeFocused();
  const asked = await field(page, "questions").inputValue();
  expect(asked).toMatch(/^能否按月付？\n\n.+\n1\. 没写价格。\n2\. /);
  await expect(page.getByRole("button", { name: /把挂牌没写的/ })).toHaveCount(0);
  await expect(page.locator(".doc")).toContainText("没写价格。");
});

test("the keyboard alone fills in and hands over", async ({ page, origin, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shopWith(page, origin, []);
  await open(page, "freight");
  /** Tabs on until the focus is where it should be. */
  const tabTo = async (selector: string) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((selector) => document.activeElement!.matches(selector), selector)) return;
    }
    throw new Error(`the Tab key never comes to ${selector}`);
  };
  await tabTo("#inquiry-email");
  await page.keyboard.type("zhou@example.org");
  await tabTo("#inquiry-purpose");
  await page.keyboard.type("site choice");
  await tabTo("#inquiry-consent");
  await page.keyboard.press("Space");
  await tabTo(".ways2 li:last-child button");
  await page.keyboard.press("Enter");
  await expect(way(page, "复制到剪贴板")).toContainText("已复制");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("用途：site choice");
});

test("phone and desktop, light and dark, both languages: nothing serious, nothing wider than the page", async ({ page, origin }) => {
  test.slow(); // axe looks four times
  await shopWith(page, origin, [{ kind: "webhook", href: "https://receiver.example/a/very/long/address/that/goes/on" }]);
  await open(page, "freight");
  await way(page, "复制到剪贴板").getByRole("button").click();
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1440]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${width} wide`).toBeLessThanOrEqual(width);
    }
    await page.getByRole("button", { name: /^(English|中文)$/ }).click();
  }
});
