// A shop over invented listings, made for one journey: what a filter has to tell apart is in it
// and nothing else. The whole catalog is invented, and says so.
import type { Page } from "@playwright/test";
import { mkdirSync, writeFileSync } from "node:fs";

export const day = (text: string) => ({ earliest: text, latest: text, precision: "day" });
export const price = (amount: string, billingModel = "one-time", currency = "CNY", id = "o") => ({
  id, priceType: "fixed", price: { amount, currency }, billingModel,
});

/** A catalog with these listings; what is missing of each is filled in. */
export function catalog(listings: object[], more: object = {}) {
  return {
    formatVersion: "0.1", id: "shelf", title: { zh: "虚构的目录", en: "An invented catalogue" },
    defaultLanguage: "zh", languages: ["zh", "en"], ...more,
    listings: listings.map((listing) => ({ offers: [{ id: "o", priceType: "unknown" }], ...listing })),
  };
}

/** Serves a catalog to the page instead of the shop's own. It may be served anew. */
export async function shelve(page: Page, folder: string, value: object, open: (folder: string, options: object) => Promise<{ url: string }>) {
  mkdirSync(folder, { recursive: true });
  const put = (value: object) => writeFileSync(`${folder}/catalog.json`, JSON.stringify(value));
  put(value);
  const { url } = await open(folder, { cors: true });
  const config = { version: "0.1", sources: [{ id: "shelf", kind: "dxc", url: `${url}catalog.json` }] };
  await page.context().route("**/config.json", (route) => route.fulfill({ json: config }));
  return { put, config };
}

/** Listings of several prices, sizes and days, and some that state none of it. */
export const MIXED = catalog(
  [
    { id: "a", title: { zh: "甲数据", en: "Alpha data" }, modified: day("2023-05-06"), extent: [{ value: 500, unit: "row" }], offers: [price("100")], categories: ["rain"], provider: "p0" },
    { id: "b", title: { zh: "乙数据", en: "Beta data" }, modified: day("2024-06-01"), extent: [{ value: 2000, unit: "row" }], offers: [price("300")], categories: ["snow"], provider: "p1" },
    { id: "c", title: { zh: "丙数据", en: "Gamma data" }, modified: day("2025-02-03"), extent: [{ value: 3, unit: "gigabyte" }], offers: [price("0.3", "per-call")], categories: ["traffic"], provider: "p2" },
    { id: "d", title: { zh: "丁数据", en: "Delta data" }, offers: [price("20", "one-time", "USD")], provider: "p3" },
    { id: "e", title: { zh: "戊数据", en: "Epsilon data" }, modified: day("2024-12-31"), offers: [price("50")], categories: ["rain"] },
    { id: "f", title: { zh: "己数据", en: "Zeta data" }, issued: day("2020-02-29") },
  ],
  {
    categories: [
      { id: "weather", label: { zh: "气象", en: "Weather" } },
      { id: "rain", label: { zh: "降雨", en: "Rain" }, parent: "weather" },
      { id: "snow", label: { zh: "降雪", en: "Snow" }, parent: "weather" },
      { id: "traffic", label: { zh: "交通", en: "Traffic" } },
    ],
    organizations: Array.from({ length: 4 }, (_, n) => ({ id: `p${n}`, name: { zh: `供方${n}`, en: `Supplier ${n}` } })),
  },
);

/** As many suppliers as a large catalog has, each with a listing. */
export const MANY = catalog(
  Array.from({ length: 2_000 }, (_, n) => ({ id: `l${n}`, title: { zh: `挂牌 ${n}`, en: `Listing ${n}` }, provider: `p${n}` })),
  { organizations: Array.from({ length: 2_000 }, (_, n) => ({ id: `p${n}`, name: { zh: `第${n}供方`, en: `ＡＢＣ Supplier ${n}` } })) },
);
