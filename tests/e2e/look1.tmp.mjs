import { view, end } from "./look.tmp.mjs";
await view("people", { file: "people.csv", listing: { privacy: { personalInformation: "none" } } });
await view("long", { file: "long.csv" });
await view("wide", { file: "wide.csv", full: false });
await end();
