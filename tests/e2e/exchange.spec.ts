// Protects the exchange's way: a sheet of its own becomes a shop of static files, and old links
// still open the same listings when the sheet was edited and the shop rebuilt.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, mounted, test } from "./journey";

const root = resolve(import.meta.dirname, "../..");
const market = join(root, "examples/market");

/** Runs `jishi` and gives its one JSON object. */
function jishi(...args: string[]) {
  const program = process.env.JISHI ?? join(root, "target/debug/jishi");
  return JSON.parse(execFileSync(program, [...args, "--json"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }));
}

test("a sheet becomes a shop, and keeps its links when it is rebuilt", async ({ page, origin }) => {
  const folder = mkdtempSync(join(tmpdir(), "jishi-market-"));
  try {
    cpSync(market, folder, { recursive: true });
    const config = join(folder, "config.json");
    const checked = jishi("check", config);
    expect(checked.usable).toBe(true);
    expect(checked.listings).toBeGreaterThan(2);

    const out = join(folder, "site");
    const build = () => jishi("build", config, "--page", join(root, "dist"), "--out", out);
    build();
    const shop = await origin(out, { at: "/market/" });
    await page.goto(`${shop.url}browse/`);
    await mounted(page);
    const total = page.locator(".reshead [role=status] b");
    await expect(total).toHaveText(String(checked.listings));

    // The built catalog is clean; what was mended to make it so is still told.
    await page.goto(`${shop.url}about/`);
    await expect(page.locator("details.repairs summary")).toContainText("建站时修好的");
    await page.goto(`${shop.url}browse/`);

    const title = page.locator(".card h3 a").first();
    const name = (await title.textContent())!;
    await title.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    const link = page.url();

    // A listing more at the top, so that places in the sheet move.
    const sheet = join(folder, "listings.csv");
    const [head, ...rows] = readFileSync(sheet, "utf8").split("\n");
    const added = rows[0].replaceAll(/[A-Za-z0-9]+(?=,)/g, (word, at) => (at === 0 ? "NEW-1" : word));
    writeFileSync(sheet, [head, added, ...rows].join("\n"));
    build();
    await page.goto(link);
    await mounted(page);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await page.goto(`${shop.url}browse/`);
    await expect(total).toHaveText(String(checked.listings + 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
