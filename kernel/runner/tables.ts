import { inspect } from "node:util";

/** Arrays of records, and data frames of danfojs, as HTML tables. */

/** Rows and columns that are shown at each end of a large table. */
const edge = 5;
const gap = "…";

interface Table {
  columns: readonly unknown[];
  index: readonly unknown[];
  shape: readonly number[];
  at(row: number, column: number): unknown;
}

/** The table of a value that is one; of anything else, undefined. */
export function tableOf(value: unknown): string | undefined {
  const table = Array.isArray(value) ? ofRecords(value) : ofFrame(value);
  return table && html(table);
}

function ofRecords(rows: readonly unknown[]): Table | undefined {
  if (rows.length === 0 || !rows.every(isRecord)) return undefined;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0) return undefined;
  const at = (i: number, j: number) => (rows[i] as Record<string, unknown>)[columns[j] as string];
  return { columns, index: [...rows.keys()], shape: [rows.length, columns.length], at };
}

/** An object literal whose properties are plain values: one of getters might throw or never end. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(Object.getOwnPropertyDescriptors(value)).every((it) => "value" in it);
}

/** A DataFrame, or a Series, whose values are in one column. */
function ofFrame(value: unknown): Table | undefined {
  const name = (value as object | null)?.constructor?.name;
  if (name !== "DataFrame" && name !== "Series") return undefined;
  const { columns, index, values } = value as Record<string, unknown>;
  if (!Array.isArray(columns) || !Array.isArray(index) || !Array.isArray(values)) return undefined;
  const at = (i: number, j: number) => (name === "Series" ? values[i] : values[i]?.[j]);
  return { columns, index, shape: [index.length, columns.length], at };
}

function html({ columns, index, shape: [rows = 0, count = 0], at }: Table): string {
  const [is, js] = [visible(rows), visible(count)];
  const heads = js.map((j) => `<th scope="col">${j === gap ? gap : escaped(columns[j])}</th>`);
  const lines = is.map((i) => {
    const cells = js.map((j) => cell(i === gap || j === gap ? gap : at(i, j)));
    return `<tr><th scope="row">${i === gap ? gap : escaped(index[i])}</th>${cells.join("")}</tr>`;
  });
  const plural = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
  return (
    `<table><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>` +
    `<p>${plural(rows, "row")} × ${plural(count, "column")}</p>`
  );
}

const visible = (count: number): (number | typeof gap)[] => {
  const all = [...Array(count).keys()];
  return count <= 2 * edge + 1 ? all : [...all.slice(0, edge), gap, ...all.slice(-edge)];
};

const cell = (value: unknown) =>
  `<td style="text-align: ${typeof value === "number" ? "right" : "left"}">${escaped(value)}</td>`;

/** A cell's text, on one line and not too long; nothing for what is not there. */
function escaped(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : inspect(value, { depth: 0, breakLength: 1e9 });
  const short = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return short.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);
}
