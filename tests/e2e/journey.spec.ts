// Protects the guard itself: what it does not notice, no other journey proves.
import type { Browser, Page } from "@playwright/test";
import { expect, test, Watch } from "./journey";

/** Opens home under a watch of its own, provokes something, and says what was noticed. */
async function noticed(browser: Browser, home: string, provoke: (page: Page) => Promise<unknown>) {
  const watch = new Watch(home);
  const context = await browser.newContext();
  await watch.attach(context);
  const page = await context.newPage();
  await page.goto(home);
  const before = watch.problems();
  await provoke(page);
  await expect.poll(() => watch.problems().length).toBeGreaterThan(0);
  await context.close();
  return { before, after: watch.problems().join("\n") };
}

test("an error in the console is noticed", async ({ browser, baseURL }) => {
  const { before, after } = await noticed(browser, baseURL!, (page) => page.evaluate(() => console.error("provoked")));
  expect(before).toEqual([]);
  expect(after).toContain("provoked");
});

test("an uncaught error is noticed", async ({ browser, baseURL }) => {
  const { after } = await noticed(browser, baseURL!, (page) =>
    page.evaluate(() => void setTimeout(() => { throw new Error("provoked"); })),
  );
  expect(after).toContain("uncaught: provoked");
});

test("a request to a host that nobody named is noticed", async ({ browser, baseURL }) => {
  const { after } = await noticed(browser, baseURL!, async (page) => {
    await page.route("http://stranger.invalid/**", (route) => route.fulfill({ body: "hello" }));
    await page.evaluate(() => fetch("http://stranger.invalid/", { mode: "no-cors" }).then(() => null));
  });
  expect(after).toBe("asked a host nobody named: http://stranger.invalid/");
});

test("a breach of the policy is noticed", async ({ browser, baseURL }) => {
  const { after } = await noticed(browser, baseURL!, (page) =>
    page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "1";
      document.head.append(script);
    }),
  );
  expect(after).toMatch(/policy: script-src/);
});
