// Keeps the benchmark from rotting: a small catalog, its right answers by looking at each listing,
// and the two engines that need no package. Times are not looked at.
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { MOST } from "../bench/catalog/truth.mjs";
import { write } from "../bench/catalog/write.mjs";
import { serve } from "../bench/serve.mjs";

for (const engine of ["ours", "vanilla"]) {
  test(`every answer of ${engine} in the benchmark is right`, async ({ page }, info) => {
    test.skip(info.project.name !== "root", "it has a server of its own, at one place");
    const data = info.outputPath("data");
    const { truth } = write(data, 200);
    const bench = resolve(import.meta.dirname, "../bench/page");
    const server = await serve({ bench, data, dist: join(import.meta.dirname, "../../dist") });
    try {
      await page.goto(`${server.url}bench/index.html`);
      await page.waitForFunction(() => "measure" in globalThis);
      const asked = { engine, url: "../data/catalog.json", queries: truth.queries, passes: 1, most: MOST };
      const { answers } = await page.evaluate((asked) => (globalThis as any).measure(asked), asked);
      expect(answers.length).toBe(200);
      for (const answer of answers) {
        const query = truth.queries[answer.number];
        expect(truth.faults(query, answer), JSON.stringify(query)).toEqual([]);
      }
    } finally {
      await server.close();
    }
  });
}
