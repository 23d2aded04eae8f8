// uDSV over the browser's own stream decoder, typed as it infers.
import { inferSchema, initParser } from "udsv";
import { Stats } from "../stats.mjs";

const text = async (url, abort) => (await fetch(url, { signal: abort?.signal })).body.pipeThrough(new TextDecoderStream());

export const csv = {
  first: async (url) => {
    const abort = new AbortController();
    const reader = (await text(url, abort)).getReader();
    const { value } = await reader.read();
    const parser = initParser(inferSchema(value));
    const found = [];
    parser.chunk(value, parser.typedArrs, (row) => (found.push(row), found.length < 100));
    abort.abort();
    return { rows: found.length };
  },
  whole: async (url) => {
    const stats = new Stats();
    let parser;
    const reader = (await text(url)).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parser ??= initParser(inferSchema(part.value));
      parser.chunk(part.value, parser.typedArrs, (row) => stats.row(row));
    }
    parser.end();
    return { rows: stats.rows };
  },
};
