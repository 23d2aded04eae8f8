// Protects handing an inquiry over: what is handed over is what was shown, and a receiver that
// fails takes nothing away.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./journey";
import { field, fillIn, open, openReceiver, PURPOSE, saved, shopWith, way } from "./asking";

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
