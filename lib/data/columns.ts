import { DataError } from "../errors";
import { type Matrix, matrix } from "../matrix";
import { say } from "../words";
import type { DataFrame } from "./danfojs";

/**
 * Columns of a table as a Matrix, n×m, row i for row i of the table. Without `columns`: all
 * columns that hold numbers, so a column of class names is left out.
 *
 * @throws DataError when a column is unknown, or a cell is missing or not a number.
 */
export function toMatrix(df: DataFrame, columns: readonly string[] = numberColumns(df)): Matrix {
  if (columns.length === 0) {
    throw new DataError({
      en: `toMatrix: no column of numbers among ${df.columns.join(", ")}.`,
      ru: `toMatrix: среди столбцов ${df.columns.join(", ")} нет ни одного числового.`,
    });
  }
  const picked = columns.map((column) => numbersOf(df, column, "toMatrix"));
  const [n, m] = [df.shape[0], columns.length];
  const data = new Float64Array(n * m);
  picked.forEach((cells, j) => {
    for (let i = 0; i < n; i++) data[i * m + j] = cells[i];
  });
  return matrix(n, m, data);
}

/**
 * The classes in a column, numbered from 0 in the order in which they appear, and the number of
 * each row's class.
 *
 * @throws DataError when the column is unknown or a cell is missing.
 */
export function labels(df: DataFrame, column: string): { y: Int32Array; classes: string[] } {
  const cells = cellsOf(df, column, "labels");
  const classes: string[] = [];
  const y = Int32Array.from(cells, (cell, i) => {
    if (isMissing(cell)) throw missing("labels", df, column, i);
    const name = String(cell);
    if (!classes.includes(name)) classes.push(name);
    return classes.indexOf(name);
  });
  return { y, classes };
}

/** The columns in which at least one cell is a number. */
export const numberColumns = (df: DataFrame): string[] =>
  df.columns.filter((column) => cellsOf(df, column, "").some((cell) => isNumber(cell)));

/** A column whose cells must all be numbers. */
export function numbersOf(df: DataFrame, column: string, caller: string): number[] {
  return cellsOf(df, column, caller).map((cell, i) => {
    if (isMissing(cell)) throw missing(caller, df, column, i);
    if (isNumber(cell)) return cell;
    throw new DataError({
      en: `${caller}: ${place(df, column, i)} holds "${cell}", not a number.`,
      ru: `${caller}: ${place(df, column, i)} — "${cell}", а это не число.`,
    });
  });
}

function cellsOf(df: DataFrame, column: string, caller: string): unknown[] {
  if (!df.columns.includes(column)) {
    throw new DataError({
      en: `${caller}: there is no column "${column}"; the columns are ${df.columns.join(", ")}.`,
      ru: `${caller}: столбца "${column}" нет; есть столбцы ${df.columns.join(", ")}.`,
    });
  }
  return df.column(column).values;
}

const isNumber = (cell: unknown): cell is number => typeof cell === "number" && !Number.isNaN(cell);

const isMissing = (cell: unknown): boolean =>
  cell === null || cell === undefined || cell === "" || Number.isNaN(cell);

/** Rows are named by their index, which a filter or a shuffle keeps. */
const place = (df: DataFrame, column: string, i: number): string =>
  say({
    en: `row ${df.index[i]} of column "${column}"`,
    ru: `строка ${df.index[i]} столбца "${column}"`,
  });

const missing = (caller: string, df: DataFrame, column: string, i: number): DataError =>
  new DataError({
    en: `${caller}: ${place(df, column, i)} is missing; fill it or drop the row first.`,
    ru: `${caller}: ${place(df, column, i)} — пропуск; сначала заполните его или уберите строку.`,
  });
