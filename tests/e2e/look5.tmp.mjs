import { view, end } from "./look.tmp.mjs";
await view("touch", { file: "people.csv", width: 360, height: 740, full: false, act: async (p) => {
  await p.evaluate(() => document.querySelector(".gridbox").scrollIntoView({ block: "start" }));
  await p.waitForTimeout(300);
  const box = await p.locator(".gridbox").boundingBox();
  const cdp = await p.context().newCDPSession(p);
  const touch = (type, y) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: box.x + 150, y }] });
  await touch("touchStart", box.y + 450);
  for (let y = 450; y > 150; y -= 20) { await touch("touchMove", box.y + y); await p.waitForTimeout(16); }
  await touch("touchEnd", 0);
  await p.waitForTimeout(500);
  console.log("touch top", box, await p.evaluate(() => [document.querySelector(".gridbox").scrollTop, scrollY]));
} });
await end();
