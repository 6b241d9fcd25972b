import { noGrad } from "../autograd";
import { ShapeError, ValueError } from "../errors";
import { argmax, type Matrix } from "../matrix";
import type { Layer } from "./layer";

/** The class of each sample: where the model's largest output stands. */
export const classify = (model: Layer, X: Matrix): Int32Array =>
  argmax(noGrad(() => model(X)).value, 1);

/** The share of samples that the model classifies right, 0 to 1. */
export function accuracy(model: Layer, X: Matrix, labels: ArrayLike<number>): number {
  const answers = classify(model, X);
  if (labels.length === 0 || labels.length !== answers.length)
    throw new ShapeError({
      en: `accuracy: need a label for each row of X, at least one; X has ${answers.length} rows, got ${labels.length} labels.`,
      ru: `accuracy: нужна метка для каждой строки X, хотя бы одна; строк в X ${answers.length}, меток ${labels.length}.`,
    });
  for (const label of Array.from(labels))
    if (!Number.isInteger(label))
      throw new ValueError({
        en: `accuracy: a label is a whole number, got ${label}.`,
        ru: `accuracy: метка — целое число, получено ${label}.`,
      });
  return answers.filter((answer, i) => answer === labels[i]).length / answers.length;
}
