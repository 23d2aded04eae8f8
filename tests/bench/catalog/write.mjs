// Writes the catalog as `jishi build` does: a root, and its listings in files of about a megabyte.
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { factsOf } from "../page/facts.mjs";
import { head, listing } from "./listings.mjs";
import { queries } from "./queries.mjs";
import { Truth } from "./truth.mjs";

const MEGABYTE = 1_000_000;
/** The reader follows a thousand files at most, so a catalog of a million listings needs larger ones. */
const FILES = 800;

/** Writes `count` listings below `folder` and answers with the queries and their right answers. */
export function write(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const root = head();
  const facts = factsOf(root);
  const truth = new Truth(queries(count), count);
  const most = Math.max(MEGABYTE, Math.ceil((count * 1_200) / FILES));
  const shards = [];
  let [lines, length, bytes] = [[], 0, 0];
  const close = () => {
    if (!lines.length) return;
    const text = Buffer.from(`{"listings":[\n${lines.join(",\n")}\n]}\n`);
    const href = `listings-${String(shards.length + 1).padStart(3, "0")}.json`;
    writeFileSync(join(folder, href), text);
    const sha256 = createHash("sha256").update(text).digest("hex");
    shards.push({ href, count: lines.length, byteSize: text.length, sha256 });
    bytes += text.length;
    [lines, length] = [[], 0];
  };
  for (let place = 0; place < count; place += 1) {
    const one = listing(place);
    truth.add(facts(one));
    const line = JSON.stringify(one);
    const size = Buffer.byteLength(line) + 2;
    if (length + size > most) close();
    lines.push(line);
    length += size;
  }
  close();
  const text = JSON.stringify({ ...root, shards });
  writeFileSync(join(folder, "catalog.json"), text);
  return { truth, bytes: bytes + Buffer.byteLength(text), files: shards.length + 1 };
}
