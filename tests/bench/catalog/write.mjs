// Writes the catalog: for the worker and its peers as a root and its listings in files of about a
// megabyte, and for `jishi build` as one file.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { factsOf } from "../page/facts.mjs";
import { head, listing } from "./listings.mjs";
import { queries } from "./queries.mjs";
import { Truth } from "./truth.mjs";

const MEGABYTE = 1_000_000;
/** The reader follows a thousand files at most, so a catalog of a million listings needs larger ones. */
const FILES = 800;

/**
 * Writes `count` listings below `folder` and answers with the queries and their right answers:
 * `catalog.json` with its shards, if they are wanted, and `whole.json`, likewise.
 */
export function write(folder, count, { shards: inShards = true, whole: inOne = false } = {}) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const root = head();
  const facts = factsOf(root);
  const truth = new Truth(queries(count), count);
  const shards = inShards ? new Shards(folder, count) : null;
  const whole = inOne ? new Whole(join(folder, "whole.json"), root) : null;
  for (let place = 0; place < count; place += 1) {
    const one = listing(place);
    truth.add(facts(one));
    const line = JSON.stringify(one);
    shards?.add(line);
    whole?.add(line);
  }
  const wholeBytes = whole?.finish() ?? 0;
  return { truth, whole: wholeBytes, ...(shards?.finish(root) ?? { bytes: wholeBytes, files: 1 }) };
}

class Shards {
  constructor(folder, count) {
    this.folder = folder;
    this.most = Math.max(MEGABYTE, Math.ceil((count * 1_200) / FILES));
    this.shards = [];
    [this.lines, this.length, this.bytes] = [[], 0, 0];
  }

  add(line) {
    const size = Buffer.byteLength(line) + 2;
    if (this.length + size > this.most) this.close();
    this.lines.push(line);
    this.length += size;
  }

  close() {
    if (!this.lines.length) return;
    const text = Buffer.from(`{"listings":[\n${this.lines.join(",\n")}\n]}\n`);
    const href = `listings-${String(this.shards.length + 1).padStart(3, "0")}.json`;
    writeFileSync(join(this.folder, href), text);
    const sha256 = createHash("sha256").update(text).digest("hex");
    this.shards.push({ href, count: this.lines.length, byteSize: text.length, sha256 });
    this.bytes += text.length;
    [this.lines, this.length] = [[], 0];
  }

  finish(root) {
    this.close();
    const text = JSON.stringify({ ...root, shards: this.shards });
    writeFileSync(join(this.folder, "catalog.json"), text);
    return { bytes: this.bytes + Buffer.byteLength(text), files: this.shards.length + 1 };
  }
}

/** One file, written as it is made: a million listings are longer than a string may be. */
class Whole {
  constructor(path, root) {
    this.file = openSync(path, "w");
    this.bytes = 0;
    this.waiting = `${JSON.stringify(root).slice(0, -1)},"listings":[\n`;
    this.first = true;
  }

  add(line) {
    this.waiting += (this.first ? "" : ",\n") + line;
    this.first = false;
    if (this.waiting.length > MEGABYTE) this.flush();
  }

  flush() {
    const bytes = Buffer.from(this.waiting);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    this.bytes += bytes.length;
    this.waiting = "";
  }

  finish() {
    this.waiting += "\n]}\n";
    this.flush();
    closeSync(this.file);
    return this.bytes;
  }
}
