// The `test` of every spec. Whatever a journey looks at, it also fails on an error in the
// console, on a breach of the content security policy, and on a request to a host that the
// journey did not name.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { openFolder } from "./folder_server.mjs";

type Origin = Awaited<ReturnType<typeof openFolder>>;

/** What is noticed beside the point of a journey. */
export class Watch {
  private readonly hosts: Set<string>;
  private readonly expected: RegExp[] = [];
  private readonly errors: string[] = [];
  private readonly strangers: string[] = [];

  constructor(home: string) {
    this.hosts = new Set([new URL(home).origin]);
  }

  /** The page may ask this origin, because the configuration or the visitor named it. */
  allow(address: string) {
    this.hosts.add(new URL(address).origin);
  }

  /** An error that this journey provokes, such as the one Chromium writes when CORS refuses. */
  expectError(pattern: RegExp) {
    this.expected.push(pattern);
  }

  /** Watches a context; the one of the test is watched already. */
  async attach(context: BrowserContext) {
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
      });
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.errors.push(`uncaught: ${error.error().message}`));
    context.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && !this.hosts.has(origin)) this.strangers.push(request.url());
    });
  }

  /** What no journey may end with. */
  problems(): string[] {
    const unexpected = this.errors.filter((error) => !this.expected.some((pattern) => pattern.test(error)));
    return [...unexpected, ...this.strangers.map((url) => `asked a host nobody named: ${url}`)];
  }
}

type Fixtures = {
  watch: Watch;
  /** Opens a folder as another origin, closed when the test ends. The page may ask it. */
  origin: (folder: string, options?: Parameters<typeof openFolder>[1]) => Promise<Origin>;
};

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch(baseURL!);
      await watch.attach(context);
      await use(watch);
      expect(watch.problems(), "noticed during the journey").toEqual([]);
    },
    { auto: true },
  ],
  origin: async ({ watch }, use) => {
    const open: Origin[] = [];
    await use(async (folder, options) => {
      const origin = await openFolder(folder, options);
      open.push(origin);
      watch.allow(origin.url);
      return origin;
    });
    await Promise.all(open.map((origin) => origin.close()));
  },
});

/** Waits until the page has taken the place of the shell. */
export async function mounted(page: Page) {
  await expect(page.locator("#shell")).toHaveCount(0);
}

/** Fails on what axe calls serious or critical, and says where it is. */
export async function expectAccessible(page: Page) {
  // Colours change over a moment, and what is between two of them is nobody's design.
  await page.evaluate(() => {
    const ends = document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ends.map((animation) => animation.finished));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(grave, "axe").toEqual([]);
}

export { expect };
