// Keeps the benchmark from rotting: a small catalog, its right answers by looking at each listing,
// and the two engines that need no package; an index built ahead, and what of its files a question
// needs. Times are not looked at.
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { MOST } from "../bench/catalog/truth.mjs";
import { write } from "../bench/catalog/write.mjs";
import { build } from "../bench/ahead.mjs";
import { aheadFigures } from "../bench/figures.mjs";
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

test("a cold question is told up to its ids and up to its cards", async ({ page }, info) => {
  test.skip(info.project.name !== "root", "it has a server of its own, at one place");
  const [root, data] = [resolve(import.meta.dirname, "../.."), info.outputPath("data")];
  const { truth } = write(data, 4_000, { shards: false, whole: true });
  const built = await build(process.env.JISHI ?? join(root, "target/debug/jishi"), join(data, "whole.json"), join(root, "dist"), join(data, "shop"));
  const server = await serve({ ahead: data, bench: join(root, "tests/bench/page"), dist: join(root, "dist") });
  try {
    await page.goto(`${server.url}bench/index.html`);
    await page.waitForFunction(() => "measureCold" in globalThis);
    const queries = truth.queries.filter((_, at) => at % 25 === 0);
    const asked = { url: `../ahead/shop/${built.url}`, queries, most: MOST, columns: true, cards: built.cards };
    const round: any = await page.evaluate((asked) => (globalThis as any).measureCold(asked), asked);
    for (const { number, files, bytes, millis, found } of round.times) {
      const said = JSON.stringify({ number, files, bytes, millis, found });
      expect(files, said).toBeGreaterThan(found.files);
      expect(bytes, said).toBeGreaterThan(found.bytes);
      expect(found.files === 0, said).toBe(found.bytes === 0);
    }
    expect(round.times.some(({ found }: any) => found.files > 0)).toBe(true);
    for (const answer of round.answers) expect(truth.faults(truth.queries[answer.number], answer)).toEqual([]);
    const opened = { first: {}, columns: {}, program: {}, times: [], memory: {}, longest: 0, faults: {} };
    const { narrowed } = aheadFigures([opened], [{ ...round, faults: {} }], [{ ...round, faults: {} }], []);
    expect(narrowed.files.most).toBeGreaterThan(narrowed.found.files.most);
  } finally {
    await server.close();
  }
});
