// Protects the loader of the worker programs: what is said to a worker before its wasm is there
// must not be lost, and the mark of the build reaches both of its files.
import { expect, mounted, test } from "./journey";

for (const name of ["search-worker", "preview-worker", "parquet-worker", "sheets-worker"]) {
  test(`${name} answers what was said before it was ready`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("");
    await mounted(page);
    const build = await page.locator("#start").getAttribute("data-build");
    expect(build).toMatch(/^[0-9a-f]{12}$/);
    const reply = await page.evaluate(
      ([name, build]) =>
        new Promise<string>((resolve, reject) => {
          const address = new URL(`worker.js?name=${name}&v=${build}-test`, document.baseURI);
          const worker = new Worker(address, { type: "module" });
          worker.onmessage = (event) => resolve(String(event.data));
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(JSON.stringify({ hello: { version: 4 } }));
        }),
      [name, build],
    );
    expect(JSON.parse(reply)).toMatchObject({ hello: { version: 4 } });
    for (const file of [`${name}.js`, `${name}_bg.wasm`]) {
      expect(asked.some((url) => url.endsWith(`/${file}?v=${build}-test`)), file).toBe(true);
    }
  });
}
