// Protects what visitors keep: it goes out of one browser and into another whole, a file that is
// none changes nothing, and a saved search tells what is new since it was looked at.
import type { Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, expectAccessible, mounted, test } from "./journey";
import { MIXED, catalog, price, shelve } from "./shelf";

const items = (page: Page) => page.locator("#shortlist li");

/** Keys and notes on the device page, in order. */
const list = (page: Page) =>
  items(page).evaluateAll((all) => all.map((li) => [li.getAttribute("data-key"), li.querySelector("textarea")!.value]));

async function download(page: Page, name: string | RegExp) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: file.suggestedFilename(), path: await file.path(), text: readFileSync(await file.path(), "utf8") };
}

test("what one browser exports another imports: the same items, notes and order", async ({ page, browser, origin, watch }) => {
  const { config } = await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  for (const key of ["a", "c", "e"]) {
    const button = page.locator(`.card[data-key="shelf~${key}"] .keep`);
    await button.click();
    await expect(button).toHaveText("在备选中");
  }
  // From a listing's page too, and off again.
  await page.goto("listing/?id=shelf~b");
  const keep = page.locator(".keep:visible");
  await keep.click();
  await expect(keep).toHaveText("在备选中");
  await keep.click();
  await expect(keep).toHaveText("加入备选");

  await page.goto("device/");
  await expect(items(page)).toHaveCount(3);
  await page.locator("#note-1").fill("=1+1，先问价");
  await page.getByRole("button", { name: "上移：戊数据" }).click();
  await expect(items(page).nth(1)).toHaveAttribute("data-key", "shelf~e");
  await expect(page.locator("#item-1-up")).toBeFocused();
  await page.getByRole("button", { name: "下移：甲数据" }).click();
  await expect.poll(() => list(page)).toEqual([["shelf~e", ""], ["shelf~a", ""], ["shelf~c", "=1+1，先问价"]]);
  await expectAccessible(page);
  const before = await list(page);
  const file = await download(page, "导出 JSON");
  const table = await download(page, "导出备选为表格（CSV）");
  expect(table.text.startsWith("\ufeff挂牌,")).toBe(true);
  expect(table.text).toContain("'=1+1，先问价");

  const context = await browser.newContext({ locale: "zh-CN", baseURL: test.info().project.use.baseURL });
  await watch.attach(context);
  const other = await context.newPage();
  // A shop that has one of the three no more.
  const fewer = { ...MIXED, listings: MIXED.listings.filter((listing: any) => listing.id !== "c") };
  await shelve(other, test.info().outputPath("fewer"), fewer, origin);
  await other.goto("device/");
  await mounted(other);
  await other.getByLabel("选一个导出的 JSON 文件").setInputFiles(file.path);
  await expect(other.getByText(/新增 3 条/)).toBeVisible();
  await expect.poll(() => list(other)).toEqual(before);
  await expect(items(other).nth(2)).toContainText("已读取的来源里没有它");
  await expect(items(other).nth(0)).not.toContainText("已读取的来源里没有它");
  // Once more changes nothing.
  await other.getByLabel("选一个导出的 JSON 文件").setInputFiles(file.path);
  await expect(other.getByText(/新增 0 条，合并 0 条，3 条已有/)).toBeVisible();
  await expect.poll(() => list(other)).toEqual(before);
  // The cards know.
  await other.goto("browse/");
  await expect(other.locator('.card[data-key="shelf~a"] .keep')).toHaveText("在备选中");
  await context.close();
  expect(config).toBeTruthy();
});

