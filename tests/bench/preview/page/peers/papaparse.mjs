// Papa Parse, with types by its own `dynamicTyping`.
import { Stats } from "../stats.mjs";

const parse = (url, options) =>
  new Promise((complete, error) => globalThis.Papa.parse(url, { download: true, complete, error, ...options }));

export const csv = {
  first: async (url) => {
    // A chunk is fetched by range; the first one has more than a hundred rows.
    const data = await new Promise((found, failed) => {
      const chunk = ({ data }, parser) => (parser.abort(), found(data));
      parse(url, { chunkSize: 64 * 1024, preview: 101, chunk }).catch(failed);
    });
    return { rows: Math.min(data.length, 101) - 1 };
  },
  whole: async (url) => {
    const stats = new Stats();
    let head = true;
    await parse(url, { dynamicTyping: true, skipEmptyLines: true, step: ({ data }) => (head ? (head = false) : stats.row(data)) });
    return { rows: stats.rows };
  },
};
