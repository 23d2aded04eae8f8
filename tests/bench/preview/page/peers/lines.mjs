// JSON.parse line by line, over the browser's own stream decoder.
import { Stats } from "../stats.mjs";

async function each(url, line, abort) {
  const response = await fetch(url, { signal: abort?.signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop();
    for (const text of lines) if (line(text) === false) return abort?.abort();
  }
  if (rest) line(rest);
}

export const ndjson = {
  first: async (url) => {
    let rows = 0;
    await each(url, (text) => (JSON.parse(text), (rows += 1) < 100), new AbortController());
    return { rows };
  },
  whole: async (url) => {
    const stats = new Stats();
    await each(url, (text) => stats.row(Object.values(JSON.parse(text))));
    return { rows: stats.rows };
  },
};
