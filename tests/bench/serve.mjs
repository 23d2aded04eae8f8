// Serves what the measuring page needs on 127.0.0.1. The page is isolated from other origins,
// without which the browser's clock is coarse and its memory is not told.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

const nothing = () => ({ files: 0, bytes: 0, asked: [] });

/**
 * Opens the folders of `places` (by their first step); port 0 lets the system choose. `tally/PLACE`
 * tells how many files and bytes below PLACE were asked for since it was asked last, and of each its
 * name, its bytes, and when it had been sent.
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
  const file = join(places[place], normalize(rest));
  const { size } = await stat(file);
  tallies[place].files += 1;
  tallies[place].bytes += size;
  const told = { name: basename(file), bytes: size, sent: null };
  tallies[place].asked.push(told);
  response.once("finish", () => (told.sent = performance.timeOrigin + performance.now()));
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": size,
    "Cache-Control": "no-store",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  });
  createReadStream(file).pipe(response);
}
