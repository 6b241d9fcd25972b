import { NDframe } from "./danfojs";
import { type Table, tableHtml, tableText } from "./table";

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
  const count = (k: number, what: string) => `${k} ${what}${k === 1 ? "" : "s"}`;
  if (ndim === 1) {
    const rows = (frame.values as unknown[]).map((value) => [value]);
    return { columns, index, rows, size: count(n, "value") };
  }
  const rows = frame.values as unknown[][];
  return { columns, index, rows, size: `${count(n, "row")} × ${count(m, "column")}` };
}
