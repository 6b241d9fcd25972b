import type { Data } from "plotly.js";
import { sigmoid } from "../activations";
import { ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { wording } from "../words";
import { classPoints, labelsIn, rings } from "./classes";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { fixed } from "./numbers";
import { ink } from "./palette";
import { type Box, boxAround, type Line, needPlane, score, segment } from "./plane";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (negative: string, positive: string) =>
      `A line between ${negative} and ${positive} that moves to its place while logistic regression learns.`,
    slider: "training step",
    title: (step: number, loss: string, right: number, n: number) =>
      `step ${step}: loss ${loss}, ${right} of ${n} right`,
    probability: (name: string) => `p(${name})`,
    boundary: "p = 0.5",
    sure: "p = 0.1 and 0.9",
  },
  ru: {
    description: (negative, positive) =>
      `Прямая между ${negative} и ${positive}, которая встаёт на место, пока логистическая регрессия учится.`,
    slider: "шаг обучения",
    title: (step, loss, right, n) => `шаг ${step}: потери ${loss}, верно ${right} из ${n}`,
    probability: (name) => `p(${name})`,
    boundary: "p = 0.5",
    sure: "p = 0.1 и 0.9",
  },
});

/** The model after so many steps, p = σ(w₀x₀ + w₁x₁ + b), and its loss. */
export interface TrainingStep extends Line {
  readonly step: number;
  readonly loss: number;
}

/** What {@link boundaryTraining} draws. */
export interface BoundaryTraining {
  /** n × 2, the features on the axes. */
  readonly X: Matrix;
  /** A label for each row. Two occur; p is the probability of the larger. */
  readonly y: ArrayLike<number>;
  readonly steps: readonly TrainingStep[];
  /** The name of class k at index k. */
  readonly names: readonly string[];
  /** The quantities on the axes. */
  readonly axes: readonly [string, string];
}

/**
 * Two classes and the line between them while it learns: solid where p = 0.5, dotted where the model
 * is nine parts in ten sure. The slider is the training step; hover a sample for its p.
 *
 * @throws ValueError if there are not two features, two classes, a label for each row, or a step.
 */
export function boundaryTraining({ X, y, steps, names, axes }: BoundaryTraining): Figure {
  needPlane("boundaryTraining", X, y);
  const [negative, positive] = needTwoClasses(y);
  if (steps.length === 0)
    throw new ValueError({
      en: "boundaryTraining: need at least one step, got none",
      ru: "boundaryTraining: нужен хотя бы один шаг, нет ни одного",
    });
  const box = boxAround(X);
  const points = classPoints(X, y, names);
  const pOf = (line: Line, i: number) => sigmoid.f(score(line, X.data[2 * i], X.data[2 * i + 1]));
  const all = Array.from({ length: X.rows }, (_, i) => i);
  const wrong = (at: TrainingStep) => all.filter((i) => pOf(at, i) > 0.5 !== (y[i] === positive));

  const {
    data,
    frames,
    layout: moving,
  } = sliding(
    { label: words.slider, values: steps, show: ({ step }) => String(step) },
    (at) => [
      ...points.map(({ trace, rows }) => ({
        ...trace,
        customdata: rows.map((i) => pOf(at, i)),
        hovertemplate: hover(
          `<b>${trace.name}</b>`,
          `${axes[0]}: %{x:.2f}`,
          `${axes[1]}: %{y:.2f}`,
          `${words.probability(names[positive])} = %{customdata:.3f}`,
        ),
      })),
      rings(X, wrong(at)),
      ...lines(at, box),
    ],
    (at) => words.title(at.step, fixed(at.loss, 4), X.rows - wrong(at).length, X.rows),
  );
  return new Figure({
    description: words.description(names[negative], names[positive]),
    data,
    frames,
    layout: layout({
      x: axis(axes[0], { range: [...box.x] }),
      y: axis(axes[1], { range: [...box.y] }),
      ...moving,
      legendRows: 2,
    }),
  });
}

function needTwoClasses(y: ArrayLike<number>): number[] {
  const labels = labelsIn(y);
  if (labels.length !== 2)
    throw new ValueError({
      en: `boundaryTraining: need two classes, got the labels ${labels.join(", ")}. Keep the rows of two of them`,
      ru: `boundaryTraining: нужны два класса, получены метки ${labels.join(", ")}. Оставьте строки двух из них`,
    });
  return labels;
}

/** Where p is 0.5, and where it is 0.1 and 0.9: logit(0.9) = ln 9. */
function lines(at: TrainingStep, box: Box): Data[] {
  const [unsure, sure] = [segment(at, box, -Math.log(9)), segment(at, box, Math.log(9))];
  const half = segment(at, box);
  // The gap at the end keeps a line without points in the legend, which then stays as it is.
  const one = (k: "x" | "y") => [...half[k], null];
  const both = (k: "x" | "y") => [...unsure[k], null, ...sure[k]];
  return [
    {
      type: "scatter",
      mode: "lines",
      name: words.boundary,
      x: one("x"),
      y: one("y"),
      line: { color: ink, dash: "solid", width: 3 },
      hovertemplate: hover(words.boundary),
    },
    {
      type: "scatter",
      mode: "lines",
      name: words.sure,
      x: both("x"),
      y: both("y"),
      line: { color: ink, dash: "dot", width: 1.5 },
      hovertemplate: hover(words.sure),
    },
  ];
}
