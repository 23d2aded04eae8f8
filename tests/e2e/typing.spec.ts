// Protects typing: what an answer changes is drawn some at a time, the results of before stay
// until the new ones are there, and what stands at the end is the answer to what was typed last.
// Counted in elements and not in milliseconds, so that a busy machine sees the same.
import type { Page } from "@playwright/test";
import { expect, mounted, test } from "./journey";
import { catalog, shelve } from "./shelf";

/** Elements that one frame may add while somebody types: ten cards, or all names under the box. */
const A_FRAME = 600;
/** What shows that it would be seen: the cards of a page have more. */
const A_PAGE = 1_000;

const SUPPLIERS = 2_000;
const words = ["降雨", "降雪", "交通", "能源"];
/** Each word is in a quarter of the titles, so that every letter gives a page of other cards. */
const SHELF = catalog(
  Array.from({ length: SUPPLIERS }, (_, n) => ({
    id: `l${n}`,
    title: { zh: `${words[n % 4]}数据第${n}号`, en: `${["Rain", "Snow", "Roads", "Power"][n % 4]} data ${n}` },
    description: { zh: `虚构的挂牌，编号${n}，说的是${words[n % 4]}。`, en: `An invented listing, number ${n}, about nothing.` },
    provider: `p${n}`,
  })),
  { organizations: Array.from({ length: SUPPLIERS }, (_, n) => ({ id: `p${n}`, name: { zh: `第${n}供方`, en: `Supplier ${n}` } })) },
);

const cards = (page: Page) => page.locator(".results > .card[data-key]");
const keys = (page: Page) => cards(page).evaluateAll((all) => all.map((card) => card.getAttribute("data-key")));
const settled = (page: Page) => expect(page.locator('.results[aria-busy="true"]')).toHaveCount(0);

for (const [name, size] of [["desktop", { width: 1280, height: 900 }], ["phone", { width: 390, height: 844 }]] as const) {
  for (const [lang, typed] of [["zh", ["降雨", "交通"]], ["en", ["snow", "power"]]] as const) {
    test(`no frame draws a whole answer, and cards stay until others are there (${name}, ${lang})`, async ({ page, origin }) => {
      await page.setViewportSize(size);
      await shelve(page, test.info().outputPath("shelf"), SHELF, origin);
      await page.goto(`browse/?lang=${lang}`);
      await mounted(page);
      await expect(cards(page)).toHaveCount(24);
      if (name === "phone") await page.locator(".reshead [popovertarget=facets]").click();
      await unfold(page, "provider");
      const more = page.locator('[data-facet="provider"] .more button').first();
      await more.click();
      await expect(page.locator('[data-facet="provider"] .value')).toHaveCount(50);
      if (name === "phone") await page.keyboard.press("Escape");
      await settled(page);
      const box = page.getByRole("combobox").first();
      await page.evaluate(count);
      for (const word of typed) {
        await box.fill("");
        await box.pressSequentially(word, { delay: 80 });
        await expect(page).toHaveURL((url) => url.searchParams.get("q") === word);
        await expect(page.locator(".reshead [role=status] b")).toHaveText("500");
        await settled(page);
      }
      const seen = await page.evaluate(() => (globalThis as any).counted());
      expect(seen.most, "elements added in one frame").toBeLessThanOrEqual(A_FRAME);
      expect(seen.added, "elements added in all").toBeGreaterThan(A_PAGE);
      expect(seen.fewest, "cards that stood in any frame").toBeGreaterThan(0);
      // The answer to the last letter, as its link gives it.
      const last = await keys(page);
      await page.reload();
      await expect(cards(page)).toHaveCount(24);
      await settled(page);
      expect(last).toEqual(await keys(page));
      // An observer that sees nothing would have passed: it sees a page that is drawn at once.
      await page.evaluate(count);
      await page.evaluate(() => {
        const results = document.querySelector(".results")!;
        results.replaceChildren(...[...results.children].map((card) => card.cloneNode(true)));
      });
      await expect.poll(() => page.evaluate(() => (globalThis as any).counted().most)).toBeGreaterThan(A_PAGE);
    });
  }
}

test("two thousand suppliers are two hundred rows at most, and the others are found by name", async ({ page, origin }) => {
  await shelve(page, test.info().outputPath("shelf"), SHELF, origin);
  await page.goto("browse/?lang=en");
  await expect(cards(page)).toHaveCount(24);
  await unfold(page, "provider");
  const suppliers = page.locator('[data-facet="provider"]');
  const rows = suppliers.locator(".value");
  for (const count of [50, 100, 150, 200]) {
    await suppliers.getByRole("button", { name: / more of / }).click();
    await expect(rows).toHaveCount(count);
  }
  await expect(suppliers.getByRole("button", { name: / more of / })).toHaveCount(0);
  await expect(suppliers.getByText("1,800 more: look for them by name above")).toBeVisible();
  await suppliers.getByRole("searchbox").fill("supplier 1999");
  await expect(rows).toHaveCount(1);
  await suppliers.getByRole("checkbox", { name: /^Supplier 1999/ }).check();
  await expect(cards(page)).toHaveCount(1);
});

async function unfold(page: Page, name: string) {
  const fold = page.locator(`[data-facet="${name}"] .fold`);
  if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
}

/** Runs in the page: counts the elements that come between two frames, and the cards in each. */
function count() {
  let [now, most, added, fewest] = [0, 0, 0, Infinity];
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) now += 1 + node.getElementsByTagName("*").length;
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const frame = () => {
    fewest = Math.min(fewest, document.querySelectorAll(".results > .card").length);
    [most, added, now] = [Math.max(most, now), added + now, 0];
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  (globalThis as any).counted = () => ({ most, added, fewest });
}
