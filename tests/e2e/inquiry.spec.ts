// Protects the form of the inquiry: what is typed is never lost, and what is wrong is said at its
// place.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "./journey";
import { field, open, PURPOSE, saved, shopWith, way } from "./asking";

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
