// Protects looking into data before it is bought, as three people do: the public with a file in
// an old encoding, a buyer who finds personal data in a sample, and somebody with a file of their
// own and no network.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectAccessible, mounted, test } from "./journey";
import { allPrograms, cell, file, open } from "./looked";

const folder = mkdtempSync(join(tmpdir(), "jishi-looking-"));
// The module is read once a process, also where its tests run with those of others between them.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Text as GB18030: the letters of this file only, by the pairs of bytes that GB 2312 gives them. */
const GB: Record<string, string> = {
  站: "d5be", 点: "b5e3", 区: "c7f8", 县: "cfd8", 东: "b6ab", 西: "cef7", 床: "b4b2", 位: "cebb", 数: "cafd",
};
const gb18030 = (text: string) => Buffer.concat([...text].map((c) => (c < "\x80" ? Buffer.from(c) : Buffer.from(GB[c], "hex"))));

const STATIONS = 400;
const lines = Array.from({ length: STATIONS }, (_, n) => `站点${n + 1},${n % 4 ? "东区" : "西县"},${(n * 7) % 100}\n`);
writeFileSync(join(folder, "stations.csv"), gb18030("站点,区县,床位数\n" + lines.join("")));

/** Resident numbers of nobody: a district of tests, and check digits that fit. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const resident = (n: number) => {
  const body = `110101${1950 + (n % 50)}0${1 + (n % 9)}1${n % 10}${String(n % 1000).padStart(3, "0")}`;
  const sum = [...body].reduce((all, c, at) => all + Number(c) * WEIGHTS[at], 0);
  return body + "10X98765432"[sum % 11];
};
const people = Array.from({ length: 120 }, (_, n) => `${resident(n)},${n % 3 ? "东城" : "西城"},${20 + (n % 5)},${n % 2 ? "是" : "否"}\n`);
writeFileSync(join(folder, "people.csv"), "身份证号,区县,年龄,患病\n" + people.join(""));

test("the public reads an old encoding, filters by a bar and downloads what is seen", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  await open(page, file(`${host.url}stations.csv`));
  await expect(cell(page, 0, 1)).toHaveText("西县");
  await expect(page.getByLabel("编码").locator("option").first()).toContainText("GB18030");
  const beds = page.locator(".gh", { hasText: "床位数" });
  await beds.locator(".hist g").first().click();
  await expect(page.locator(".chip")).toContainText("床位数");
  await expect(page.locator(".pvcame")).toContainText(/[\d,]+ 行符合，看过全部 400 行/);
  const matched = Number(/([\d,]+) 行符合/.exec((await page.locator(".pvcame").textContent())!)![1]);
  expect(matched).toBeLessThan(STATIONS);
  await page.getByRole("button", { name: "导出所见行" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^CSV/ }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.startsWith("\ufeff"), "opens right in Excel").toBe(true);
  expect(text.trim().split("\r\n")).toHaveLength(matched + 1);
  await expect(page.locator(".pvtools")).toContainText("已导出");
});

test("a buyer finds personal data masked in a sample, and reads k off", async ({ page, origin }) => {
  const host = await origin(folder, { cors: true });
  const distribution = { id: "s", access: "download", downloadURL: `${host.url}people.csv` };
  await open(page, {
    offers: [{ priceType: "negotiable" }],
    samples: [{ origin: "provider", distribution }],
    preview: { mode: "sample" },
    privacy: { personalInformation: "none" },
  });
  const personal = page.locator(".pii");
  await expect(personal.locator("tbody tr").first()).toContainText("居民身份证号");
  await expect(personal).toContainText("与扫描结果不一致");
  await expect(cell(page, 0, 0)).not.toHaveText(resident(0));
  await expect(cell(page, 0, 0)).toContainText("*");
  await personal.getByRole("button", { name: "显示这一列" }).click();
  await expect(cell(page, 0, 0)).toHaveText(resident(0));
  // Whoever gets the link sees what is masked masked.
  await expect(page).not.toHaveURL(/bare/);

  const risk = page.locator(".risk");
  const tick = async (name: string, on: boolean) => {
    const box = risk.getByRole("checkbox", { name: `${name}: 别人可能知道` });
    await box.setChecked(on);
  };
  await tick("身份证号", false);
  await tick("区县", true);
  await tick("年龄", true);
  await tick("患病", false);
  await risk.getByRole("button", { name: "计算" }).click();
  await expect(risk.locator(".kline")).toContainText("k = 8");
  await expect(risk.locator(".kline")).toContainText("在这 120 行的这 2 列上");
  await expect(risk).toContainText("共 10 组，平均每组 12.000 行；在组内猜一行是谁，平均有 8% 猜中");
  expect(await page.locator(".risk [role=status]").textContent()).not.toContain("匿名");
  await expectAccessible(page);
  await personal.getByRole("button", { name: "把这一点加进询价单" }).click();
  await expect(page).toHaveURL(/inquiry/);
  await expect(page.getByText("扫描样例时发现了疑似个人信息")).toBeVisible();
});

test("a file of one's own is read with the network off", async ({ page, context }) => {
  const asked: string[] = [];
  const programs = allPrograms(page);
  await page.goto("preview/");
  await mounted(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("看自己的文件");
  // The programs come with the page; they are here before the network goes.
  await programs;
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  page.on("request", (request) => asked.push(request.url()));
  const drop = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, readFileSync(join(folder, "people.csv"), "utf8"));
  await page.dispatchEvent(".dropzone", "drop", { dataTransfer: drop });
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "121");
  await page.setInputFiles("#own-file", join(folder, "stations.csv"));
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "401");
  await expect(cell(page, 0, 1)).toHaveText("西县");
  await expect(page.locator(".pv")).toContainText("没有上传");
  expect(asked.filter((url) => url.startsWith("http"))).toEqual([]);
  await context.setOffline(false);
});
