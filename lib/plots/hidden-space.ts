import type { Data } from "plotly.js";
import { relu } from "../activations";
import { ShapeError } from "../errors";
import { affine, type Matrix, map, vstack } from "../matrix";
import { shapeOf } from "../matrix/types";
import { wording } from "../words";
import { classPoints } from "./classes";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { fixed, linspace, show } from "./numbers";
import { grid, ink } from "./palette";
import { type Box, boxAround, type Line, needPlane, segment } from "./plane";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description:
      "Points of two classes that move from where they are in the input to where a hidden layer of two ReLU units puts them, where one straight line tells them apart.",
    title: "The hidden layer folds the plane",
    slider: "share of the way from x to h",
    axes: ["x₁ → h₁", "x₂ → h₂"],
    boundary: "the output's boundary",
    paper: "the input plane",
  },
  ru: {
    description:
      "Точки двух классов переходят с тех мест, где они стоят на входе, туда, куда их переносит скрытый слой из двух нейронов ReLU; там их разделяет одна прямая.",
    title: "Скрытый слой складывает плоскость",
    slider: "пройденная доля пути от x к h",
    axes: ["x₁ → h₁", "x₂ → h₂"],
    boundary: "граница выходного нейрона",
    paper: "плоскость входов",
  },
});

/** What {@link hiddenSpace} draws. */
export interface HiddenSpace {
  /** n × 2. */
  readonly X: Matrix;
  readonly y: ArrayLike<number>;
  /** The name of class k at index k. */
  readonly names: readonly string[];
  /** 2 × 2 and 1 × 2: the hidden layer, h = max(0, x·W1 + b1). */
  readonly W1: Matrix;
  readonly b1: Matrix;
  /** The output layer's score of h. Its zero is drawn when the points have arrived. */
  readonly output: Line;
}

/**
 * The same points before and after a hidden layer of two ReLU units, and the plane that carries
 * them: the slider moves both from x to h.
 *
 * @throws ShapeError if there are not two features and two units.
 */
export function hiddenSpace({ X, y, names, W1, b1, output }: HiddenSpace): Figure {
  needPlane("hiddenSpace", X, y);
  if (W1.cols !== 2)
    throw new ShapeError({
      en: `hiddenSpace: need two hidden units, one for each axis; W1 is ${shapeOf(W1)}`,
      ru: `hiddenSpace: нужны два скрытых нейрона, по одному на ось; W1 имеет размер ${shapeOf(W1)}`,
    });
  const hidden = (M: Matrix) => map(affine(M, W1, b1), relu.f);
  const H = hidden(X);
  const box = boxAround(vstack([X, H]));
  const lines = paper(boxAround(X));
  const [flat, folded] = [lines, hidden(lines)];
  const points = classPoints(X, y, names, X.rows <= 20 ? 14 : 8);

  const moving = sliding(
    { label: words.slider, values: linspace(0, 1, 26), show: (t) => fixed(t, 2), pace: 60 },
    (t): Data[] => [
      {
        type: "scatter",
        mode: "lines",
        name: words.paper,
        ...withGaps(between(flat, folded, t)),
        line: { color: grid, width: 1.5 },
        hoverinfo: "skip",
      },
      {
        type: "scatter",
        mode: "lines",
        name: words.boundary,
        ...(t === 1 ? segment(output, box) : { x: [null], y: [null] }),
        line: { color: ink, width: 3 },
        hovertemplate: hover(words.boundary),
      },
      ...points.map(({ trace, rows }): Data => {
        const at = between(X, H, t);
        return {
          ...trace,
          x: rows.map((i) => at.data[2 * i]),
          y: rows.map((i) => at.data[2 * i + 1]),
          customdata: rows.map((i) => [pair(X, i), pair(H, i)]) as never,
          hovertemplate: hover(
            `<b>${trace.name}</b>`,
            "x = %{customdata[0]}",
            "h = %{customdata[1]}",
          ),
        };
      }),
    ],
  );
  return new Figure({
    description: words.description,
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis(words.axes[0], { range: [...box.x], showgrid: false }),
      y: axis(words.axes[1], { range: [...box.y], showgrid: false }),
      ...moving.layout,
      title: words.title,
    }),
  });
}

const pair = ({ data }: Matrix, i: number): string =>
  `(${show(data[2 * i], 3)}, ${show(data[2 * i + 1], 3)})`;

/** From A (t = 0) to B (t = 1) on straight ways. */
const between = (A: Matrix, B: Matrix, t: number): Matrix =>
  map(A, (a, i, j) => a + (B.data[i * B.cols + j] - a) * t);

const ruled = 13;
const dots = 25;

/** Ruled paper: points of horizontal and vertical lines, line after line, `dots` on each. */
function paper({ x, y }: Box): Matrix {
  const along = (from: readonly [number, number], n: number) => linspace(...from, n);
  const upright = along(x, ruled).flatMap((px) => along(y, dots).map((py) => [px, py]));
  const level = along(y, ruled).flatMap((py) => along(x, dots).map((px) => [px, py]));
  const points = [...upright, ...level];
  return { rows: points.length, cols: 2, data: Float64Array.from(points.flat()) };
}

/** The lines of the paper as one trace, with a gap after each. */
function withGaps({ rows, data }: Matrix): { x: (number | null)[]; y: (number | null)[] } {
  const coordinate = (k: number) =>
    Array.from({ length: rows }, (_, i) => i).flatMap((i) =>
      (i + 1) % dots === 0 ? [data[2 * i + k], null] : [data[2 * i + k]],
    );
  return { x: coordinate(0), y: coordinate(1) };
}
