// What must be known of a machine before its times say anything.
import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

/** Share of the processors, 0 to 1, that others used while nothing was done here. */
export async function others(millis = 2_000) {
  const pause = (millis) => new Promise((done) => setTimeout(done, millis));
  // What was done here before may still be cleaning up.
  await pause(500);
  const before = spent();
  await pause(millis);
  const after = spent();
  const all = after.all - before.all;
  return all > 0 ? 1 - (after.idle - before.idle) / all : 0;
}

function spent() {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (list) => list.reduce((all, one) => all + one, 0);
  return { idle: sum(times.map((time) => time.idle)), all: sum(times.flatMap(Object.values)) };
}

export function machine() {
  return {
    system: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? "unknown",
    processors: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    commit: commit(),
  };
}

/** The commit measured, with a plus where files have changed since. */
function commit() {
  const git = (...words) => spawnSync("git", words, { cwd: import.meta.dirname, encoding: "utf8" });
  const { status, stdout } = git("rev-parse", "--short=12", "HEAD");
  if (status !== 0) return "unknown";
  // The result itself may be there from an earlier run.
  const changed = git("status", "--porcelain", "--untracked-files=no", "--", ":/", ":!/docs/benchmarks.md").stdout;
  return stdout.trim() + (changed.trim() ? "+" : "");
}
