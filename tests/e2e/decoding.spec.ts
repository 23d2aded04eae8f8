// Protects one answer on every machine: the browser's decoder in the preview worker against the
// command line's, on every two-byte code of GBK and Big5. The digests are made and held by
// `cargo test -p cli --test decoding`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, mounted, test } from "./journey";

const TRAILS = {
  gb18030: [[0x40, 0x7e], [0x80, 0xfe]],
  big5: [[0x40, 0x7e], [0xa1, 0xfe]],
};
type Label = keyof typeof TRAILS;

/** Codes of Big5 that Chromium decodes wrongly; the native test says more. */
const TWO_CHARACTERS = ["8862", "8864", "88A3", "88A5"];

/** The rows of the native test, here in the order of the bytes. */
function table(label: Label): Buffer {
  const parts: Buffer[] = [Buffer.from("code,text\n")];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (const [first, last] of TRAILS[label]) {
      for (let trail = first; trail <= last; trail++) {
        const code = Buffer.from([lead, trail]);
        const name = code.toString("hex").toUpperCase();
        if (label === "big5" && TWO_CHARACTERS.includes(name)) continue;
        parts.push(Buffer.from(`${name},[`), code, Buffer.from("]\n"));
      }
    }
  }
  return Buffer.concat(parts);
}

function digests(rows: string[][]): string {
  const found = new Map<string, number>();
  for (const [code, text] of rows) {
    const lead = code.slice(0, 2);
    let digest = found.get(lead) ?? 0x811c9dc5;
    for (const byte of Buffer.from(`${text}\n`)) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
    found.set(lead, digest);
  }
  const lines = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return lines.map(([lead, digest]) => `${lead} ${digest.toString(16).padStart(8, "0")}\n`).join("");
}

for (const label of Object.keys(TRAILS) as Label[]) {
  test(`every two-byte code of ${label} is decoded as on the command line`, async ({ page, origin }) => {
    const folder = mkdtempSync(join(tmpdir(), "jishi-decoding-"));
    // In three files, of which the last is a small one: read by its beginning alone.
    const lines = splitLines(table(label));
    const host = await origin(folder, { cors: true });
    await page.goto("");
    await mounted(page);
    const build = await page.locator("#start").getAttribute("data-build");
    const rows: string[][] = [];
    for (let at = 1; at < lines.length; at += 9000) {
      const name = `codes-${at}.csv`;
      writeFileSync(join(folder, name), Buffer.concat([lines[0], ...lines.slice(at, at + 9000)]));
      rows.push(...(await page.evaluate(readAll, { url: host.url + name, label, build })));
    }
    rmSync(folder, { recursive: true });
    expect(rows).toHaveLength(lines.length - 1);
    const twin = new URL(`../fixtures/decoding/${label}.txt`, import.meta.url);
    expect(digests(rows)).toBe(readFileSync(twin, "utf8"));
  });
}

/** Lines with their ends; no trail byte is a line end. */
function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = bytes.indexOf(0x0a, from) + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  return lines;
}

/** Runs in the page: opens a file in the preview worker and takes all of its rows. */
function readAll({ url, label, build }: { url: string; label: string; build: string | null }) {
  return new Promise<string[][]>((resolve, reject) => {
    const worker = new Worker(new URL(`worker.js?name=preview-worker&v=${build}`, document.baseURI), { type: "module" });
    const say = (message: unknown) => worker.postMessage(JSON.stringify(message));
    const rows: string[][] = [];
    const next = () => say({ rows: { ticket: 1, look: 0, span: { from: rows.length, count: 1000, firstColumn: 0, columns: 2 } } });
    let held = 0;
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      const reply = JSON.parse(data);
      if (reply.failed) reject(new Error(data));
      // It opens twice: by its beginning, and whole.
      if (reply.opened?.opened.complete && !held) (held = reply.opened.opened.reach.rows), next();
      if (!reply.rows) return;
      rows.push(...reply.rows.rows);
      if (rows.length < held) next();
      else worker.terminate(), resolve(rows);
    };
    say({ open: { ticket: 1, file: { url: { url } }, options: { encoding: label, columnWord: "" }, whole: true } });
  });
}
