// SQLite's own WebAssembly build with FTS5: pairs of Chinese characters are words, and what was
// typed is a phrase of them, which makes it exact. Facets by typed arrays, not by SQL: GROUP BY is
// ten times slower.
import start from "../../npm/@sqlite.org/sqlite-wasm/dist/index.mjs";
import { chineseRuns, latinWords, pairs } from "../facts.mjs";

// Between two runs, so that no phrase goes across.
const GAP = "丨";

const sqlite = await start();
const { capi } = sqlite;

export class Index {
  constructor(count) {
    this.count = count;
    this.database = new sqlite.oo1.DB(":memory:", "c");
    this.database.exec(`
      CREATE VIRTUAL TABLE listings USING fts5(text, content = '', prefix = '1 2 3');
      BEGIN`);
    this.insert = this.database.prepare("INSERT INTO listings (rowid, text) VALUES (?, ?)");
  }

  add(doc, texts) {
    const runs = texts.flatMap(chineseRuns).map((run) => pairs(run).join(" "));
    const text = [...texts.flatMap(latinWords), GAP, runs.join(` ${GAP} `)].join(" ");
    this.insert.bind([doc, text]).stepReset();
  }

  finish() {
    this.insert.finalize();
    this.database.exec("COMMIT; INSERT INTO listings (listings) VALUES ('optimize')");
    this.select = this.database.prepare("SELECT rowid FROM listings WHERE listings MATCH ?");
  }

  /** What the browser does not count for a worker. */
  wasmBytes() {
    return sqlite.wasm.memory.buffer.byteLength;
  }

  search({ words, prefix, run }) {
    const asked = words.map((word) => `"${word}"`);
    if (prefix) asked.push(`"${prefix}"*`);
    if (run) asked.push(`"${pairs(run).join(" ")}"`);
    this.select.bind(1, asked.join(" AND "));
    const docs = new Uint32Array(this.count);
    const statement = this.select.pointer;
    let length = 0;
    while (capi.sqlite3_step(statement) === capi.SQLITE_ROW) docs[length++] = capi.sqlite3_column_int(statement, 0);
    this.select.reset();
    return docs.subarray(0, length);
  }
}
