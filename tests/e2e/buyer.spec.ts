// Protects the buyer's way: find by a word in either language, narrow, keep the whole state in
// the address, open a listing and come back.
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, expectAccessible, mounted, test } from "./journey";

const VOICE = "founding~bj-voice-303h-en-zh";

test("the speech data is found by 语音 and by speech, title first", async ({ page }) => {
  for (const word of ["语音", "speech"]) {
    await page.goto(`browse/?q=${encodeURIComponent(word)}`);
    const first = page.locator(".card").first();
    await expect(first).toHaveAttribute("data-key", VOICE);
    await expect(page.locator(".reshead [role=status]")).toContainText(/1/);
  }
});

test("typing narrows at once and leaves no step in the history", async ({ page }) => {
  await page.goto("");
  await mounted(page);
  await page.getByRole("link", { name: "目录", exact: true }).click();
  await expect(page.locator(".card").nth(3)).toBeVisible();
  await page.getByRole("combobox").first().fill("人脸");
  await expect(page.locator(".card")).toHaveCount(1);
  await expect(page).toHaveURL(/q=%E4%BA%BA%E8%84%B8/);
  await page.goBack();
  await expect(page).not.toHaveURL(/browse/);
});

test("filters are OR inside a facet and AND between, with counts, chips and one reset", async ({ page }) => {
  await page.goto("browse/");
  const price = page.locator('[data-facet="price"]');
  const exchange = page.locator('[data-facet="exchange"]');
  const total = page.locator(".reshead [role=status] b");
  await expect(total).not.toHaveText("0");
  const all = Number(await total.textContent());
  await price.getByRole("checkbox", { name: /面议/ }).check();
  await expect(total).toHaveText("4");
  // The facet is counted without its own choice, so the other values keep their counts.
  await expect(price.locator("label", { hasText: "免费" })).toContainText(String(all - 4));
  await price.getByRole("checkbox", { name: /免费/ }).check();
  await expect(total).toHaveText(String(all));
  await exchange.getByRole("checkbox", { name: /山西/ }).check();
  await expect(total).toHaveText("2");
  await expect(page).toHaveURL(/price=free,negotiable/);
  const chips = page.locator(".chips .chip");
  await expect(chips).toHaveCount(2);
  await page.getByRole("button", { name: "移除条件：价格状态" }).click();
  await expect(chips).toHaveCount(1);
  await page.goBack();
  await expect(chips).toHaveCount(2);
  await page.getByRole("button", { name: "全部清除" }).click();
  await expect(total).toHaveText(String(all));
});

test("a link opens the same list on another machine", async ({ page, browser, watch }) => {
  await page.goto("browse/?q=data&price=free&sort=title");
  // A card without a key is the skeleton of one.
  await expect(page.locator(".card[data-key]").first()).toBeVisible();
  const keys = async (p: typeof page) => {
    // An answer is drawn some cards at a time.
    await expect(p.locator(".results")).not.toHaveAttribute("aria-busy", "true");
    return await p.locator(".card[data-key]").evaluateAll((cards) => cards.map((c) => c.getAttribute("data-key")));
  };
  const here = await keys(page);
  const context = await browser.newContext({ locale: "zh-CN" });
  await watch.attach(context);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator(".card[data-key]").first()).toBeVisible();
  expect(await keys(other)).toEqual(here);
  await context.close();
});

test("what a link asks for and cannot be had is said", async ({ page }) => {
  await page.goto("browse/?sort=popularity&colour=red");
  await expect(page.getByText("sort=popularity")).toBeVisible();
  await expect(page.locator(".card").first()).toBeVisible();
});

test("a link that gives an id alone shows what it chose, and what nobody has is said", async ({ page }) => {
  await page.goto("browse/?exchange=beijing-international");
  const box = page.locator('[data-facet="exchange"]').getByRole("checkbox", { name: /北京国际/ });
  await expect(box).toBeChecked();
  await expect(page.locator(".chips .chip")).toContainText("北京国际大数据交易所");
  await expect(page).toHaveURL(/exchange=founding~beijing-international/);
  await box.uncheck();
  await expect(page.locator(".chips .chip")).toHaveCount(0);
  await page.goto("category/?id=ai-training");
  await expect(page).toHaveURL(/id=founding~ai-training/);
  await expect(page.locator(".card[data-key]").first()).toBeVisible();
  await page.goto("category/?id=nosuch");
  await expect(page.getByText("id=nosuch")).toBeVisible();
  await page.goto("browse/?exchange=nosuch");
  await expect(page.getByText("没有一条挂牌符合")).toBeVisible();
  await expect(page.getByText("exchange=nosuch")).toBeVisible();
});

