import type { Dash, Data } from "plotly.js";
import { relu } from "../activations";
import { ShapeError, ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { requireMatrices, shapeOf } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { linspace, show } from "./numbers";
import { ink, okabeIto } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (most: number) =>
      `A curve put together from straight pieces: up to ${most} ReLU units, each with one bend, add up to the function that they were fitted to.`,
    slider: "hidden units",
    title: (error: string) => `mean squared error ${error}`,
    x: "x",
    y: "output",
    target: "target",
    network: "network",
    units: "single units",
    bends: "bends",
    line: "without ReLU",
  },
  ru: {
    description: (most) =>
      `Кривая, составленная из прямых кусков: до ${most} нейронов ReLU, у каждого один излом, складываются в функцию, к которой их подгоняли.`,
    slider: "нейронов в скрытом слое",
    title: (error) => `средний квадрат ошибки ${error}`,
    x: "x",
    y: "выход",
    target: "цель",
    network: "сеть",
    units: "отдельные нейроны",
    bends: "изломы",
    line: "без ReLU",
  },
});

/** A network of one input, h ReLU units and one output. */
export interface ReluFit {
  /** 1 × h and 1 × h: the units. */
  readonly W1: Matrix;
  readonly b1: Matrix;
  /** h × 1 and 1 × 1: what the output makes of them. */
  readonly W2: Matrix;
  readonly b2: Matrix;
}

/** What {@link reluApproximation} draws. */
export interface ReluApproximation {
  readonly target: (x: number) => number;
  readonly range: readonly [number, number];
  /** Networks of few to many units. */
  readonly fits: readonly ReluFit[];
}

/**
 * A function, the networks of ReLU units that were fitted to it, and what each unit adds. The slider
 * is the number of units. The dashed line is the best that the same networks reach without ReLU,
 * when they are one affine function: the least-squares line.
 *
 * @throws ShapeError if a network's matrices do not fit together.
 */
export function reluApproximation({ target, range, fits }: ReluApproximation): Figure {
  if (fits.length === 0)
    throw new ValueError({
      en: "reluApproximation: need at least one network, got none",
      ru: "reluApproximation: нужна хотя бы одна сеть, нет ни одной",
    });
  fits.forEach(needFit);
  const xs = linspace(...range, 201);
  const wanted = xs.map(target);
  const still = [
    curve(words.target, xs, wanted, { color: ink, dash: "dot", width: 2 }),
    curve(words.line, xs, leastSquaresLine(xs, wanted), {
      color: okabeIto.purple,
      dash: "dash",
      width: 1.5,
    }),
  ];
  const moving = sliding(
    { label: words.slider, values: fits, show: ({ W1 }) => String(W1.cols), pace: 500 },
    (fit) => [...still, ...pieces(fit, xs)],
    (fit) => words.title(show(meanSquaredError(fit, xs, wanted), 3)),
  );
  return new Figure({
    description: words.description(Math.max(...fits.map(({ W1 }) => W1.cols))),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis(words.x, { range: [...range] }),
      y: axis(words.y, { range: [Math.min(...wanted) - 0.7, Math.max(...wanted) + 0.7] }),
      ...moving.layout,
    }),
  });
}

function needFit({ W1, b1, W2, b2 }: ReluFit): void {
  requireMatrices("reluApproximation", { W1, b1, W2, b2 });
  const h = W1.cols;
  const shapes = [W1, b1, W2, b2].map(shapeOf);
  if (shapes.join() !== [`1×${h}`, `1×${h}`, `${h}×1`, "1×1"].join())
    throw new ShapeError({
      en: `reluApproximation: need W1 1×h, b1 1×h, W2 h×1 and b2 1×1, got ${shapes.join(", ")}`,
      ru: `reluApproximation: нужны W1 1×h, b1 1×h, W2 h×1 и b2 1×1, получены ${shapes.join(", ")}`,
    });
}

/** What unit j adds to the output at x. */
const unit = ({ W1, b1, W2 }: ReluFit, j: number, x: number): number =>
  W2.data[j] * relu.f(W1.data[j] * x + b1.data[j]);

const output = (fit: ReluFit, x: number): number =>
  Array.from(fit.W1.data).reduce((sum, _, j) => sum + unit(fit, j, x), fit.b2.data[0]);

/** The network's curve, its bends, and what each of its units adds. */
function pieces(fit: ReluFit, xs: readonly number[]): Data[] {
  const units = Array.from(fit.W1.data, (_, j) => j);
  const bends = units
    .map((j) => -fit.b1.data[j] / fit.W1.data[j])
    .filter((x) => x > xs[0] && x < xs[xs.length - 1]);
  const thin = xs.filter((_, i) => i % 4 === 0);
  return [
    {
      ...curve(
        words.units,
        units.flatMap(() => [...thin, null]),
        units.flatMap((j) => [...thin.map((x) => unit(fit, j, x)), null]),
        { color: okabeIto.green, dash: "dashdot", width: 1 },
      ),
      hoverinfo: "skip",
      hovertemplate: undefined,
      opacity: 0.7,
    },
    curve(
      words.network,
      xs,
      xs.map((x) => output(fit, x)),
      { color: okabeIto.blue, width: 3 },
    ),
    {
      type: "scatter",
      mode: "markers",
      name: words.bends,
      x: bends,
      y: bends.map((x) => output(fit, x)),
      marker: { color: okabeIto.vermillion, symbol: "diamond", size: 8 },
      hovertemplate: hover("x = %{x:.2f}"),
    },
  ];
}

function curve(
  name: string,
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  line: { color: string; dash?: Dash; width: number },
) {
  return {
    type: "scatter" as const,
    mode: "lines" as const,
    name,
    x: [...x],
    y: [...y],
    line: { ...line, simplify: false },
    hovertemplate: hover(name, "x = %{x:.2f}: %{y:.3f}"),
  };
}

const meanSquaredError = (fit: ReluFit, xs: readonly number[], wanted: readonly number[]): number =>
  xs.reduce((sum, x, i) => sum + (output(fit, x) - wanted[i]) ** 2, 0) / xs.length;

/** The straight line with the least mean squared error, at each x. */
function leastSquaresLine(xs: readonly number[], ys: readonly number[]): number[] {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, i) => (x - mx) * (ys[i] - my)));
  const slope = covariance / mean(xs.map((x) => (x - mx) ** 2));
  return xs.map((x) => my + slope * (x - mx));
}
