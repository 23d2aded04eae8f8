// Protects the names under the search box: the focus stays in the box, Enter is taken only by a
// name that is active, the latest typing wins, and what was read otherwise is said.
import { expect, expectAccessible, mounted, test } from "./journey";
import { MIXED, shelve } from "./shelf";

// The options of the order are options too.
const NAME = '.names [role="option"]';

test.beforeEach(async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), MIXED, origin);
});

for (const [lang, typed, name] of [["zh", "气", "气象"], ["en", "weath", "Weather"]]) {
  test(`a category is gone to by keys from the first page (${lang})`, async ({ page }) => {
    await page.goto(`?lang=${lang}`);
    await mounted(page);
    const box = page.getByRole("combobox").first();
    await expect(page.locator(".waffle, .lead").first()).toBeVisible();
    await box.pressSequentially(typed);
    const option = page.getByRole("option", { name: new RegExp(`^${name}`) });
    await expect(option).toBeVisible();
    await expect(box).toHaveAttribute("aria-expanded", "true");
    await expectAccessible(page);
    await box.press("ArrowDown");
    await expect(box).toBeFocused();
    const active = await box.getAttribute("aria-activedescendant");
    await expect(page.locator(`#${active}`)).toHaveAttribute("aria-selected", "true");
    await box.press("Escape");
    await expect(option).toBeHidden();
    await expect(box).toHaveValue(typed);
    await box.press("ArrowUp");
    await box.press("Home");
    for (let n = 0; n < 12; n++) {
      const at = await box.getAttribute("aria-activedescendant");
      if (at && (await page.locator(`#${at}`).textContent())?.startsWith(name)) break;
      await box.press("ArrowDown");
    }
    await box.press("Enter");
    await expect(page).toHaveURL(/category=shelf~weather/);
    await expect(page.locator(".card[data-key]")).toHaveCount(3);
  });
}

test("Enter searches for what was typed while no name is active", async ({ page }) => {
  await page.goto("");
  await mounted(page);
  const box = page.getByRole("combobox").first();
  await box.pressSequentially("数据");
  await expect(page.locator(NAME).first()).toBeVisible();
  await box.press("Enter");
  await expect(page).toHaveURL(/browse\/\?q=/);
  await expect(page.locator(NAME)).toHaveCount(0);
  await expect(page.locator(".card[data-key]")).toHaveCount(6);
});

test("a listing is opened by a click, and the number of names is told", async ({ page }) => {
  await page.goto("browse/");
  const box = page.getByRole("combobox").first();
  await box.pressSequentially("甲数");
  await expect(page.getByText(/有 \d+ 条建议/)).toHaveCount(1);
  await page.getByRole("option", { name: /甲数据/ }).click();
  await expect(page).toHaveURL(/listing\/\?id=shelf~a/);
});

test("on a phone the names fit, and a tap is enough", async ({ browser, baseURL, watch }) => {
  const context = await browser.newContext({ locale: "zh-CN", hasTouch: true, viewport: { width: 390, height: 844 }, baseURL });
  await watch.attach(context);
  const page = await context.newPage();
  await page.goto("browse/");
  await mounted(page);
  const box = page.getByRole("combobox").first();
  await box.tap();
  await box.pressSequentially("北京");
  await expect(page.locator(NAME).first()).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.getByRole("option", { name: /北京国际大数据交易所/ }).tap();
  await expect(page).toHaveURL(/exchange=founding~beijing-international/);
  await context.close();
});

test("words that were read otherwise are named, and can be looked for as they stand", async ({ page }) => {
  await page.goto("browse/?lang=en&q=Epsilom");
  await expect(page.getByText("Showing results for “epsilon”", { exact: false })).toBeVisible();
  await expect(page.locator(".card[data-key]")).toHaveCount(1);
  await page.getByRole("link", { name: "Search for “Epsilom” exactly" }).click();
  await expect(page).toHaveURL(/q=%22Epsilom%22/);
  await page.goto("browse/?lang=zh&q=jiashuju");
  await expect(page.getByText("按拼音读“jiashuju”")).toBeVisible();
  await expect(page.locator(".card[data-key]").first()).toHaveAttribute("data-key", "shelf~a");
});

test("what stands in quotation marks is not read otherwise", async ({ page }) => {
  await page.goto("browse/?lang=en&q=%22Epsilom%22");
  await expect(page.getByText("No listing meets all of these conditions")).toBeVisible();
});

test("where no listing has all the words those with most of them come, and beside few that have", async ({ page }) => {
  await page.goto("browse/?lang=en&q=unheardof+weather+data");
  await expect(page.getByText("No listing has all the words", { exact: false })).toBeVisible();
  await expect(page.locator(".card[data-key]")).toHaveCount(3);
  await page.goto("browse/?lang=en&q=rain+weather+data");
  await expect(page.getByText("Others that have most of the words", { exact: false })).toBeVisible();
  await expect(page.locator(".card[data-key]")).toHaveCount(3);
  await expect(page.locator(".reshead")).toContainText("2 listings");
  await expectAccessible(page);
});
