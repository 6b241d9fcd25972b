import { ShapeError, ValueError } from "../errors";
import { div, type Matrix, max, mean, min, mul, shapeOf, sqrt, sub, sum } from "../matrix";

/** The ruler of each column: its mean and its standard deviation, both 1×m. */
export interface Scale {
  readonly mean: Matrix;
  readonly sd: Matrix;
}

/** Standardised values, n×m, and the scale that made them. */
export interface Standardised extends Scale {
  readonly X: Matrix;
}

/**
 * (X − mean) / sd, column by column, in float64: every column of the result has mean 0 and
 * deviation 1. The deviation divides by n − ddof: ddof 0 is the population's, 1 the sample's.
 *
 * Test data are measured with the training data's ruler: `standardise(test, trained)`, where
 * `trained` is what standardising the training data returned.
 *
 * @throws ValueError when a column is constant or not all of it is finite; ShapeError when the
 * scale has another number of columns than X.
 */
export function standardise(X: Matrix, using: Scale | { ddof?: 0 | 1 } = {}): Standardised {
  const scale = "mean" in using ? using : scaleOf(X, using.ddof ?? 0);
  if (scale.mean.cols !== X.cols || scale.sd.cols !== X.cols) {
    throw new ShapeError({
      en:
        `standardise: X is ${shapeOf(X)} and the scale is ${shapeOf(scale.mean)}; take the ` +
        "same columns as for the training data.",
      ru:
        `standardise: X имеет размер ${shapeOf(X)}, а масштаб — ${shapeOf(scale.mean)}; возьмите те же ` +
        "столбцы, что и в обучающих данных.",
    });
  }
  return { X: div(sub(X, scale.mean), scale.sd), mean: scale.mean, sd: scale.sd };
}

function scaleOf(X: Matrix, ddof: 0 | 1): Scale {
  if (X.rows <= ddof) {
    throw new ValueError({
      en: `standardise: need at least ${ddof + 1} rows, X is ${shapeOf(X)}.`,
      ru: `standardise: нужно строк не меньше ${ddof + 1}, X имеет размер ${shapeOf(X)}.`,
    });
  }
  const [lowest, highest] = [min(X, 0).data, max(X, 0).data];
  lowest.forEach((low, j) => {
    if (!Number.isFinite(highest[j] - low)) {
      throw new ValueError({
        en: `standardise: column ${j} holds a value that is not a finite number.`,
        ru: `standardise: в столбце ${j} есть значение, которое не является конечным числом.`,
      });
    }
    if (low === highest[j]) {
      throw new ValueError({
        en:
          `standardise: column ${j} is ${low} in every row, so its deviation is 0 and nothing can ` +
          "be divided by it; leave the column out.",
        ru:
          `standardise: столбец ${j} во всех строках равен ${low}, его отклонение 0, и делить на него ` +
          "нельзя; уберите этот столбец.",
      });
    }
  });
  const centre = mean(X, 0);
  const D = sub(X, centre);
  return { mean: centre, sd: sqrt(div(sum(mul(D, D), 0), X.rows - ddof)) };
}
