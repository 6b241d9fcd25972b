import { escapeHtml } from "../html";
import { formatNumber } from "../matrix/format";
import { say } from "../words";

/** Rows and columns of cells: what a data frame shows of itself. */
export interface Table {
  readonly columns: readonly string[];
  readonly index: readonly (string | number)[];
  readonly rows: readonly (readonly unknown[])[];
  /** Its size in words: "150 rows × 5 columns". */
  readonly size: string;
}

/** As many rows or columns are shown whole: a results table of the sixteen activations is one. */
const WHOLE = 20;
/** Rows and columns shown at each end of a table that is too large to show whole. */
const EDGE = 5;
const GAP = "…";

/** Lines of padded cells, numbers to the right, and the size below. */
export function tableText(table: Table): string {
  const { numeric, head, rows } = layout(table);
  const lines = [head, ...rows];
  const widths = head.map((_, j) => Math.max(...lines.map((line) => line[j].length)));
  const pad = (text: string, j: number) =>
    numeric[j] ? text.padStart(widths[j]) : text.padEnd(widths[j]);
  return [...lines.map((line) => line.map(pad).join("  ").trimEnd()), table.size].join("\n");
}

/** An HTML table in the colours of the page; header cells tell a screen reader their scope. */
export function tableHtml(table: Table): string {
  const { numeric, head, rows } = layout(table);
  const cell = (tag: "th" | "td", text: string, j: number, scope = "") =>
    `<${tag}${scope} style="text-align: ${numeric[j] ? "right" : "left"}">` +
    `${escapeHtml(text)}</${tag}>`;
  const heads = head.slice(1).map((text, j) => cell("th", text, j + 1, ' scope="col"'));
  const body = rows.map(([index, ...cells]) => [
    cell("th", index, 0, ' scope="row"'),
    ...cells.map((text, j) => cell("td", text, j + 1)),
  ]);
  return (
    `<table><caption style="caption-side: bottom; color: inherit; white-space: nowrap">${table.size}</caption>` +
    `<thead><tr><td></td>${heads.join("")}</tr></thead>` +
    `<tbody>${body.map((row) => `<tr>${row.join("")}</tr>`).join("")}</tbody></table>`
  );
}

/** Texts of the visible cells, the index as column 0, and which columns hold numbers. */
function layout(table: Table): { numeric: boolean[]; head: string[]; rows: string[][] } {
  const columns = visible(table.columns.length);
  const at = (i: number | typeof GAP, j: number | typeof GAP) =>
    i === GAP || j === GAP ? GAP : cellText(table.rows[i][j]);
  const holdsNumber = (j: number | typeof GAP) =>
    j !== GAP && table.rows.some((row) => typeof row[j] === "number");
  return {
    numeric: [false, ...columns.map(holdsNumber)],
    head: ["", ...columns.map((j) => (j === GAP ? GAP : table.columns[j]))],
    rows: visible(table.rows.length).map((i) => [
      i === GAP ? GAP : String(table.index[i]),
      ...columns.map((j) => at(i, j)),
    ]),
  };
}

/** The positions to show: all of them, or both ends with "…" between. */
function visible(count: number): (number | typeof GAP)[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return count <= WHOLE ? all : [...all.slice(0, EDGE), GAP, ...all.slice(-EDGE)];
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return say({ en: "missing", ru: "пропуск" });
  return typeof value === "number" ? formatNumber(value) : String(value);
}
