import { view, end } from "./look.tmp.mjs";
await view("million", { file: "million.csv", full: false, act: async (p) => {
  await p.waitForTimeout(800);
  await p.locator(".cover button").click();
  await p.waitForFunction(() => document.querySelector(".gridbox")?.getAttribute("aria-rowcount") === "1000001", null, { timeout: 60000 });
  const t = await p.evaluate(async () => {
    const f = document.querySelector(".gridbox");
    const frame = () => new Promise((r) => requestAnimationFrame(r));
    const longs = []; new PerformanceObserver((l) => l.getEntries().forEach((e) => longs.push(Math.round(e.duration)))).observe({ entryTypes: ["longtask"] });
    const rows = () => [...document.querySelectorAll(".gr")].map((r) => +r.getAttribute("aria-rowindex") - 1);
    const seen = () => { const b = f.getBoundingClientRect(); const h = document.querySelector(".ghead").getBoundingClientRect().bottom; return [...document.querySelectorAll(".gr")].filter((r) => { const q = r.getBoundingClientRect(); return q.bottom > h && q.top < b.bottom; }).map((r) => +r.getAttribute("aria-rowindex") - 1); };
    const out = {};
    f.scrollTop = f.scrollHeight; await frame(); await frame(); let s = seen(); out.end = [s[0], s[s.length - 1], s.length];
    f.scrollTop = f.scrollHeight / 2; await frame(); await frame(); s = seen(); out.middle = [s[0], s[s.length - 1], s.length];
    const before = seen()[0]; f.scrollTop += 330; await frame(); await frame(); out.by330 = seen()[0] - before;
    await new Promise((r) => setTimeout(r, 600)); s = seen(); out.rested = [s[0] - before, s.length];
    const times = []; let last = performance.now();
    for (let n = 0; n < 180; n++) { f.scrollTop += 70; await frame(); const now = performance.now(); times.push(now - last); last = now; }
    times.sort((a, b) => a - b); out.median = times[90]; out.p95 = times[171]; out.longs = longs;
    await new Promise((r) => setTimeout(r, 800)); out.skeletons = document.querySelectorAll(".gc.sk:not([hidden])").length;
    return out;
  });
  console.log("million", JSON.stringify(t));
  await p.locator(".gridbox").focus(); await p.keyboard.press("Control+End"); await p.waitForTimeout(800);
  console.log("at", await p.locator(".gc.at").textContent(), await p.locator(".gfoot .num").textContent());
  await p.keyboard.press("ArrowUp"); await p.keyboard.press("PageUp"); await p.waitForTimeout(500);
  console.log("at", await p.locator(".gc.at").textContent());
} });
await view("arrange", { file: "people.csv", full: false, act: async (p) => {
  const grip = await p.locator(".gh").nth(0).locator(".grip").boundingBox();
  await p.mouse.move(grip.x + 3, grip.y + 20); await p.mouse.down(); await p.mouse.move(grip.x + 93, grip.y + 20, { steps: 5 }); await p.mouse.up();
  console.log("wide", (await p.locator(".gh").nth(0).boundingBox()).width);
  await p.locator(".gh").nth(2).locator(".cn").dragTo(p.locator(".gh").nth(0).locator(".cn"));
  await p.waitForTimeout(300);
  console.log("order", await p.locator(".gh .cn").allTextContents());
  await p.locator(".gh").nth(3).locator(".colm").click(); await p.waitForTimeout(300);
  await p.getByRole("button", { name: "固定在左边" }).click(); await p.keyboard.press("Escape");
  await p.waitForTimeout(300);
  await p.evaluate(() => { document.querySelector(".gridbox").scrollLeft = 400; }); await p.waitForTimeout(400);
  console.log("order", await p.locator(".gh .cn").allTextContents());
} });
await view("touch", { file: "people.csv", width: 360, height: 740, full: false, act: async (p) => {
  await p.locator(".gridbox").scrollIntoViewIfNeeded();
  const box = await p.locator(".gridbox").boundingBox();
  const cdp = await p.context().newCDPSession(p);
  await cdp.send("Input.synthesizeScrollGesture", { x: box.x + 150, y: box.y + 250, yDistance: -600, xDistance: 0, gestureSourceType: "touch", speed: 1500 });
  await p.waitForTimeout(500);
  console.log("touch top", await p.evaluate(() => document.querySelector(".gridbox").scrollTop));
} });
await end();
