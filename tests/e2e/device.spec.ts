// Protects what is kept on the device: it is shown, goes out whole, and is gone when the visitor
// says so, not before.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, mounted, test } from "./journey";

const LISTING = "founding~bj-voice-303h-en-zh";
const PURPOSE = "训练客服语音识别，只在公司内部使用。";

/** Writes a draft as a visitor does, until it is kept. */
async function writeDraft(page: Page) {
  await page.goto(`inquiry/?id=${encodeURIComponent(LISTING)}`);
  await mounted(page);
  await page.locator("#inquiry-purpose").fill(PURPOSE);
  await expect.poll(() => kept(page)).toBe(1);
}

/** How many drafts this shop keeps. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const name = `jishi:${new URL(document.baseURI).pathname}`;
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === name)) return 0;
    return new Promise<number>((done, failed) => {
      const open = indexedDB.open(name);
      open.onerror = () => failed(open.error);
      open.onsuccess = () => {
        const database = open.result;
        if (!database.objectStoreNames.contains("drafts")) return database.close(), done(0);
        const count = database.transaction("drafts").objectStore("drafts").count();
        count.onsuccess = () => (database.close(), done(count.result));
      };
    });
  });

test("a device that keeps nothing says so", async ({ page }) => {
  await page.goto("device/");
  await mounted(page);
  await expect(page.getByRole("heading", { name: "本机没有存任何内容" })).toBeVisible();
  await expectAccessible(page);
});

test("a draft is listed under its listing, opens, and goes out whole", async ({ page }) => {
  await writeDraft(page);
  await page.goto("device/");
  await mounted(page);
  const draft = page.locator(".kept li");
  await expect(draft).toHaveCount(1);
  await expect(draft).toContainText("303");
  await expectAccessible(page);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "导出 JSON" }).click(),
  ]);
  const document = JSON.parse(readFileSync(await file.path(), "utf8"));
  expect(document).toMatchObject({ type: "jishi.kept", version: 1 });
  expect(document.records).toHaveLength(1);
  expect(document.records[0]).toMatchObject({ kind: "drafts", key: LISTING, data: { purpose: PURPOSE } });

  await draft.getByRole("link", { name: /^打开/ }).click();
  await expect(page.locator("#inquiry-purpose")).toHaveValue(PURPOSE);
});

test("erasing asks in its place, and then nothing comes back", async ({ page }) => {
  await writeDraft(page);
  // By links, so that the words typed are still in the tab's memory.
  await page.getByRole("link", { name: "存在本机的内容" }).click();
  const draft = page.locator(".kept li");
  await draft.getByRole("button", { name: /^抹掉/ }).click();
  await expect(draft.getByRole("button", { name: "确定抹掉" })).toBeFocused();
  await expectAccessible(page);
  await draft.getByRole("button", { name: "留着" }).click();
  await expect(draft.getByRole("button", { name: /^抹掉/ })).toBeFocused();
  expect(await kept(page)).toBe(1);

  await draft.getByRole("button", { name: /^抹掉/ }).click();
  await draft.getByRole("button", { name: "确定抹掉" }).click();
  await expect(page.getByText("已抹掉：")).toBeVisible();
  await expect(page.getByRole("heading", { name: "本机没有存任何内容" })).toBeVisible();
  expect(await kept(page)).toBe(0);
  await page.goBack();
  await expect(page.locator("#inquiry-purpose")).toHaveValue("");
});

test("everything goes at once, language and colours too", async ({ page }) => {
  await writeDraft(page);
  await page.getByRole("button", { name: /^配色/ }).click();
  await page.goto("device/");
  await mounted(page);
  await expect(page.getByText("配色", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "全部抹掉" }).click();
  await page.getByRole("button", { name: "确定抹掉" }).click();
  await expect(page.getByText("已全部抹掉。")).toBeVisible();
  expect(await kept(page)).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("jishi:")))).toEqual([]);
});

test("what a newer version wrote is named, left alone, and can go out", async ({ page }) => {
  await writeDraft(page);
  await page.evaluate(async () => {
    const name = `jishi:${new URL(document.baseURI).pathname}`;
    await new Promise<void>((done, failed) => {
      const open = indexedDB.open(name);
      open.onerror = () => failed(open.error);
      open.onsuccess = () => {
        const change = open.result.transaction("drafts", "readwrite");
        const all = change.objectStore("drafts").openCursor();
        all.onsuccess = () => {
          if (all.result) all.result.update({ ...all.result.value, version: 99 }), all.result.continue();
        };
        change.oncomplete = () => (open.result.close(), done());
      };
    });
  });
  await page.goto("device/");
  await mounted(page);
  await expect(page.getByText("更新的版本写下的").first()).toBeVisible();
  await expect(page.locator(".kept li").getByRole("link", { name: /^打开/ })).toHaveCount(0);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "导出 JSON" }).click(),
  ]);
  expect(JSON.parse(readFileSync(await file.path(), "utf8")).records[0].version).toBe(99);
});
