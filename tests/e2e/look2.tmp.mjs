import { view, end } from "./look.tmp.mjs";
await view("menu", { file: "long.csv", full: false, act: async (p) => { await p.locator(".gridbox").focus(); await p.keyboard.press("ArrowRight"); await p.keyboard.press("ArrowRight"); await p.keyboard.press("ArrowUp"); await p.keyboard.press("Enter"); await p.waitForTimeout(400); } });
await view("filter", { file: "long.csv", act: async (p) => {
  await p.locator(".cover button").click(); await p.waitForTimeout(3500);
  await p.locator(".gh").nth(2).locator(".hist g").first().click(); await p.waitForTimeout(1500);
  await p.locator(".gh").nth(0).locator(".cn").click(); await p.waitForTimeout(2500);
} });
await view("jump", { file: "long.csv", full: false, act: async (p) => {
  await p.locator(".cover button").click(); await p.waitForTimeout(3500);
  const t = await p.evaluate(async () => {
    const f = document.querySelector(".gridbox"); const out = [];
    const frame = () => new Promise((r) => requestAnimationFrame(r));
    let longest = 0; new PerformanceObserver((l) => l.getEntries().forEach((e) => { longest = Math.max(longest, e.duration); })).observe({ entryTypes: ["longtask"] });
    for (let n = 1; n <= 20; n++) { f.scrollTop = f.scrollHeight * n / 21; await frame(); await frame(); out.push(document.querySelectorAll(".gc.sk:not([hidden])").length + "/" + document.querySelector(".gr").getAttribute("aria-rowindex")); }
    const times = []; let last = performance.now();
    for (let n = 0; n < 120; n++) { f.scrollTop += 90; await frame(); const now = performance.now(); times.push(now - last); last = now; }
    await new Promise((r) => setTimeout(r, 300));
    times.sort((a, b) => a - b);
    return { out, longest, median: times[60], p95: times[114] };
  });
  console.log("jump", JSON.stringify(t));
} });
await view("viewer", { file: "people.csv", full: false, act: async (p) => { await p.locator(".gr").nth(2).locator(".gc").nth(5).dblclick(); await p.waitForTimeout(800); } });
await view("phone", { file: "people.csv", width: 360, height: 740, locale: "en-US", dark: true });
await view("k", { file: "people.csv", act: async (p) => { await p.locator(".risk .btn").click(); await p.waitForTimeout(800); await p.locator(".pvtools .btn").first().click(); await p.getByRole("button", { name: /^CSV/ }).click(); await p.waitForTimeout(800); } });
await view("own", { own: true });
await view("nothing", { file: "people.csv", search: "&find=zzzzz" });
await view("failed", { file: "none.csv" });
await end();
