// The shop's own programs, spoken to as its page does: JSON over the wire protocol.
const VERSION = 4;
const PROGRAMS = { text: "preview-worker", parquet: "parquet-worker", sheets: "sheets-worker" };

class Program {
  constructor(name) {
    this.worker = new Worker(new URL(`../../dist/worker.js?name=${name}&v=bench`, import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }) => this.take(JSON.parse(data));
    this.worker.onerror = (event) => this.failed(new Error(`${name}: ${event.message}`));
    this.ready = new Promise((ready) => (this.isReady = ready));
    this.say({ hello: { version: VERSION } });
  }

  say(request) {
    this.worker.postMessage(JSON.stringify(request));
  }

  wait() {
    return new Promise((heard, failed) => Object.assign(this, { heard, failed }));
  }

  take(reply) {
    const { failed, elsewhere, opened, rows, hello } = reply;
    if (failed) this.failed(new Error(JSON.stringify(failed)));
    if (hello) this.isReady();
    if (hello && hello.version !== VERSION) this.failed(new Error("dist/ speaks another protocol than this benchmark"));
    if (elsewhere || opened || rows) this.heard(reply);
  }

  async ask(request) {
    const reply = this.wait();
    this.say(request);
    return await reply;
  }
}

/** The program that the page would ask first: `File::likely_program`. */
const likely = (url) => (/\.parquet$/i.test(url) ? "parquet" : "text");

/** Programs that were started ahead. */
const started = new Map();

/** Starts the program that `format` needs, and waits until it is ready. */
export async function start(format) {
  const name = PROGRAMS[likely(`.${format}`)];
  started.set(name, new Program(name));
  await started.get(name).ready;
  // Then each runs what it will run, see crates/workers: nobody opens a file sooner than this.
  await new Promise((done) => setTimeout(done, 300));
}

const take = (name) => started.get(name) ?? new Program(name);

/** Opens a file with the program that can, and waits until it is open, `whole` or its beginning. */
async function open(url, whole) {
  const request = { open: { ticket: 1, file: { url: { url } }, options: { columnWord: "column " }, whole } };
  let program = take(PROGRAMS[likely(url)]);
  let reply = await program.ask(request);
  if (reply.elsewhere) {
    program.worker.terminate();
    program = take(PROGRAMS[reply.elsewhere.program]);
    reply = await program.ask(request);
  }
  // The beginning is told first; the whole follows.
  while (whole && !reply.opened.opened.complete) reply = await program.wait();
  globalThis.program = program;
  return [program, reply.opened.opened];
}

const format = {
  first: async (url) => {
    const [program, { columns }] = await open(url, false);
    const span = { from: 0, count: 100, firstColumn: 0, columns: columns.length };
    const { rows } = await program.ask({ rows: { ticket: 1, look: 0, span } });
    return { rows: rows.rows.length };
  },
  whole: async (url) => {
    const [, { profile }] = await open(url, true);
    return { rows: profile.rows };
  },
};

export const csv = format;
export const ndjson = format;
export const parquet = format;
