// Protects the filters: what is closed is not counted, what leads to nothing stays in its place
// and grey, bounds say what they bound, and nothing is compared across units.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";
import { MANY, MIXED, catalog, shelve } from "./shelf";

const cards = (page: Page) => page.locator(".card[data-key]");
const part = (page: Page, name: string) => page.locator(`[data-facet="${name}"]`);
const unfold = async (page: Page, name: string) => {
  const fold = part(page, name).locator(".fold");
  if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
};

for (const lang of ["zh", "en"]) {
  test(`a day is typed as people write it and kept in the link (${lang})`, async ({ page, origin }) => {
    await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
    await page.goto(`browse/?lang=${lang}`);
    await expect(cards(page)).toHaveCount(6);
    await unfold(page, "modified");
    const range = part(page, "modified");
    await range.getByLabel(lang === "zh" ? "从" : "From").fill("2024年6月");
    await range.getByLabel(lang === "zh" ? "从" : "From").press("Enter");
    await expect(page).toHaveURL(/modified=2024-06\.\./);
    await expect(cards(page)).toHaveCount(3);
    await expect(page.locator(".chips .chip")).toContainText(lang === "zh" ? "2024-06 起" : "since 2024-06");
    await range.getByRole("checkbox").check();
    await expect(page).toHaveURL(/modified=2024-06\.\.,not_stated/);
    await expect(cards(page)).toHaveCount(5);
    await range.getByLabel(lang === "zh" ? "到" : "To", { exact: true }).fill("2024");
    await range.getByRole("button", { name: lang === "zh" ? "应用" : "Apply" }).click();
    await expect(page).toHaveURL(/modified=2024-06\.\.2024,not_stated/);
    await expect(cards(page)).toHaveCount(4);
    await expectAccessible(page);
    await page.goBack();
    await expect(range.getByLabel(lang === "zh" ? "到" : "To", { exact: true })).toHaveValue("");
    await page.locator(".chips .chip button").click();
    await expect(cards(page)).toHaveCount(6);
    await expect(range.getByRole("checkbox")).not.toBeChecked();
  });
}

test("what is no day is said, and what was typed stays", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  await unfold(page, "modified");
  const range = part(page, "modified");
  await range.getByLabel("从").fill("去年");
  await range.getByLabel("从").press("Enter");
  await expect(range.getByRole("alert")).toContainText("这不是年、年月或日期：去年");
  await expect(range.getByLabel("从")).toHaveValue("去年");
  await expect(range.getByLabel("从")).toHaveAttribute("aria-invalid", "true");
  await expect(page).not.toHaveURL(/modified/);
  await expectAccessible(page);
  await range.getByLabel("从").fill("2025");
  await range.getByLabel("到", { exact: true }).fill("2024");
  await range.getByLabel("到", { exact: true }).press("Enter");
  await expect(range.getByRole("alert")).toContainText("终点在起点之前");
  await expect(range.getByLabel("从")).toHaveValue("2025");
});

test("prices are compared within one unit, and the order by price waits for it", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  await expect(cards(page)).toHaveCount(6);
  const order = page.getByLabel("排序");
  await expect(order.getByRole("option", { name: /^价格/ })).toBeDisabled();
  await expect(order.getByRole("option", { name: /^价格.*先在筛选里选定单位/ })).toHaveCount(1);
  await unfold(page, "amount");
  const range = part(page, "amount");
  await expect(range.getByText("价格有 3 种币种和计价单位")).toBeVisible();
  await expect(range.getByLabel("最少")).toBeDisabled();
  await range.getByLabel("单位").selectOption({ label: "人民币 · 一次性（3）" });
  await expect(page).toHaveURL(/amount=@CNY\/one-time/);
  await expect(cards(page)).toHaveCount(6);
  await order.selectOption("price");
  await expect(page).toHaveURL(/sort=price/);
  await expect(cards(page).nth(0)).toHaveAttribute("data-key", "shelf~e");
  await expect(cards(page).nth(1)).toHaveAttribute("data-key", "shelf~a");
  await expect(cards(page).nth(2)).toHaveAttribute("data-key", "shelf~b");
  await range.getByLabel("最少").fill("１００元");
  await range.getByLabel("最少").press("Enter");
  await expect(cards(page)).toHaveCount(2);
  await expectAccessible(page);
  // The order goes with its unit.
  await page.locator(".chips .chip button").click();
  await expect(page).not.toHaveURL(/sort=price/);
  await expect(cards(page)).toHaveCount(6);
  await page.goto("browse/?sort=price&size=1000..");
  await expect(page.getByText("sort=price")).toBeVisible();
  await expect(page.getByText("（没有选单位）").first()).toBeVisible();
});

test("values that lead to nothing stay where they are, grey", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  await unfold(page, "provider");
  const names = part(page, "provider").locator(".fname");
  await expect(names.first()).toBeVisible();
  const before = await names.allTextContents();
  await part(page, "category").getByRole("checkbox", { name: /^交通/ }).check();
  await expect(cards(page)).toHaveCount(1);
  await expect(part(page, "provider").locator(".check.zero")).not.toHaveCount(0);
  expect(await names.allTextContents()).toEqual(before);
  await expect(part(page, "provider").getByRole("checkbox", { name: /^供方0/ })).toBeDisabled();
});

test("values stand by how many listings have them, in the answer to what is typed", async ({ page, origin }) => {
  const listings = [0, 1, 1, 1, 2, 2].map((n, at) => ({ id: `l${at}`, title: { zh: `${n ? "数据" : "唯一数据"} ${at}` }, provider: `p${n}` }));
  const organizations = MIXED.organizations;
  await shelve(page, test.info().outputPath("shelf"), catalog(listings, { organizations }), origin);
  await page.goto("browse/?q=%E5%94%AF%E4%B8%80");
  await expect(cards(page)).toHaveCount(1);
  await unfold(page, "provider");
  const names = part(page, "provider").locator(".fname");
  await expect(names.first()).toHaveText("供方0");
  await page.getByRole("combobox").first().fill("");
  await expect(cards(page)).toHaveCount(6);
  await expect.poll(() => names.allTextContents()).toEqual(["供方1", "供方2", "供方0"]);
});

