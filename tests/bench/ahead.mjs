// Builds a shop over one catalog by `jishi build`, and watches what that takes.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";

/** Builds `catalog` into `out`; time, memory and what came out. */
export async function build(jishi, catalog, page, out) {
  rmSync(out, { recursive: true, force: true });
  const began = performance.now();
  const child = spawn(jishi, ["build", catalog, "--page", page, "--out", out, "--json"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, most(child.pid))), 50);
  const code = await new Promise((ended, failed) => child.once("error", failed).once("close", ended));
  clearInterval(watch);
  const millis = performance.now() - began;
  if (code !== 0) throw new Error(`jishi build ended with ${code}: ${said.slice(-2_000)}`);
  const { sources } = JSON.parse(readFileSync(join(out, "config.json"), "utf8"));
  const { files, bytes } = sum(join(out, "data"));
  return { url: sources[0].url, millis, peak: peak || null, files, bytes, cards: cardFiles(join(out, sources[0].url)) };
}

/**
 * Sections of files that only cards need: the listings themselves and what is said of their
 * prices, each `{ first, count }` (docs/index-format.md). The order, the ids that follow from it,
 * and all counts are known without them.
 */
export function cardFiles(root) {
  const { "x-jishi-index": folder } = JSON.parse(readFileSync(root, "utf8"));
  const payload = inflateRawSync(readFileSync(join(dirname(root), folder, "head.bin")).subarray(16));
  const { listings, priced } = JSON.parse(payload.subarray(4 + payload.readUInt32LE(0)).toString("utf8"));
  return [listings, priced];
}

/** Most bytes that a process has had at once, where the system tells. */
function most(pid) {
  try {
    const [, kibi] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kibi ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

/** Files below a folder, and their bytes. */
function sum(folder) {
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
  }
  return { files, bytes };
}
