// Protects the way back: a list that is drawn in turns stands where it was left.
import { expect, test } from "./journey";
import { MANY, shelve } from "./shelf";

for (const at of [6, 23]) {
  test(`back from a listing, the list stands where it was left, at card ${at + 1}`, async ({ page, origin }) => {
    await shelve(page, test.info().outputPath("shelf"), MANY, origin);
    await page.goto("browse/");
    const card = page.locator(".card[data-key]").nth(at);
    await expect(card).toBeVisible();
    const top = () => card.evaluate((card) => Math.round(card.getBoundingClientRect().top));
    await card.evaluate((card) => scrollBy(0, card.getBoundingClientRect().top - 200));
    const before = await top();
    const name = await card.locator("h3").textContent();
    await card.locator("h3 a").evaluate((link: HTMLElement) => link.click());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name!);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await expect(card.locator("h3")).toHaveText(name!);
    expect(Math.abs((await top()) - before)).toBeLessThan(4);
    // And stays there once the page is only as tall as it is.
    await page.waitForTimeout(2_500);
    expect(Math.abs((await top()) - before)).toBeLessThan(4);
  });
}
