import { plural, wording } from "../words";
import { NDframe } from "./danfojs";
import { type Table, tableHtml, tableText } from "./table";

const counted = (k: number, what: string) => `${k} ${what}${k === 1 ? "" : "s"}`;

const words = wording({
  en: {
    values: (k: number) => counted(k, "value"),
    rows: (k: number) => counted(k, "row"),
    columns: (k: number) => counted(k, "column"),
  },
  ru: {
    values: (k) => `${k} ${plural(k, "значение", "значения", "значений")}`,
    rows: (k) => `${k} ${plural(k, "строка", "строки", "строк")}`,
    columns: (k) => `${k} ${plural(k, "столбец", "столбца", "столбцов")}`,
  },
});

/**
 * Data frames and series show themselves as every matrix does: in a notebook as a table, on the
 * console as text. All of danfojs's tables descend from NDframe. A session that reloads this
 * module defines them once more, hence configurable.
 */
Object.defineProperties(NDframe.prototype, {
  [Symbol.for("Jupyter.display")]: {
    configurable: true,
    value(this: NDframe) {
      const table = tableOf(this);
      return { "text/html": tableHtml(table), "text/plain": tableText(table) };
    },
  },
  [Symbol.for("nodejs.util.inspect.custom")]: {
    configurable: true,
    value(this: NDframe) {
      return tableText(tableOf(this));
    },
  },
});

function tableOf(frame: NDframe): Table {
  const { columns, index, ndim } = frame;
  const [n, m] = frame.shape;
  if (ndim === 1) {
    const rows = (frame.values as unknown[]).map((value) => [value]);
    return { columns, index, rows, size: words.values(n) };
  }
  const rows = frame.values as unknown[][];
  return { columns, index, rows, size: `${words.rows(n)} × ${words.columns(m)}` };
}
