import { inspect } from "node:util";
import { words } from "../words";

/** Arrays of records, and data frames of danfojs, as tables. */

/** Rows and columns that are shown at each end of a large table. */
const edge = 5;
const gap = "…";

interface Table {
  columns: readonly unknown[];
  index: readonly unknown[];
  shape: readonly number[];
  at(row: number, column: number): unknown;
}

/**
 * How a value that is a table shows: in HTML, and a data frame as text, too, for Node prints all
 * that is inside of it. Of anything else, undefined.
 */
export function tableOf(
  value: unknown,
): { "text/html": string; "text/plain"?: string } | undefined {
  const records = Array.isArray(value) ? ofRecords(value) : undefined;
  if (records) return { "text/html": html(records) };
  const frame = ofFrame(value);
  return frame && { "text/html": html(frame), "text/plain": text(frame) };
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

/** The columns below their names, the numbers of the rows before them. */
function text({ columns, index, shape, at }: Table): string {
  const [rows = 0, count = 0] = shape;
  const [is, js] = [visible(rows), visible(count)];
  const heads = ["", ...js.map((j) => (j === gap ? gap : short(columns[j])))];
  const lines = is.map((i) => {
    const cells = js.map((j) => (i === gap || j === gap ? gap : short(at(i, j))));
    return [i === gap ? gap : short(index[i]), ...cells];
  });
  const widths = heads.map((_, j) =>
    Math.max(...[heads, ...lines].map((it) => it[j]?.length ?? 0)),
  );
  const line = (cells: string[]) => cells.map((it, j) => it.padStart(widths[j] ?? 0)).join("  ");
  return [...[heads, ...lines].map(line), size(shape)].join("\n");
}

function html({ columns, index, shape, at }: Table): string {
  const [rows = 0, count = 0] = shape;
  const [is, js] = [visible(rows), visible(count)];
  const heads = js.map((j) => `<th scope="col">${j === gap ? gap : escaped(columns[j])}</th>`);
  const lines = is.map((i) => {
    const cells = js.map((j) => cell(i === gap || j === gap ? gap : at(i, j)));
    return `<tr><th scope="row">${i === gap ? gap : escaped(index[i])}</th>${cells.join("")}</tr>`;
  });
  return (
    `<table><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>` +
    `<p>${size(shape)}</p>`
  );
}

const size = ([rows = 0, columns = 0]: readonly number[]) => words().size(rows, columns);

const visible = (count: number): (number | typeof gap)[] => {
  const all = [...Array(count).keys()];
  return count <= 2 * edge + 1 ? all : [...all.slice(0, edge), gap, ...all.slice(-edge)];
};

const cell = (value: unknown) =>
  `<td style="text-align: ${typeof value === "number" ? "right" : "left"}">${escaped(value)}</td>`;

/** A cell's text, on one line and not too long; nothing for what is not there. */
function short(value: unknown): string {
  if (value === undefined) return "";
  const all = typeof value === "string" ? value : inspect(value, { depth: 0, breakLength: 1e9 });
  const line = all.slice(0, 200).replace(/\s+/g, " ");
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}

const escaped = (value: unknown) =>
  short(value).replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);
