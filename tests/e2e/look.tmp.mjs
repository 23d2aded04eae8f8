import { chromium } from "@playwright/test";
import { openFolder } from "./folder_server.mjs";
import { mkdtempSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
const port = 4391;
const server = spawn("node", ["plain_server.mjs", String(port), "/", process.env.DIST ?? "../../dist"], { stdio: "inherit" });
await new Promise((r) => setTimeout(r, 800));
const folder = mkdtempSync("/tmp/gdata-");
const put = (n, c) => writeFileSync(`${folder}/${n}`, c);
put("long.csv", "id,city,amount,day,note\n" + Array.from({ length: 200000 }, (_, n) => `${n + 1},城市${n % 50},${(n * 37) % 1000},2024-0${1 + n % 9}-1${n % 10},${n % 7 ? "一段说明文字" + n : ""}\n`).join(""));
if (process.env.MILLION) put("million.csv", "id,city,amount\n" + Array.from({ length: 1000000 }, (_, n) => `${n + 1},城市${n % 50},${(n * 37) % 1000}\n`).join(""));
put("wide.csv", Array.from({ length: 2000 }, (_, n) => `c${n + 1}`).join(",") + "\n" + Array.from({length: 50}, (_, r) => Array.from({ length: 2000 }, (_, n) => n + r).join(",")).join("\n") + "\n");
const W = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const rid = (n) => { const b = `110101${1950 + (n % 50)}0${1 + (n % 9)}1${n % 10}${String(n % 1000).padStart(3, "0")}`; return b + "10X98765432"[[...b].reduce((a, c, i) => a + Number(c) * W[i], 0) % 11]; };
put("people.csv", "姓名,身份证号,区县,年龄,联系电话,主页,说明\n" + Array.from({ length: 300 }, (_, n) => `张三${n % 10},${rid(n)},${n % 3 ? "东城区" : "西城区"},${20 + (n % 5)},138${String(10000000 + n)},https://example.org/${n},${n % 9 ? "社区综合服务中心东侧附楼一层，周一至周五上午九点到下午五点开放，节假日另行通知" : ""}\n`).join(""));
const host = await openFolder(folder, { cors: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
export async function view(name, { file, search = "", width = 1280, height = 900, locale = "zh-CN", dark = false, listing = {}, act, full = true, own = false }) {
  const context = await browser.newContext({ locale, colorScheme: dark ? "dark" : "light", viewport: { width, height }, hasTouch: width < 500 });
  const page = await context.newPage();
  page.on("console", (m) => { if (m.type() === "error") console.log(name, "console:", m.text().slice(0, 600)); });
  page.on("pageerror", (e) => console.log(name, "error:", e.message.slice(0, 600)));
  const catalog = { formatVersion: "0.1", id: "t", title: { zh: "测试目录" }, defaultLanguage: "zh-Hans", listings: [{ id: "one", title: { zh: "全市社区养老服务站点名录", en: "Stations for care of the aged" }, offers: [{ priceType: "free" }], distributions: [{ id: "d", access: "download", downloadURL: `${host.url}${file}` }], ...listing }] };
  await page.route("**/catalog.json", (r) => r.fulfill({ json: catalog }));
  await page.goto(`http://127.0.0.1:${port}/preview/${own ? "" : "?id=founding~one" + search}`);
  await page.waitForTimeout(2500);
  try { if (act) await act(page); } catch (e) { console.log(name, "act:", e.message.slice(0, 500)); }
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/gshots/${name}.png`, fullPage: full });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) console.log(name, "scrolls sideways", wide);
  await context.close();
}
export async function end() { await browser.close(); server.kill(); await host.close(); process.exit(0); }
