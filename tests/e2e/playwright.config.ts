// The journeys run on the page as it is deployed: dist/ on a plain file server, at the root of
// an origin and at a subpath. `cargo xtask test` names the browser in CHROME_PATH.
import { defineConfig } from "@playwright/test";

const port = Number(process.env.JOURNEY_PORT ?? 4173);
const sites = [
  { name: "root", port, at: "/" },
  { name: "subpath", port: port + 1, at: "/x/y/" },
];
const address = (site: (typeof sites)[number]) => `http://127.0.0.1:${site.port}${site.at}`;

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    locale: "zh-CN",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // Addresses in specs are relative ("browse/?q=…", "" for home), so each runs in both places.
  projects: sites.map((site) => ({ name: site.name, use: { baseURL: address(site) } })),
  webServer: sites.map((site) => ({
    command: `node plain_server.mjs ${site.port} ${site.at} ../../dist`,
    cwd: import.meta.dirname,
    url: address(site),
    stdout: "ignore" as const,
    stderr: "pipe" as const,
  })),
});
