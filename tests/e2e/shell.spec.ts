// Protects what stands there before, without and around the program: the shell, the policy, the
// folders of the routes.
import { readFileSync } from "node:fs";
import { expect, mounted, test } from "./journey";

const FOLDERS = [
  "browse", "category", "listing", "preview", "exchanges", "exchange", "provider", "inquiry", "about", "device",
];

test("the page opens under its name", async ({ page }) => {
  await page.goto("");
  await mounted(page);
  await expect(page).toHaveTitle(/集市|Jishi/);
  await expect(page.getByText("集市").first()).toBeVisible();
});

test("every route opens from its own address and again after a reload", async ({ page, baseURL }) => {
  for (const folder of FOLDERS) {
    await page.goto(`${folder}/`);
    await mounted(page);
    await page.reload();
    await mounted(page);
    expect(await page.evaluate(() => document.baseURI), folder).toBe(baseURL);
  }
});

test("the policy refuses an inline script", async ({ page, watch }) => {
  watch.expectError(/content security policy|policy: script-src/i);
  await page.goto("");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    document.head.append(script);
    return "inlineRan" in window;
  });
  expect(ran).toBe(false);
});

test("before the program is there, the shell says what is coming", async ({ page }) => {
  await page.route("**/*.wasm", () => {}); // never answered
  await page.goto("", { waitUntil: "commit" });
  await expect(page.locator("#shell")).toContainText("正在打开目录");
  await expect(page.locator("#shell").getByText("集市").first()).toBeVisible();
});

test("a program that does not come is said, with the catalog as the way out", async ({ page, watch }) => {
  watch.expectError(/./);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("");
  await expect(page.locator("#shell-failed")).toBeVisible();
  await expect(page.locator("#shell-failed").getByRole("link", { name: "catalog.json" }).first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the shell says what this is and links to the catalog", async ({ page, baseURL }) => {
    await page.goto("browse/");
    // Text locators pass over <noscript>, so its paragraphs are named.
    const words = page.locator("noscript p");
    await expect(words.nth(0)).toContainText("需要 JavaScript");
    await expect(words.nth(1)).toContainText("the catalogue file itself");
    for (const paragraph of await words.all()) await expect(paragraph).toBeVisible();
    await expect(page.getByText("正在打开目录")).toBeHidden();
    const link = page.locator("noscript a").first();
    expect(new URL((await link.getAttribute("href"))!, `${baseURL}`).pathname).toMatch(/catalog\.json$/);
  });
});

test("the folders tested here are the folders of the routes", () => {
  const source = readFileSync(new URL("../../crates/routes/src/route.rs", import.meta.url), "utf8");
  const list = /FOLDERS[^=]*= &\[([^\]]*)\]/.exec(source)?.[1] ?? "";
  expect([...list.matchAll(/"([a-z]+)"/g)].map((match) => match[1])).toEqual(FOLDERS);
});
