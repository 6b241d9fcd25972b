import { ValueError } from "../errors";
import { mulberry32, shuffle } from "../random";
import type { DataFrame } from "./danfojs";

/** A share to train on and the rest, on which nothing is trained. */
export interface Split<T> {
  readonly train: T;
  readonly test: T;
}

/**
 * Shuffles n rows by the seed and cuts: the first round(share·n) train, the others test. Of a
 * number it makes the rows' indices, of a data frame two data frames (the rows keep their index).
 *
 * @throws ValueError when share is not between 0 and 1, or so near to one of them that a part
 * would be empty.
 */
export function split(n: number, share: number, seed: number): Split<Int32Array>;
export function split(df: DataFrame, share: number, seed: number): Split<DataFrame>;
export function split(
  what: number | DataFrame,
  share: number,
  seed: number,
): Split<Int32Array> | Split<DataFrame> {
  const n = typeof what === "number" ? what : what.shape[0];
  if (!Number.isInteger(n) || n < 2) {
    throw new ValueError({
      en: `split: need a whole number of rows, at least 2, got ${n}.`,
      ru: `split: нужно целое число строк, не меньше 2, получено ${n}.`,
    });
  }
  if (!(share > 0 && share < 1)) {
    throw new ValueError({
      en: `split: share is the part to train on, between 0 and 1 (0.8, say), got ${share}.`,
      ru: `split: share — доля обучающей части, между 0 и 1 (например, 0.8), получено ${share}.`,
    });
  }
  const cut = Math.round(share * n);
  if (cut === 0 || cut === n) {
    throw new ValueError({
      en:
        `split: with a share of ${share}, ${cut} of ${n} rows train and ${n - cut} test; ` +
        "both need at least one.",
      ru:
        `split: при доле ${share} из ${n} строк учат ${cut}, а проверяют ${n - cut}; ` +
        "и тех и других нужно хотя бы по одной.",
    });
  }
  const order = shuffle(n, mulberry32(seed));
  const [train, test] = [order.slice(0, cut), order.slice(cut)];
  if (typeof what === "number") return { train, test };
  const rows = (index: Int32Array) => what.iloc({ rows: Array.from(index) }) as DataFrame;
  return { train: rows(train), test: rows(test) };
}
