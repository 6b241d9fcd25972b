import { DataError } from "../errors";
import { numberColumns, numbersOf } from "./columns";
import type { DataFrame } from "./danfojs";

/**
 * Count, mean, std, min, median, max and variance of every column of numbers. std and variance
 * are those of a sample (÷ (n − 1)).
 *
 * @throws DataError when there is no column of numbers or one of their cells is missing.
 */
export function describe(df: DataFrame): DataFrame {
  const columns = numberColumns(df);
  if (columns.length === 0) {
    throw new DataError({
      en: `describe: no column of numbers among ${df.columns.join(", ")}.`,
      ru: `describe: среди столбцов ${df.columns.join(", ")} нет ни одного числового.`,
    });
  }
  for (const column of columns) numbersOf(df, column, "describe");
  if (df.shape[0] < 2) {
    throw new DataError({
      en: "describe: a standard deviation needs at least 2 rows, and there is 1.",
      ru: "describe: для стандартного отклонения нужно хотя бы 2 строки, а здесь 1.",
    });
  }
  return df.describe() as DataFrame;
}
