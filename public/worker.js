// Loads one worker program: worker.js?name=search-worker&v=<build>. Trunk does not hash worker
// files, so `v` keeps an old program from answering a new page.
const wanted = new URL(self.location.href).searchParams;
const name = /^[a-z-]+$/.exec(wanted.get("name") ?? "")?.[0];
const v = encodeURIComponent(wanted.get("v") ?? "");
const early = [];
const keep = (event) => early.push(event); // a message sent before the program listens would be lost
self.addEventListener("message", keep);
self.onmessage = () => {}; // setting it opens the port; the program replaces it or adds its own
// Both files are asked for at once; nobody hears of the program if its script does not come.
const program = fetch(new URL(`./${name}_bg.wasm?v=${v}`, import.meta.url));
program.catch(() => {});
const { default: init } = await import(`./${name}.js?v=${v}`);
await init({ module_or_path: program });
self.removeEventListener("message", keep);
for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
