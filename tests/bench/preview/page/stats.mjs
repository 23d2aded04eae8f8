// What the peers work out of each column while they read: how many cells are empty, the least, the
// most and the mean of numbers, the longest text. Ours works out more (kinds, different values, the
// most frequent, a histogram, personal data).

export class Stats {
  constructor() {
    this.rows = 0;
    this.columns = [];
  }

  row(cells) {
    this.rows += 1;
    for (let at = 0; at < cells.length; at += 1) this.value(at, cells[at]);
  }

  value(at, value) {
    const column = (this.columns[at] ??= { missing: 0, numbers: 0, sum: 0, min: Infinity, max: -Infinity, longest: 0 });
    if (value === null || value === undefined || value === "") column.missing += 1;
    else if (typeof value === "number" || typeof value === "bigint") {
      const number = Number(value);
      column.numbers += 1;
      column.sum += number;
      if (number < column.min) column.min = number;
      if (number > column.max) column.max = number;
    } else {
      const { length } = String(value);
      if (length > column.longest) column.longest = length;
    }
  }
}
