// Protects the guard itself: each of these journeys must fail, or no other one proves anything.
import { test } from "./journey";

test.fail("an error in the console fails a journey", async ({ page }) => {
  await page.goto("");
  await page.evaluate(() => console.error("an error of this test"));
});

test.fail("an uncaught error fails a journey", async ({ page }) => {
  await page.goto("");
  await page.evaluate(() => setTimeout(() => { throw new Error("an error of this test"); }));
  await page.waitForTimeout(200);
});

test.fail("a request to a host that nobody named fails a journey", async ({ page }) => {
  await page.route("http://stranger.invalid/**", (route) => route.fulfill({ body: "hello" }));
  await page.goto("");
  await page.evaluate(() => fetch("http://stranger.invalid/", { mode: "no-cors" }));
});

test.fail("a breach of the policy fails a journey", async ({ page }) => {
  await page.goto("");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "1";
    document.head.append(script);
  });
});
