// A small file server for the journeys: another origin, with or without CORS, that counts what
// was asked of it. Answers single byte ranges, as real hosts do.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Opens a folder as an origin of its own.
 *
 * @param {string} folder
 * @param {{ port?: number, at?: string, cors?: boolean, ranges?: boolean }} [options] `port` 0
 *   lets the system choose; `cors` false refuses other origins, as a host does that never
 *   thought of them.
 * @returns {Promise<{ url: string, origin: string, asked: string[], close: () => Promise<void> }>}
 *   `asked` lists the paths in the order they were asked for.
 */
export async function openFolder(folder, { port = 0, at = "/", cors = false, ranges = true } = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    answer(folder, { at, cors, ranges, asked }, request, response).catch(() => {
      response.writeHead(404).end("not found");
    });
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => new Promise((done) => (server.closeAllConnections(), server.close(() => done())));
  return { url: origin + at, origin, asked, close };
}

async function answer(folder, { at, cors, ranges, asked }, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  asked.push(path);
  if (cors) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.setHeader("Access-Control-Expose-Headers", "Content-Range, Content-Length, Accept-Ranges");
  }
  if (request.method === "OPTIONS") return response.writeHead(cors ? 204 : 405).end();
  if (!path.startsWith(at)) throw new Error("outside");

  // `normalize` has removed every ".." before the folder comes in front.
  let file = join(folder, normalize(join("/", path.slice(at.length))));
  if ((await stat(file)).isDirectory()) {
    if (!path.endsWith("/")) return response.writeHead(301, { Location: `${path}/` }).end();
    file = join(file, "index.html");
  }
  const bytes = await readFile(file);
  response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
  const range = ranges && /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  if (ranges) response.setHeader("Accept-Ranges", "bytes");
  if (!range) return response.writeHead(200, { "Content-Length": bytes.length }).end(bytes);

  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
  if (from > to) return response.writeHead(416, { "Content-Range": `bytes */${bytes.length}` }).end();
  const part = bytes.subarray(from, to + 1);
  response.writeHead(206, {
    "Content-Length": part.length,
    "Content-Range": `bytes ${from}-${to}/${bytes.length}`,
  });
  response.end(part);
}