test("a file that is none of ours changes nothing and says what it is", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  await page.locator('.card[data-key="shelf~a"] .keep').click();
  await expect(page.locator('.card[data-key="shelf~a"] .keep')).toHaveText("在备选中");
  await page.goto("device/");
  await page.locator("#note-0").fill("不能丢");
  for (const [text, said] of [
    ["{\"type\":\"jishi.kept\",\"version\":1,\"records\":[", "不是 JSON 文件"],
    ["{\"type\":\"other\"}", "不是从这里导出的文件"],
    ["{\"type\":\"jishi.kept\",\"version\":9,\"records\":[]}", "更新的版本写下的"],
  ]) {
    const path = test.info().outputPath("bad.json");
    writeFileSync(path, text);
    await page.getByLabel("选一个导出的 JSON 文件").setInputFiles(path);
    await expect(page.getByText(said)).toBeVisible();
    await expect.poll(() => list(page)).toEqual([["shelf~a", "不能丢"]]);
  }
  const path = test.info().outputPath("half.json");
  const records = [{ kind: "shortlist", key: "shelf~b", version: 1, data: { title: { zh: "乙数据" }, note: "好" } }, { kind: "hats" }];
  writeFileSync(path, JSON.stringify({ type: "jishi.kept", version: 1, records }));
  await page.getByLabel("选一个导出的 JSON 文件").setInputFiles(path);
  await expect(page.getByText("/records/1")).toBeVisible();
  await expect.poll(() => list(page)).toEqual([["shelf~a", "不能丢"], ["shelf~b", "好"]]);
});

for (const lang of ["zh", "en"]) {
  test(`a saved search tells what is new since it was looked at (${lang})`, async ({ page, origin }) => {
    const { put } = await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
    await page.goto(`browse/?lang=${lang}&q=${lang === "zh" ? "%E6%95%B0%E6%8D%AE" : "data"}`);
    await expect(page.locator(".card[data-key]")).toHaveCount(6);
    await page.getByRole("button", { name: lang === "zh" ? "保存或导出" : "Save or export" }).click();
    await page.getByRole("button", { name: lang === "zh" ? "保存这个检索" : "Save this search" }).click();
    await expect(page.getByText(lang === "zh" ? "已保存“数据”" : "Saved “data”")).toBeVisible();
    await page.goto(`device/?lang=${lang}`);
    const search = page.locator("#searches li");
    await expect(search).toContainText(lang === "zh" ? "没有新的" : "Nothing new");

    // Three come, one goes.
    const more = ["x", "y", "z"].map((id) => ({ id, title: { zh: `新数据 ${id}`, en: `New data ${id}` }, offers: [] }));
    put({ ...MIXED, listings: [...MIXED.listings.slice(1), ...catalog(more).listings] });
    await page.reload();
    await expect(search).toContainText(lang === "zh" ? "3 条新的" : "3 new");
    await expect(search).toContainText(lang === "zh" ? "1 条不在了" : "1 gone");
    await expectAccessible(page);
    // To look at it is to have seen it.
    await search.getByRole("link").click();
    await expect(page.locator(".card[data-key]")).toHaveCount(8);
    await page.goto(`device/?lang=${lang}`);
    await expect(search).toContainText(lang === "zh" ? "没有新的" : "Nothing new");
  });
}

