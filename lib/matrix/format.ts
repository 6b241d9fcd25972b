import { wording } from "../words";
import { type Matrix, requireMatrices, shapeOf } from "./types";

const words = wording({
  en: {
    matrix: (shape: string) => `${shape} matrix`,
    rows: "rows",
    columns: "columns",
    cut: (what: readonly string[]) => ` (first and last ${EDGE} ${what.join(" and ")})`,
  },
  ru: {
    matrix: (shape) => `матрица ${shape}`,
    rows: "строк",
    columns: "столбцов",
    cut: (what) => ` (первые и последние ${EDGE} ${what.join(" и ")})`,
  },
});

const DIGITS = 6;
/** Rows and columns shown at each end of a matrix that is too large to show whole. */
const EDGE = 5;
const GAP = "…";

/** A number to six significant digits; whole numbers in full, very large and small as 1.5e-7. */
export function formatNumber(x: number): string {
  const size = Math.abs(x);
  if (!Number.isFinite(x)) return String(x);
  if (Number.isInteger(x) && size < 1e15) return String(x + 0); // −0 + 0 = 0
  if (size >= 1e-4 && size < 1e6) return String(Number(x.toPrecision(DIGITS)));
  const [mantissa, exponent] = x.toExponential(DIGITS - 1).split("e");
  return `${Number(mantissa)}e${Number(exponent)}`;
}

/** The indices to show: all of them, or both ends with "…" between. */
function visible(count: number): (number | typeof GAP)[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return count <= 2 * EDGE ? all : [...all.slice(0, EDGE), GAP, ...all.slice(-EDGE)];
}

/** Pads the numbers of one column to equal width, decimal point under decimal point. */
function aligned(numbers: string[]): string[] {
  const parts = numbers.map((text) => {
    const end = text.search(/[.e]|$/);
    return { whole: text.slice(0, end), rest: text.slice(end) };
  });
  const wholeWidth = Math.max(0, ...parts.map(({ whole }) => whole.length));
  const restWidth = Math.max(0, ...parts.map(({ rest }) => rest.length));
  return parts.map(({ whole, rest }) => whole.padStart(wholeWidth) + rest.padEnd(restWidth));
}

/** What a reader sees of a matrix: a caption, and rows of padded cells under their indices. */
function layout(M: Matrix) {
  const [rows, columns] = [visible(M.rows), visible(M.cols)];
  const columnTexts = columns.map((j) =>
    aligned(rows.map((i) => (i === GAP || j === GAP ? GAP : formatNumber(M.data[i * M.cols + j])))),
  );
  const cut = [
    ...(rows.includes(GAP) ? [words.rows] : []),
    ...(columns.includes(GAP) ? [words.columns] : []),
  ];
  const note = cut.length > 0 ? words.cut(cut) : "";
  return {
    caption: `${words.matrix(shapeOf(M))}${note}`,
    columns,
    rows: rows.map((i, at) => ({ i, cells: columnTexts.map((column) => column[at]) })),
  };
}

/** A matrix as aligned text under its shape. Large ones are cut in the middle. */
export function toText(M: Matrix): string {
  requireMatrices("toText", { M });
  const { caption, rows } = layout(M);
  return [caption, ...rows.map(({ cells }) => `  ${cells.join("  ")}`.trimEnd())].join("\n");
}

/** A matrix as an HTML table with its shape and indices, in the colours of the page around it. */
export function toHtml(M: Matrix): string {
  requireMatrices("toHtml", { M });
  const { caption, columns, rows } = layout(M);
  const heads = columns.map((j) => `<th scope="col" style="${HEAD}">${j}</th>`).join("");
  const body = rows.map(
    ({ i, cells }) =>
      `<tr><th scope="row" style="${HEAD}">${i}</th>` +
      `${cells.map((cell) => `<td style="${CELL}">${cell}</td>`).join("")}</tr>`,
  );
  return (
    `<table style="${TABLE}"><caption style="${CAPTION}">${caption}</caption>` +
    `<thead><tr><td></td>${heads}</tr></thead><tbody>${body.join("")}</tbody></table>`
  );
}

const TABLE = "color: inherit; background: none; border-collapse: collapse";
const CAPTION =
  "caption-side: top; text-align: left; color: inherit; opacity: 0.75; white-space: nowrap";
const HEAD = "font-weight: normal; opacity: 0.7; text-align: center; padding: 0 0.6em";
const CELL =
  "font-family: var(--jp-code-font-family, monospace); white-space: pre; text-align: right; padding: 0 0.6em";