test("what pages state is chosen from, and only what is open is counted", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/?lang=en");
  await expect(cards(page)).toHaveCount(6);
  const stated = part(page, "disclosure");
  await expect(stated.getByRole("checkbox")).toHaveCount(0);
  await unfold(page, "disclosure");
  await stated.getByRole("checkbox", { name: /^Size/ }).check();
  await expect(cards(page)).toHaveCount(3);
  await expect(page).toHaveURL(/disclosure=size/);
  await page.getByLabel("Sort").selectOption("disclosure");
  await expect(page).toHaveURL(/sort=disclosure/);
  // A part that says nothing is not in the way.
  await expect(part(page, "exchange")).toBeHidden();
});

test("categories are a tree, and a parent holds what is below it", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  const tree = part(page, "category");
  await expect(tree.getByRole("checkbox", { name: /^气象/ })).toBeVisible();
  await expect(tree.getByRole("checkbox", { name: /^降雨/ })).toHaveCount(0);
  await tree.getByRole("button", { name: "展开下级：气象" }).click();
  await tree.getByRole("checkbox", { name: /^降雨/ }).check();
  await expect(cards(page)).toHaveCount(2);
  await page.reload();
  // What is chosen is shown, however deep.
  await expect(tree.getByRole("checkbox", { name: /^降雨/ })).toBeChecked();
  await expect(page.locator(".chips .chip")).toContainText("降雨");
});

test("two thousand suppliers are searched and sorted, and never all drawn", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MANY, origin);
  await page.goto("browse/?lang=en");
  await expect(cards(page).first()).toBeVisible();
  await unfold(page, "provider");
  const suppliers = part(page, "provider");
  await expect(suppliers.locator(".check")).toHaveCount(6);
  await suppliers.getByRole("button", { name: /44 more of/ }).click();
  await expect(suppliers.locator(".check")).toHaveCount(50);
  // Folded: width and case do not matter.
  await suppliers.getByRole("searchbox").fill("abc supplier 1999");
  await expect(suppliers.locator(".check")).toHaveCount(1);
  await suppliers.getByRole("searchbox").fill("");
  await suppliers.getByRole("button", { name: "By name" }).click();
  await expect(suppliers.locator(".fname").first()).toHaveText("ＡＢＣ Supplier 0");
  await expectAccessible(page);
  // Nothing the page does for a click holds it up for long. A machine that runs other journeys
  // beside this one is no clock: the bound only catches a list that is drawn whole.
  const longest = await page.evaluate(async () => {
    let longest = 0;
    const watch = new PerformanceObserver((list) => list.getEntries().forEach((e) => (longest = Math.max(longest, e.duration))));
    watch.observe({ type: "longtask" });
    for (const box of [...document.querySelectorAll<HTMLInputElement>('[data-facet="provider"] .check input')].slice(0, 3)) {
      box.click();
      await new Promise((done) => setTimeout(done, 700));
    }
    watch.disconnect();
    return longest;
  });
  console.log(`longest task with two thousand suppliers: ${longest} ms`);
  expect(longest).toBeLessThan(500);
});

test("a phone sets bounds in the sheet and sees what it gives", async ({ page, origin }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  await expect(cards(page)).toHaveCount(6);
  await page.getByRole("button", { name: "筛选" }).click();
  await unfold(page, "modified");
  await part(page, "modified").getByLabel("从").fill("2024");
  await part(page, "modified").getByRole("button", { name: "应用" }).click();
  await expect(page.getByRole("button", { name: "看 3 条结果" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "看 3 条结果" }).click();
  await expect(cards(page)).toHaveCount(3);
});

test("the keyboard alone folds, bounds and lifts", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/");
  await expect(cards(page)).toHaveCount(6);
  await part(page, "modified").locator(".fold").focus();
  await page.keyboard.press("Enter");
  await expect(part(page, "modified").getByLabel("从")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("2025");
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(1);
  await expect(part(page, "modified").getByLabel("从")).toBeFocused();
});

test("a link holds words, filters, bounds, order, page and language in fewer than 400 characters", async ({ page, browser, origin, watch }) => {
  const { config } = await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  const link = "browse/?lang=en&q=data&price=number,not_stated&category=shelf~weather&provider=shelf~p0,shelf~p1&modified=2020..2025&size=1..@record,not_stated&amount=50..500@CNY/one-time&sort=price&page=1";
  await page.goto(link);
  await expect(cards(page)).toHaveCount(2);
  expect(page.url().length).toBeLessThan(400);
  const keys = await cards(page).evaluateAll((all) => all.map((card) => card.getAttribute("data-key")));
  const context = await browser.newContext({ locale: "zh-CN" });
  await watch.attach(context);
  await context.route("**/config.json", (route) => route.fulfill({ json: config }));
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(cards(other)).toHaveCount(2);
  expect(await cards(other).evaluateAll((all) => all.map((card) => card.getAttribute("data-key")))).toEqual(keys);
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  await context.close();
});

test("a link of a later version is honoured as far as it is understood", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
  await page.goto("browse/?v=2&modified=2025..2024&issued=2020&shape=round");
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByText("v=2")).toBeVisible();
  await expect(page.getByText("（链接来自更新的版本）")).toBeVisible();
  await expect(page.getByText("（终点在起点之前）")).toBeVisible();
  await mounted(page);
});
