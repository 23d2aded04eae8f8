import { view, end } from "./look.tmp.mjs";
await view("a", { file: "long.csv", act: async (p) => { await p.locator(".cover button").click(); await p.waitForTimeout(3000); await p.locator(".gh").nth(2).locator(".hist g").nth(3).click(); await p.waitForTimeout(1500); } });
await view("b", { file: "people.csv", locale: "en-US", dark: true, listing: { privacy: { personalInformation: "none" } } });
await view("c", { file: "people.csv", width: 360, height: 740, locale: "zh-CN", full: false, act: async (p) => { await p.locator(".gridbox").scrollIntoViewIfNeeded(); await p.locator(".gh .colm").first().click(); await p.waitForTimeout(500); } });
await view("e", { file: "people.csv", search: "&find=zzzzz", full: false });
await view("d", { file: "wide.csv", full: false, act: async (p) => { await p.locator(".gridbox").focus(); await p.keyboard.press("End"); await p.waitForTimeout(800); } });
await end();
