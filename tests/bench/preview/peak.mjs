// The most memory that the page's process takes while something is read: resident, beyond what it
// had before, asked of the system ten times a second. Linux only; elsewhere it is not told.
import { readFileSync } from "node:fs";

const EVERY = 50;

/** Begins to watch; the answer ends it and gives bytes, or `null`. */
export async function watchPeak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const resident = () => {
    try {
      return pages.reduce((sum, id) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) * 1024, 0);
    } catch {
      return null;
    }
  };
  const before = resident();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, resident() ?? 0)), EVERY);
  return () => {
    clearInterval(timer);
    return before === null ? null : Math.max(most, resident() ?? 0) - before;
  };
}