test("an offer that is over is off the shelf, opens by its link, and says so", async ({ page, origin }) => {
  const folder = test.info().outputPath("catalog");
  mkdirSync(folder, { recursive: true });
  const free = { id: "o1", priceType: "free" };
  const catalog = {
    formatVersion: "0.1", id: "days", title: "日期", defaultLanguage: "zh", languages: ["zh"],
    listings: [
      { id: "over", title: "已经到期", offers: [{ ...free, validThrough: "2001-02-03" }] },
      { id: "renewed", title: "换了报价", offers: [{ ...free, validThrough: "2001-02-03" }, { id: "o2", priceType: "negotiable", negotiationChannel: "online" }] },
      { id: "early", title: "还没有到", issued: { earliest: "2999-01-01", latest: "2999-01-01", precision: "day" }, offers: [free] },
      { id: "dated", title: "有日期", issued: { earliest: "2020-01-01", latest: "2020-01-01", precision: "day" }, offers: [free] },
    ],
  };
  writeFileSync(`${folder}/catalog.json`, JSON.stringify(catalog));
  const { url } = await origin(folder, { cors: true });
  const config = { version: "0.1", sources: [{ id: "days", kind: "dxc", url: `${url}catalog.json` }] };
  await page.context().route("**/config.json", (route) => route.fulfill({ json: config }));
  await page.goto("browse/?sort=newest");
  await expect(page.locator(".card[data-key]")).toHaveCount(3);
  await expect(page.locator(".card[data-key]").first()).toHaveAttribute("data-key", "days~dated");
  await expect(page.getByText("另有 1 条已撤下或过期")).toBeVisible();
  await page.goto("listing/?id=days~over");
  await expect(page.getByRole("note").filter({ hasText: "已于 2001-02-03 到期" })).toBeVisible();
  await page.goto("listing/?id=days~renewed");
  await expect(page.locator(".price .word").first()).toHaveText("面议 · 线上");
  await expect(page.getByRole("row").filter({ hasText: "已于 2001-02-03 到期" })).toHaveCount(1);
  await page.goto("listing/?id=days~early");
  await expect(page.getByRole("note").filter({ hasText: "还没有到" })).toBeVisible();
  await expectAccessible(page);
});

test("an empty list names its conditions and offers to lift them", async ({ page }) => {
  await page.goto("browse/?q=%E8%AF%AD%E9%9F%B3&price=free");
  await expect(page.getByText("没有同时满足这些条件的挂牌")).toBeVisible();
  await expect(page.getByRole("link", { name: /去掉词“语音” · 有 \d+ 条/ })).toBeVisible();
  await page.getByRole("link", { name: "去掉价格状态 免费 · 有 1 条" }).click();
  await expect(page.locator(".card")).toHaveCount(1);
  // What would be empty too is no way out.
  await page.goto("browse/?q=zzqq&price=free");
  await expect(page.getByRole("link", { name: /去掉词“zzqq” · 有 \d+ 条/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /去掉价格状态/ })).toHaveCount(0);
});

test("a listing says what is not stated, and how each value is known", async ({ page }) => {
  await page.goto(`listing/?id=${VOICE}&lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("303 hours");
  await expect(page.locator(".price .word").first()).toHaveText("Negotiable");
  await expect(page.locator(".dl .none").first()).toHaveText("Not stated");
  await expect(page.locator("h1 .ev")).toHaveText("paraphrased");
  await expect(page.locator(".orig")).toHaveAttribute("lang", "zh");
  await expectAccessible(page);
});

test("a listing that no source has says so", async ({ page }) => {
  await page.goto("listing/?id=founding~nowhere");
  await expect(page.getByRole("heading", { name: "已读取的来源里没有这条挂牌" }).first()).toBeAttached();
});

test("filters work by keyboard and on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("browse/");
  await expect(page.locator(".card").first()).toBeVisible();
  await page.getByRole("button", { name: "筛选" }).press("Enter");
  const free = page.locator('[data-facet="price"]').getByRole("checkbox", { name: /免费/ });
  await expect(free).toBeVisible();
  await free.press("Space");
  await expect(free).toBeChecked();
  await page.getByRole("button", { name: /看 \d+ 条结果/ }).click();
  await expect(free).toBeHidden();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});

test("browse and home are accessible in both colours and both languages", async ({ page }) => {
  for (const [scheme, lang] of [["light", "zh"], ["dark", "en"]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ["", "browse/", "category/"]) {
      await page.goto(`${path}?lang=${lang}`);
      await expect(page.locator("h1")).toBeAttached();
      await expect(page.locator(".card[data-key], .shelf a").first()).toBeVisible();
      await expectAccessible(page);
    }
  }
});

test("the interface speaks English when asked, keeps it, and marks texts in other languages", async ({ page }) => {
  await page.goto("browse/");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Exchanges", exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.getByRole("link", { name: "Exchanges", exact: true })).toBeVisible();
});
