// hyparquet with its compressors, by its page index.
import { asyncBufferFromUrl, parquetMetadataAsync, parquetRead, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { Stats } from "../stats.mjs";

export const parquet = {
  first: async (url) => {
    const file = await asyncBufferFromUrl({ url });
    const found = await parquetReadObjects({ file, compressors, rowStart: 0, rowEnd: 100, useOffsetIndex: true });
    return { rows: found.length };
  },
  whole: async (url) => {
    const file = await asyncBufferFromUrl({ url });
    const metadata = await parquetMetadataAsync(file);
    const places = new Map();
    const stats = new Stats();
    await parquetRead({
      file,
      metadata,
      compressors,
      onChunk: ({ columnName, columnData }) => {
        if (!places.has(columnName)) places.set(columnName, places.size);
        for (const value of columnData) stats.value(places.get(columnName), value);
      },
    });
    return { rows: Number(metadata.num_rows) };
  },
};
