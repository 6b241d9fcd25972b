import { IndexError, ShapeError, ValueError } from "../errors";
import { dense } from "./dense";
import { numbers } from "./numbers";
import {
  type Matrix,
  quoted,
  requireList,
  requireMatrices,
  requireNumbers,
  shapeOf,
} from "./types";

/** Numbers of rows and of columns at a function's door. */
export function requireSizes(where: string, sizes: Readonly<Record<string, number>>): void {
  for (const name in sizes)
    if (!Number.isInteger(sizes[name]) || sizes[name] < 0)
      throw new ShapeError({
        en: `${where}: ${name} needs to be 0, 1, 2, …; got ${quoted(sizes[name])}.`,
        ru: `${where}: ${name} должно быть 0, 1, 2, …; получено ${quoted(sizes[name])}.`,
      });
}

/**
 * A rows × cols matrix of the given numbers, row after row. The numbers are copied.
 * `matrix(2, 3, [1, 2, 3, 4, 5, 6])` has the rows [1, 2, 3] and [4, 5, 6].
 * @throws ShapeError unless there are exactly rows · cols numbers.
 */
export function matrix(rows: number, cols: number, data: ArrayLike<number>): Matrix {
  requireSizes("matrix", { rows, cols });
  requireList("matrix", "data", data);
  requireNumbers("matrix", "data", data);
  if (data.length !== rows * cols)
    throw new ShapeError({
      en: `matrix: ${shapeOf({ rows, cols })} needs ${rows * cols} numbers, got ${data.length}.`,
      ru: `matrix: размеру ${shapeOf({ rows, cols })} нужно чисел: ${rows * cols}, получено ${data.length}.`,
    });
  return dense(rows, cols, Float64Array.from(data));
}

/**
 * A matrix from its rows: `fromRows([[1, 2], [3, 4]])`.
 * @throws ShapeError if a row has another length than row 0, or there are no numbers at all
 * (then nobody knows the number of columns: `zeros(0, cols)` says it).
 */
export function fromRows(rows: readonly ArrayLike<number>[]): Matrix {
  if (rows.length === 0 || rows[0]?.length === 0)
    throw new ShapeError({
      en:
        "fromRows: need at least one row with at least one number, got none. " +
        "A matrix without rows is zeros(0, cols).",
      ru:
        "fromRows: нужна хотя бы одна строка хотя бы с одним числом, нет ни одной. " +
        "Матрица без строк — это zeros(0, cols).",
    });
  rows.forEach((entries, i) => {
    requireList("fromRows", `row ${i}`, entries);
    requireNumbers("fromRows", `row ${i}`, entries);
  });
  const cols = rows[0].length;
  const data = numbers(rows.length * cols);
  rows.forEach((entries, i) => {
    if (entries.length !== cols)
      throw new ShapeError({
        en: `fromRows: need rows of equal length; row 0 has ${cols} numbers and row ${i} has ${entries.length}.`,
        ru: `fromRows: строки должны быть одной длины; в строке 0 чисел ${cols}, а в строке ${i} — ${entries.length}.`,
      });
    data.set(entries, i * cols);
  });
  return dense(rows.length, cols, data);
}

/** A 1×m matrix: one sample, or a bias. */
export function row(numbers: ArrayLike<number>): Matrix {
  requireList("row", "numbers", numbers);
  return matrix(1, numbers.length, numbers);
}

/** An n×1 matrix: one number for each sample. */
export function column(numbers: ArrayLike<number>): Matrix {
  requireList("column", "numbers", numbers);
  return matrix(numbers.length, 1, numbers);
}

/** `where` is the function that the learner called: an error starts with its name. */
function filled(where: string, rows: number, cols: number, value: number): Matrix {
  requireSizes(where, { rows, cols });
  return dense(rows, cols, numbers(rows * cols).fill(value));
}

/** A rows × cols matrix with the same number everywhere. */
export const full = (rows: number, cols: number, value: number): Matrix =>
  filled("full", rows, cols, value);

/** A rows × cols matrix of zeros. */
export const zeros = (rows: number, cols: number): Matrix => filled("zeros", rows, cols, 0);

/** A rows × cols matrix of ones. */
export const ones = (rows: number, cols: number): Matrix => filled("ones", rows, cols, 1);

/** The n×n identity: 1 on the diagonal, 0 elsewhere. */
export function eye(n: number): Matrix {
  requireSizes("eye", { n });
  const data = numbers(n * n);
  for (let i = 0; i < n; i++) data[i * n + i] = 1;
  return dense(n, n, data);
}

/** The same numbers in a new matrix. */
export function copy(M: Matrix): Matrix {
  requireMatrices("copy", { M });
  return dense(M.rows, M.cols, M.data.slice());
}

/** The rows as plain arrays; `fromRows` undoes it. */
export function toRows(M: Matrix): number[][] {
  requireMatrices("toRows", { M });
  return Array.from({ length: M.rows }, (_, i) =>
    Array.from(M.data.subarray(i * M.cols, (i + 1) * M.cols)),
  );
}

/**
 * The entry in row i and column j, both counted from 0.
 * @throws IndexError outside of the matrix.
 */
export function get(M: Matrix, i: number, j: number): number {
  requireMatrices("get", { M });
  requireIndex("get", "row", i, M.rows);
  requireIndex("get", "column", j, M.cols);
  return M.data[i * M.cols + j];
}

/** `index` must be one of 0 … count − 1. */
export function requireIndex(
  where: string,
  what: "row" | "column",
  index: number,
  count: number,
): void {
  if (index >= 0 && index < count && Number.isInteger(index)) return;
  const [of, none] = { row: ["строки", "строк"], column: ["столбца", "столбцов"] }[what];
  if (!Number.isInteger(index))
    throw new ValueError({
      en: `${where}: a ${what} is a whole number, got ${index}.`,
      ru: `${where}: номер ${of} — целое число, получено ${index}.`,
    });
  const [en, ru] =
    count === 0
      ? [`there are no ${what}s`, `${none} нет`]
      : [`${what}s are 0 to ${count - 1}`, `номера ${of} — от 0 до ${count - 1}`];
  throw new IndexError({
    en: `${where}: ${en}, got ${what} ${index}.`,
    ru: `${where}: ${ru}, получено ${index}.`,
  });
}
