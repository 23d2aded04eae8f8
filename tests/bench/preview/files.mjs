// Writes the files that are read, unless they are there: CSV of so many bytes, and the same rows as
// lines of JSON and as Parquet.
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { COLUMNS, csvLine, jsonLine, rows } from "./rows.mjs";

/** Bytes gathered before they are written. */
const PIECE = 1 << 20;
/** Rows of a row group, as other writers have them. */
const GROUP = 200_000;

/** Writes `lines` until they are used up, and gives how many there were. */
async function writeLines(path, lines) {
  const out = createWriteStream(`${path}.part`);
  let [piece, count] = ["", 0];
  for (const line of lines) {
    piece += line;
    count += 1;
    if (piece.length > PIECE) {
      if (!out.write(piece)) await once(out, "drain");
      piece = "";
    }
  }
  out.end(piece);
  await once(out, "finish");
  renameSync(`${path}.part`, path);
  return count;
}

function* csv(bytes) {
  const head = `${COLUMNS.join(",")}\n`;
  let written = head.length;
  yield head;
  for (const row of rows(Infinity)) {
    const line = csvLine(row);
    yield line;
    written += Buffer.byteLength(line);
    if (written >= bytes) return;
  }
}

function* some(count, line) {
  for (const row of rows(count)) yield line(row);
}

/** The files of one size, by their names below `folder`: `{ csv, rows, bytes, … }`. */
export async function files(folder, bytes, { ndjson, parquet }, tell) {
  mkdirSync(folder, { recursive: true });
  const at = (name) => join(folder, name);
  const known = at("rows.txt");
  const name = { csv: "table.csv", ndjson: "table.ndjson", parquet: "table.parquet" };
  let count = existsSync(known) ? Number((await import("node:fs")).readFileSync(known, "utf8")) : 0;
  if (!count) {
    tell(`writing ${(bytes / 1e6).toFixed(0)} MB of CSV`);
    count = (await writeLines(at(name.csv), csv(bytes))) - 1;
    writeFileSync(known, String(count));
  }
  if (ndjson && !existsSync(at(name.ndjson))) {
    tell("the same rows as lines of JSON");
    await writeLines(at(name.ndjson), some(count, jsonLine));
  }
  if (parquet && !existsSync(at(name.parquet))) {
    tell("the same rows as Parquet (snappy, page index)");
    writeParquet(at(name.parquet), count);
  }
  const size = (name) => (existsSync(at(name)) ? statSync(at(name)).size : 0);
  return { rows: count, csv: size(name.csv), ndjson: ndjson ? size(name.ndjson) : 0, parquet: parquet ? size(name.parquet) : 0 };
}

function writeParquet(path, count) {
  const columns = COLUMNS.map(() => []);
  for (const row of rows(count)) row.forEach((value, at) => columns[at].push(value));
  const type = (at) => {
    const first = columns[at].find((value) => value !== null);
    if (typeof first === "string") return "STRING";
    return columns[at].every((value) => value === null || Number.isInteger(value)) ? "INT32" : "DOUBLE";
  };
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: COLUMNS.map((name, at) => ({ name, data: columns[at], type: type(at), columnIndex: true })),
    rowGroupSize: GROUP,
  });
  writeFileSync(path, new Uint8Array(writer.getBuffer()));
}
