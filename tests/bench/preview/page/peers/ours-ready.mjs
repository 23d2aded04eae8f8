// The shop's own programs when they are already there, as the libraries are: the page starts them
// before a file is opened.
export { start as prepare, csv, ndjson, parquet } from "./ours.mjs";
