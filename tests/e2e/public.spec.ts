// Protects the public's way: from home to free data that opens here, and the file itself.
import { expect, expectAccessible, mounted, test } from "./journey";

test("the testing centres open from home, say that the sample is synthetic, and download", async ({ page }) => {
  await page.goto("");
  await mounted(page);
  await page.getByRole("link", { name: /看免费公开数据/ }).click();
  await page.getByRole("link", { name: "北京市新冠病毒检测机构名单" }).click();
  await expect(page.locator(".price .word").first()).toHaveText("免费");
  await expect(page.getByText(/合成样例/).first()).toBeVisible();
  await page.getByRole("link", { name: /预览样例/ }).first().click();
  await expect(page.getByText(/合成样例/).first()).toBeVisible();
  await expect(page.getByRole("gridcell").first()).toBeVisible();
  await expect(page.getByText(/示例/).first()).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: /下载/ }).first().click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test("the preview program is not fetched before a preview is opened", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("listing/?id=founding~palmer-penguins");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("企鹅");
  expect(asked.filter((url) => url.includes("preview-worker"))).toEqual([]);
});

test("a shelf shows what is below it, with breadcrumbs", async ({ page }) => {
  await page.goto("");
  await page.locator(".shelf a", { hasText: "政府公共数据" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("政府公共数据");
  await page.locator(".subshelf a", { hasText: "公共卫生" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("公共卫生");
  await expect(page.locator(".crumbs li")).toHaveCount(3);
  await expect(page.locator(".card")).toHaveCount(1);
  await expectAccessible(page);
});

test("every route holds at 320 pixels without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const listing = "founding~bj-company-licences-penalties";
  const paths = ["", "browse/", "category/", `listing/?id=${listing}`, "exchanges/", "about/", "device/", `inquiry/?id=${listing}`];
  for (const path of paths) {
    await page.goto(path);
    await mounted(page);
    await page.waitForTimeout(300);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});
