// A table of a million rows by TanStack Virtual, rows made by hand as its examples do: one element a
// row that is shown, replaced when other rows are. The cells are the first of the table's rows over
// and over, and here already, which favours it: ours come from the file.
import { rows as table } from "../made/rows.mjs";
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";

const count = Number(new URLSearchParams(location.search).get("rows"));
const [box, rows] = [document.querySelector("#box"), document.querySelector("#rows")];
rows.ariaRowCount = String(count);
const TEXTS = [...table(2_000)].map((row) => row.map((value) => (value === null ? "" : String(value))));
const shown = new Map();

const virtualizer = new Virtualizer({
  count,
  getScrollElement: () => box,
  estimateSize: () => 28,
  overscan: 4,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: draw,
});
virtualizer._didMount();
virtualizer._willUpdate();
rows.style.blockSize = `${virtualizer.getTotalSize()}px`;
draw();
globalThis.ready = true;

function draw() {
  const items = virtualizer.getVirtualItems();
  const wanted = new Set(items.map(({ index }) => index));
  for (const [index, row] of shown) {
    if (!wanted.has(index)) {
      row.remove();
      shown.delete(index);
    }
  }
  for (const { index, start } of items) {
    if (shown.has(index)) continue;
    const row = document.createElement("div");
    row.role = "row";
    row.setAttribute("aria-rowindex", String(index + 1));
    row.style.transform = `translateY(${start}px)`;
    for (const text of TEXTS[index % TEXTS.length]) {
      const cell = document.createElement("div");
      cell.role = "gridcell";
      cell.textContent = text;
      row.append(cell);
    }
    rows.append(row);
    shown.set(index, row);
  }
}
