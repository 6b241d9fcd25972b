import { IndexError, ShapeError, ValueError } from "../errors";
import { dense } from "./dense";
import { type Matrix, requireList } from "./types";

/**
 * Class labels are whole numbers that start at 0; an `Int32Array` holds them.
 * @param K number of classes, so labels are 0 … K − 1.
 */
export function requireLabels(where: string, labels: ArrayLike<number>, K: number): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (!Number.isInteger(label))
      throw new ValueError({
        en: `${where}: a label is a whole number, and label ${i} is ${label}.`,
        ru: `${where}: метка — целое число, а метка ${i} — это ${label}.`,
      });
    if (label < 0 || label >= K)
      throw new IndexError({
        en:
          `${where}: ${K} classes have the labels 0 to ${K - 1}, and label ${i} is ${label}.` +
          `${label === K ? " Do your labels start at 1?" : ""}`,
        ru:
          `${where}: классов ${K}, и метки у них от 0 до ${K - 1}, а метка ${i} — это ${label}.` +
          `${label === K ? " Не начинаются ли ваши метки с 1?" : ""}`,
      });
  }
}

/** One label for each row, and each of them a column's number. */
export function requireLabelsOf(
  where: string,
  name: string,
  M: Matrix,
  labels: ArrayLike<number>,
): void {
  if (labels.length !== M.rows)
    throw new ShapeError({
      en: `${where}: ${name} has ${M.rows} rows, so ${M.rows} labels are needed; got ${labels.length}.`,
      ru: `${where}: строк в ${name} ${M.rows}, и меток нужно столько же; получено ${labels.length}.`,
    });
  requireLabels(where, labels, M.cols);
}

/**
 * One row for each label, with 1 in the label's column and 0 elsewhere.
 * `oneHot([2, 0], 3)` has the rows [0, 0, 1] and [1, 0, 0].
 * @throws ValueError or IndexError for a label that isn't one of 0 … K − 1.
 */
export function oneHot(labels: ArrayLike<number>, K: number): Matrix {
  if (!Number.isInteger(K) || K < 1)
    throw new ValueError({
      en: `oneHot: need K classes, a whole number of at least 1; got ${K}.`,
      ru: `oneHot: нужно K классов, целое число не меньше 1; получено ${K}.`,
    });
  requireList("oneHot", "labels", labels);
  requireLabels("oneHot", labels, K);
  const out = new Float64Array(labels.length * K);
  for (let i = 0; i < labels.length; i++) out[i * K + labels[i]] = 1;
  return dense(labels.length, K, out);
}
