// Serves a folder at a path by `python3 -m http.server`, the plainest server a host may have.
// Where there is no Python, a server as plain in Node. Usage: plain_server.mjs PORT /at/ FOLDER
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { openFolder } from "./folder_server.mjs";

const [port, at, folder] = process.argv.slice(2);

if (spawnSync("python3", ["--version"]).status === 0) {
  const root = at === "/" ? resolve(folder) : below(at, resolve(folder));
  // It logs each request on its error output, which would bury everything else.
  const server = spawn("python3", ["-m", "http.server", port, "--bind", "127.0.0.1", "--directory", root], {
    stdio: "ignore",
  });
  server.on("exit", (code) => process.exit(code ?? 1));
  for (const signal of ["SIGTERM", "SIGINT", "exit"]) process.on(signal, () => server.kill());
} else {
  await openFolder(resolve(folder), { port: Number(port), at });
}

/** A root in which the folder stands at the path. It is kept where npm keeps what may go. */
function below(path, target) {
  const root = resolve(import.meta.dirname, "../../node_modules/.cache/jishi-site", port);
  rmSync(root, { recursive: true, force: true });
  const place = resolve(join(root, path));
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(target, place);
  return root;
}
