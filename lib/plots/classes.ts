import type { Data, ScatterData } from "plotly.js";
import { ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { wording } from "../words";
import { classSigns, ink, type Sign } from "./palette";

const words = wording({ en: { wrong: "wrong answer" }, ru: { wrong: "неверный ответ" } });

/** The sign of class `label`. Throws ValueError where no sign is left. */
export function classSign(label: number): Sign {
  const sign = classSigns[label];
  if (sign === undefined)
    throw new ValueError({
      en: `classSign: need a class from 0 to ${classSigns.length - 1}, got ${label}. Labels start at 0`,
      ru: `classSign: нужен класс от 0 до ${classSigns.length - 1}, получен ${label}. Метки начинаются с 0`,
    });
  return sign;
}

/** The labels that occur, in order. */
export const labelsIn = (y: ArrayLike<number>): number[] =>
  [...new Set(Array.from(y))].sort((a, b) => a - b);

/** The samples, one trace for each class, and the rows of `X` that each trace shows. */
export interface ClassPoints {
  readonly rows: readonly number[];
  readonly trace: Omit<Partial<ScatterData>, "type"> & {
    readonly type: "scatter";
    readonly name: string;
  };
}

/**
 * The samples of `X` (n × 2) as points, with the sign of their class.
 *
 * @param names the name of class k at index k.
 * @param size of a point, in pixels.
 */
export function classPoints(
  X: Matrix,
  y: ArrayLike<number>,
  names: readonly string[],
  size = 8,
): ClassPoints[] {
  return labelsIn(y).map((label) => {
    if (names[label] === undefined)
      throw new ValueError({
        en: `classPoints: need a name for class ${label} at index ${label}; names are ${names.join(", ") || "empty"}`,
        ru: `classPoints: для класса ${label} нужно имя под номером ${label}; имена: ${names.join(", ") || "нет ни одного"}`,
      });
    const rows = Array.from({ length: X.rows }, (_, i) => i).filter((i) => y[i] === label);
    const { colour, symbol } = classSign(label);
    return {
      rows,
      trace: {
        type: "scatter",
        mode: "markers",
        name: names[label],
        x: rows.map((i) => X.data[2 * i]),
        y: rows.map((i) => X.data[2 * i + 1]),
        marker: { color: colour, symbol, size, opacity: 0.85 },
      },
    };
  });
}

/** A ring of `size` pixels round each of the `rows` of X, which the model has wrong. */
export const rings = (X: Matrix, rows: readonly number[], size = 15): Data => ({
  type: "scatter",
  mode: "markers",
  name: words.wrong,
  x: rows.map((i) => X.data[2 * i]),
  y: rows.map((i) => X.data[2 * i + 1]),
  marker: { color: ink, symbol: "circle-open", size, line: { color: ink, width: 1.5 } },
  hoverinfo: "skip",
});
