// parquet-wasm with Apache Arrow's JavaScript.
import { tableFromIPC } from "apache-arrow";
import init, { ParquetFile } from "parquet-wasm";
import { Stats } from "../stats.mjs";

export const prepare = () => init();
const file = (url) => ParquetFile.fromUrl(url);

export const parquet = {
  first: async (url) => {
    const read = await (await file(url)).read({ limit: 100 });
    return { rows: tableFromIPC(read.intoIPCStream()).numRows };
  },
  whole: async (url) => {
    const table = tableFromIPC((await (await file(url)).read()).intoIPCStream());
    const stats = new Stats();
    table.schema.fields.forEach((_, at) => {
      for (const value of table.getChildAt(at)) stats.value(at, value);
    });
    return { rows: table.numRows };
  },
};
