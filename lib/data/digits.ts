import { DataError } from "../errors";
import { matrix } from "../matrix";
import { inData, readText, shown } from "./files";
import type { Labelled } from "./generators";

const PIXELS = 64;

/** Images to learn from, and images by other hands to be judged by. */
export interface Digits {
  readonly train: Labelled;
  readonly test: Labelled;
}

/**
 * Handwritten digits, 3823 to train on and 1797, by other hands, to test: each row of X is an
 * image of 8×8 pixels, line by line, from 0 (paper) to 16 (ink); y is the digit. Alpaydin & Kaynak
 * (1998), see data/README.md.
 *
 * @throws DataError when a file is missing or a line is not 64 pixels and a digit.
 */
export const loadDigits = (): Digits => ({
  train: parseDigits(inData("optdigits-train.csv")),
  test: parseDigits(inData("optdigits-test.csv")),
});

/** Lines of 64 pixels and a digit. By hand, as a data frame of this size would take seconds. */
export function parseDigits(path: string): Labelled {
  const lines = readText(path, "loadDigits").trimEnd().split("\n");
  const data = new Float64Array(lines.length * PIXELS);
  const y = new Int32Array(lines.length);
  lines.forEach((line, i) => {
    const cells = line.split(",").map(Number);
    const digit = cells.pop()!;
    const whole = (x: number, max: number) => Number.isInteger(x) && x >= 0 && x <= max;
    if (cells.length !== PIXELS || !cells.every((x) => whole(x, 16)) || !whole(digit, 9)) {
      throw new DataError({
        en:
          `loadDigits: line ${i + 1} of ${shown(path)} must be ${PIXELS} pixels from 0 to 16 and ` +
          "then a digit from 0 to 9, with commas between them.",
        ru:
          `loadDigits: в строке ${i + 1} файла ${shown(path)} должны быть пиксели от 0 до 16, числом ${PIXELS}, ` +
          "а за ними цифра от 0 до 9, через запятую.",
      });
    }
    data.set(cells, i * PIXELS);
    y[i] = digit;
  });
  return { X: matrix(lines.length, PIXELS, data), y };
}
