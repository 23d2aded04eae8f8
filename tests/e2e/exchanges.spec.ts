// Protects the directory: dates as written, planning never taken for an opening, what is not
// placed or not named said so; and the page about the sources, with every repair and a next step.
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";

const row = (page: Page, name: string) => page.locator(".xt [role=row]", { hasText: name });
const figure = (page: Page, name: string) =>
  page.locator(".sumrow > div", { has: page.locator("dt", { hasText: name }) }).locator("dd");

test("the founding directory says what its source says", async ({ page }) => {
  await page.goto("exchanges/");
  await mounted(page);
  await expect(figure(page, "列名")).toHaveText("15");
  await expect(figure(page, "有开业证据")).toHaveText("12");
  await expect(figure(page, "只有筹建记录")).toHaveText("3");
  await expect(figure(page, "有线上平台")).toHaveText("4");
  // In the order of the earliest possible day: planning in April 2015 stands before 14 April.
  const rows = page.locator(".xt [role=rowgroup]").nth(1).locator("[role=row]");
  await expect(rows).toHaveCount(15);
  await expect(rows.nth(0)).toContainText("Planning began April 2015");
  await expect(rows.nth(1)).toContainText("April 14, 2015");
  // Planning is never an opening, even where a platform is there.
  await expect(row(page, "Planning began 2019")).toContainText("仅筹建");
  await expect(row(page, "Planning began 2019").locator("i.m-plan")).toHaveCount(1);
  await expect(row(page, "Circa early 2018").locator("i.m-circa")).toHaveCount(1);
  await expect(page.getByText("至少 9 地")).toBeVisible();
  await expect(page.getByText("与新加坡的合作 2 项")).toBeVisible();
  await expectAccessible(page);
});

test("the switch leaves what was asked for, and an exchange leads to its listings", async ({ page }) => {
  await page.goto("exchanges/");
  await mounted(page);
  const rows = page.locator(".xt [role=rowgroup]").nth(1).locator("[role=row]");
  await page.getByRole("button", { name: /有开业证据/ }).click();
  await expect(rows).toHaveCount(12);
  await expect(page.getByRole("table").first().getByText("仅筹建")).toHaveCount(0);
  await page.getByRole("button", { name: /有挂牌/ }).click();
  await row(page, "北京国际大数据交易所").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("北京国际大数据交易所");
  await expect(page.locator(".orig")).toContainText("Beijing International Big Data Exchange");
  await expect(page.locator(".results .card")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("link", { name: /在目录里筛选/ }).click();
  await expect(page).toHaveURL(/browse\/\?.*exchange=/);
  await expect(page.locator(".results .card")).toHaveCount(2);
});

test("the directory speaks English, with the other name marked", async ({ page }) => {
  await page.goto("exchanges/?lang=en");
  await mounted(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data exchanges");
  const harbin = row(page, "Harbin City Big Data Center");
  await expect(harbin.locator("[lang^=zh]")).toHaveText("哈尔滨市大数据中心");
  await expect(page.locator(".tiles .vh", { hasText: "Hubei: 2 with evidence of opening" })).toHaveCount(1);
});

test("a supplier has a page of its own", async ({ page }) => {
  await page.goto("provider/?id=founding~beijing-financial-holdings");
  await mounted(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("北京金融控股集团");
  await expect(page.getByText("国有")).toBeVisible();
  await expect(page.locator(".results .card")).toHaveCount(1);
  await expectAccessible(page);
});

test("an exchange or supplier that no source has is said, with ways on", async ({ page }) => {
  await page.goto("exchange/?id=founding~nowhere");
  await mounted(page);
  await expect(page.getByText("没有这家机构").last()).toBeVisible();
  await expect(page.getByRole("link", { name: "全部交易机构" })).toBeVisible();
  await page.goto("provider/?id=founding~nobody");
  await expect(page.getByText("没有这家供方").last()).toBeVisible();
});

/** A catalog as publishers really write them. */
const odd = {
  formatVersion: "0.1",
  id: "odd",
  title: { zh: "奇怪的目录" },
  defaultLanguage: "zh",
  languages: ["zh"],
  exchanges: [
    { id: "far", name: "远方数据交易所", location: { verbatim: "某地", country: "SG" } },
    {
      id: "odd",
      name: "写着开业证据的筹建机构",
      location: { adminCode: "440300" },
      openingEvidence: true,
      established: { earliest: "1999-01-01", latest: "1999-12-31", precision: "year", event: "planning-began" },
    },
  ],
  platforms: [{ id: "p", exchange: "far", features: { search: "no", registrationRequired: "yes" } }],
  listings: Array.from({ length: 130 }, (_, n) => ({ id: `l${n}`, title: `第 ${n} 条`, bogus: 1, offers: [{ id: "o", priceType: "free" }] })),
  facts: { otherLocalitiesAtLeast: 3 },
};

test.describe("with a catalog full of faults and a source that is not there", () => {
  test.beforeEach(async ({ page, origin, watch }) => {
    watch.expectError(/404/);
    const folder = test.info().outputPath("catalog");
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/catalog.json`, JSON.stringify(odd));
    const { url } = await origin(folder, { cors: true });
    const config = {
      version: "0.1",
      theme: { brandHue: 999 },
      sources: [
        { id: "odd", kind: "dxc", url: `${url}catalog.json` },
        { id: "gone", kind: "dxc", url: `${url}gone.json`, title: { zh: "不在的来源" } },
      ],
    };
    await page.context().route("**/config.json", (route) => route.fulfill({ json: config }));
  });

  test("the directory places what it can and names the rest", async ({ page }) => {
    await page.goto("exchanges/");
    await mounted(page);
    await expect(figure(page, "有开业证据")).toHaveText("0");
    await expect(row(page, "写着开业证据的筹建机构")).toContainText("仅筹建");
    await expect(page.locator(".mapside")).toContainText("1 家没有写明省份");
    await expect(page.locator(".mapside")).toContainText("远方数据交易所");
    const platform = page.locator(".feats tbody tr");
    await expect(platform.locator("td").nth(1)).toHaveText("没有");
    await expect(platform.locator("td").nth(2)).toHaveText("未说明");
    await expect(platform.locator("td").nth(4)).toHaveText("需要");
  });

  test("the page about the catalogue names repairs, faults and options, and tries again", async ({ page }) => {
    let asked = 0;
    page.on("request", (request) => (asked += request.url().endsWith("gone.json") ? 1 : 0));
    await page.goto("about/");
    await mounted(page);
    await expect(page.locator(".srctable")).toContainText("对方回答了错误码 404");
    const before = asked;
    await page.getByRole("button", { name: "再试：不在的来源" }).click();
    await expect.poll(() => asked).toBeGreaterThan(before);

    const repairs = page.locator("details.repairs");
    await expect(repairs.locator("summary")).toContainText("奇怪的目录");
    await repairs.locator("summary").click();
    await expect(repairs.locator(".notices tbody tr")).toHaveCount(100);
    await expect(repairs).toContainText("列出前 100 处");
    const first = repairs.locator(".notices tbody tr").first();
    await expect(first).toContainText("/listings/0");
    await expect(first).toContainText("bogus");
    await expect(page.getByText("/theme/brandHue")).toBeVisible();
    await expectAccessible(page);
  });
});

test("nothing scrolls sideways on a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of ["exchanges/", "exchange/?id=founding~wuhan-yangtze", "provider/?id=founding~datatang", "about/", "device/"]) {
    await page.goto(address);
    await mounted(page);
    await expect(page.locator("main h1")).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
});
