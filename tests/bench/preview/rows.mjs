// The table that is read: made by chance from a seed, so that every machine reads the same bytes.
// Twelve columns as open data has them: codes with leading zeros, dates, Chinese names, numbers,
// text with commas, quotation marks and line ends in it.
import { below, chance } from "../catalog/chance.mjs";

export const COLUMNS = ["id", "code", "name", "district", "opened", "beds", "price", "share", "kind", "note", "longitude", "latitude"];
const DISTRICTS = ["云山区", "东湖区", "西关区", "南屏区", "北岭区", "高新区", "滨江区", "老城区"];
const KINDS = ["school", "clinic", "library", "market", "station", "museum", "pool"];
const WORDS = "open city data station river bridge garden market north south old new green stone water light field road tower house".split(" ");
const SYLLABLES = "安平福禄寿康宁德仁义礼智信和顺昌盛隆兴达".split("");

/** Row after row as an array of what the cells hold; numbers are numbers. */
export function* rows(count, seed = 7) {
  const random = chance(seed);
  const pick = (list) => list[below(random, list.length)];
  for (let at = 0; at < count; at += 1) {
    const day = new Date(Date.UTC(2000, 0, 1 + below(random, 9_000)));
    const words = Array.from({ length: 3 + below(random, 6) }, () => pick(WORDS));
    const joined = words.join(" ");
    const note = at % 7 === 0 ? `${words.slice(0, 2).join(", ")}\n${words[2]}` : at % 11 === 0 ? `the "${words[0]}" ${joined}` : joined;
    yield [
      100_000 + at,
      String(below(random, 1_000_000)).padStart(6, "0"),
      `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}站`,
      pick(DISTRICTS),
      day.toISOString().slice(0, 10),
      below(random, 500),
      Math.round(random() * 1_000_000) / 100,
      at % 13 === 0 ? null : Math.round(random() * 1_000) / 1_000,
      pick(KINDS),
      note,
      Math.round((106 + random()) * 1e6) / 1e6,
      Math.round((26 + random()) * 1e6) / 1e6,
    ];
  }
}

const cell = (value) => {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvLine = (row) => `${row.map(cell).join(",")}\n`;
export const jsonLine = (row) => `${JSON.stringify(Object.fromEntries(COLUMNS.map((name, at) => [name, row[at]])))}\n`;