for (const [lang, was, now, changed] of [
  ["zh", "¥300 · 一次性", "¥280 · 按周期 · 按年", "1 条价格变了"],
  ["en", "¥300 · One-time", "¥280 · Subscription · a year", "1 with another price"],
] as const) {
  test(`a price that changed since it was seen is told, as it was and as it is (${lang})`, async ({ page, browser, origin, watch }) => {
    const folder = test.info().outputPath("shelf");
    const { put } = await shelve(page, folder, MIXED, origin);
    const told = lang === "zh" ? `价格变了：原为 ${was}，现为 ${now}` : `Price changed: was ${was}, now ${now}`;
    await page.goto(`browse/?lang=${lang}`);
    for (const key of ["a", "b"]) {
      await page.locator(`.card[data-key="shelf~${key}"] .keep`).click();
      await expect(page.locator(`.card[data-key="shelf~${key}"] .keep`)).toHaveClass(/on/);
    }
    await page.getByRole("button", { name: lang === "zh" ? "保存或导出" : "Save or export" }).click();
    await page.getByRole("button", { name: lang === "zh" ? "保存这个检索" : "Save this search" }).click();
    await expect(page.getByText(lang === "zh" ? "已保存“" : "Saved “")).toBeVisible();
    await page.goto(`device/?lang=${lang}`);
    const search = page.locator("#searches li").first();
    await expect(search).toContainText(lang === "zh" ? "没有新的" : "Nothing new");
    await expect(page.getByText(lang === "zh" ? "价格变了" : "Price changed")).toHaveCount(0);

    const dearer = [{ ...price("280", "subscription"), billingPeriod: "P1Y" }];
    put({ ...MIXED, listings: MIXED.listings.map((listing: any) => (listing.id === "b" ? { ...listing, offers: dearer } : listing)) });
    await page.reload();
    await expect(search).toContainText(changed);
    await expect(search.locator(".changes li")).toHaveCount(1);
    await expect(search.locator(".changes li")).toContainText(told);
    await expect(page.locator('#shortlist li[data-key="shelf~b"]')).toContainText(told);
    await expect(page.locator('#shortlist li[data-key="shelf~a"] .changed')).toHaveCount(0);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1280, height: 900 });
    const file = await download(page, lang === "zh" ? "导出 JSON" : "Export as JSON");

    // Opened is seen: nothing is told of it any more.
    await page.locator('#shortlist li[data-key="shelf~b"] b a').click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto(`device/?lang=${lang}`);
    await expect(search).toContainText(changed);
    await expect(page.locator("#shortlist .changed")).toHaveCount(0);
    await search.locator(".row").getByRole("link").click();
    await expect(page.locator(".card[data-key]")).toHaveCount(6);
    await page.goto(`device/?lang=${lang}`);
    await expect(search).toContainText(lang === "zh" ? "没有新的" : "Nothing new");
    await expect(page.locator(".changed, .changes")).toHaveCount(0);

    // Another browser, with what the first had seen before that; and a file of before prices were kept.
    for (const prices of [true, false]) {
      const context = await browser.newContext({ locale: "zh-CN", baseURL: test.info().project.use.baseURL });
      await watch.attach(context);
      const other = await context.newPage();
      const shelf = await shelve(other, test.info().outputPath(`other-${prices}`), MIXED, origin);
      shelf.put({ ...MIXED, listings: MIXED.listings.map((listing: any) => (listing.id === "b" ? { ...listing, offers: dearer } : listing)) });
      const kept = JSON.parse(file.text);
      if (!prices) for (const { data } of kept.records) delete data.price, delete data.prices;
      const path = test.info().outputPath(`kept-${prices}.json`);
      writeFileSync(path, JSON.stringify(kept));
      await other.goto(`device/?lang=${lang}`);
      await mounted(other);
      await other.locator('input[type="file"]').setInputFiles(path);
      await expect(other.locator("#shortlist li")).toHaveCount(2);
      await expect(other.locator("#searches li").first()).toContainText(lang === "zh" ? "没有新的" : "Nothing new");
      await expect(other.getByText(told)).toHaveCount(prices ? 2 : 0);
      await context.close();
    }
  });
}

test("all results go out as a table and as JSON, with where they are from", async ({ page, origin }) => {
  const many = catalog(Array.from({ length: 60 }, (_, n) => ({ id: `l${n}`, title: { zh: n ? `数据 ${n}` : "=HYPERLINK(1)数据" } })));
  await shelve(page, test.info().outputPath("shelf"), many, origin);
  await page.goto("browse/?q=%E6%95%B0%E6%8D%AE&page=2");
  await expect(page.locator(".card[data-key]").first()).toBeVisible();
  await page.getByRole("button", { name: "保存或导出" }).click();
  const table = await download(page, "导出结果为表格（CSV）");
  expect(table.name).toMatch(/^jishi-results-\d{4}-\d\d-\d\d\.csv$/);
  const lines = table.text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(61);
  expect(lines[0].startsWith("\ufeff挂牌,编号,")).toBe(true);
  expect(lines.filter((line) => line.startsWith("="))).toEqual([]);
  await expect(page.getByText("已导出全部 60 条")).toBeVisible();
  await expectAccessible(page);
  const file = JSON.parse((await download(page, "导出结果为 JSON")).text);
  expect(file).toMatchObject({ type: "jishi.results", version: 1, total: 60 });
  expect(file.listings).toHaveLength(60);
});
