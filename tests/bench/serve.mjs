// Serves what the measuring page needs on 127.0.0.1. The page is isolated from other origins,
// without which the browser's clock is coarse and its memory is not told.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const nothing = () => ({ files: 0, bytes: 0, asked: [] });

/**
 * Opens the folders of `places` (by their first step); port 0 lets the system choose. `tally/PLACE`
 * tells how many files below PLACE were asked for and how many bytes were sent since it was asked last,
 * and of each its name, its bytes, and when it had been sent.
 */
export async function serve(places, port = 0) {
  const tallies = Object.fromEntries(Object.keys(places).map((place) => [place, nothing()]));
  const server = createServer((request, response) => {
    answer(places, tallies, request, response).catch(() => response.writeHead(404).end("not found"));
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  const close = () => new Promise((done) => (server.closeAllConnections(), server.close(done)));
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

async function answer(places, tallies, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const [, place, rest] = /^\/([^/]+)(\/.*)$/.exec(path);
  if (place === "tally") {
    const asked = rest.slice(1);
    response.writeHead(200, { "Content-Type": TYPES[".json"], "Cache-Control": "no-store" });
    response.end(JSON.stringify(tallies[asked]));
    tallies[asked] = nothing();
    return;
  }
  // `normalize` has removed every ".." before the folder comes in front.
  const asked = join(places[place], normalize(rest));
  // A folder is its page, as on any host.
  const file = (await stat(asked)).isDirectory() ? join(asked, "index.html") : asked;
  const { size } = await stat(file);
  const part = partOf(request.headers.range, size);
  tallies[place].files += 1;
  const told = { name: basename(file), bytes: part ? part.end - part.start + 1 : size, sent: null };
  tallies[place].asked.push(told);
  response.once("finish", () => (told.sent = performance.timeOrigin + performance.now()));
  response.writeHead(part ? 206 : 200, {
    "Accept-Ranges": "bytes",
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": part ? part.end - part.start + 1 : size,
    ...(part && { "Content-Range": `bytes ${part.start}-${part.end}/${size}` }),
    "Cache-Control": "no-store",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  });
  if (request.method === "HEAD") return void response.end();
  const stream = createReadStream(file, part);
  // What is pushed into the socket counts, so that whoever stops half-way is not charged the rest.
  stream.on("data", (bytes) => (tallies[place].bytes += bytes.length));
  response.on("close", () => stream.destroy());
  stream.pipe(response);
}

/** The part of a file that a `Range` asks for; a list of them is answered with the whole. */
function partOf(range, size) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (!from && !to) return undefined;
  const start = from ? Number(from) : Math.max(0, size - Number(to));
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  return start < size ? { start, end } : undefined;
}
