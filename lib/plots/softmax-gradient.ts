import type { Data } from "plotly.js";
import { ShapeError, ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { requireMatrices, shapeOf } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { fixed } from "./numbers";
import { control, okabeIto } from "./palette";
import { axis, hover, inPanel, layout, panelTitle, sideBySide } from "./theme";

const words = wording({
  en: {
    description: (n: number) =>
      `For ${n} samples and each class: the probability p, the truth y, and the gradient (p − y)/n between them, while the model learns.`,
    slider: "training step",
    title: (step: number, loss: string) => `step ${step}: loss ${loss}`,
    class: "class",
    sample: "sample",
    panels: ["p", "y", "(p − y)/n"],
    titles: ["p: what the model says", "y: what is true", "(p − y)/n: the gradient"],
  },
  ru: {
    description: (n) =>
      `Для каждого класса и каждого из примеров (их ${n}): вероятность p, истина y и градиент (p − y)/n между ними, пока модель учится.`,
    slider: "шаг обучения",
    title: (step, loss) => `шаг ${step}: потери ${loss}`,
    class: "класс",
    sample: "пример",
    panels: ["p", "y", "(p − y)/n"],
    titles: ["p: что говорит модель", "y: что на самом деле", "(p − y)/n: градиент"],
  },
});

/** The model's answers after so many steps. */
export interface SoftmaxStep {
  readonly step: number;
  /** n × K, a row of probabilities for each sample. */
  readonly P: Matrix;
  readonly loss: number;
}

/**
 * Three maps of class × sample: what the model says, what is true, and the gradient of the loss for
 * the logits, which is the difference, shared among the samples. The slider is the training step.
 *
 * @param y the class of each sample, from 0.
 * @throws ShapeError if a P has not one row for each label, or another number of classes.
 */
export function softmaxGradient(y: ArrayLike<number>, steps: readonly SoftmaxStep[]): Figure {
  needSteps(y, steps);
  const n = y.length;
  const K = steps[0].P.cols;
  const rows = (cell: (i: number, k: number) => number) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: K }, (_, k) => cell(i, k)));
  const truth = rows((i, k) => Number(y[i] === k));
  const moving = sliding(
    { label: words.slider, values: steps, show: ({ step }) => String(step), pace: 200 },
    ({ P }) => [
      heatmap(
        0,
        rows((i, k) => P.data[i * K + k]),
        share,
      ),
      heatmap(1, truth, share),
      heatmap(
        2,
        rows((i, k) => (P.data[i * K + k] - truth[i][k]) / n),
        signed(n),
      ),
    ],
    ({ step, loss }) => words.title(step, fixed(loss, 4)),
  );
  const panel = {
    x: axis(words.class, {
      dtick: 1,
      showgrid: false,
      ticks: "" as const,
    }),
    y: axis(words.sample, {
      dtick: n <= 12 ? 1 : undefined,
      autorange: "reversed",
      showgrid: false,
      ticks: "",
    }),
  };
  return new Figure({
    description: words.description(n),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      ...sideBySide(words.panels.map(() => panel)),
      ...moving.layout,
      annotations: words.titles.map(panelTitle),
    }),
  });
}

function needSteps(y: ArrayLike<number>, steps: readonly SoftmaxStep[]): void {
  if (steps.length === 0)
    throw new ValueError({
      en: "softmaxGradient: need at least one step, got none",
      ru: "softmaxGradient: нужен хотя бы один шаг, нет ни одного",
    });
  const { cols } = steps[0].P;
  for (const { step, P } of steps) {
    requireMatrices("softmaxGradient", { P });
    if (P.rows !== y.length || P.cols !== cols)
      throw new ShapeError({
        en: `softmaxGradient: need a row of ${cols} probabilities for each of the ${y.length} labels; P of step ${step} is ${shapeOf(P)}`,
        ru: `softmaxGradient: для каждой метки (их ${y.length}) нужна строка вероятностей (их ${cols}); P на шаге ${step} — ${shapeOf(P)}`,
      });
  }
}

type Scale = Pick<Data & { type: "heatmap" }, "colorscale" | "zmin" | "zmax">;

/** 0 is the ground, 1 is full. */
const share: Scale = {
  colorscale: [
    [0, control.ground],
    [1, okabeIto.blue],
  ],
  zmin: 0,
  zmax: 1,
};

/** Negative, zero, positive; no entry of (p − y)/n is beyond 1/n. */
const signed = (n: number): Scale => ({
  colorscale: [
    [0, okabeIto.vermillion],
    [0.5, control.ground],
    [1, okabeIto.blue],
  ],
  zmin: -1 / n,
  zmax: 1 / n,
});

/** Cells with their numbers in them, as long as there is room for them. */
function heatmap(panel: number, z: number[][], scale: Scale): Data {
  const written = z.map((row) => row.map((value) => fixed(value, panel === 1 ? 0 : 2)));
  return {
    type: "heatmap",
    ...inPanel(panel),
    z,
    ...scale,
    text: written as never,
    texttemplate: z.length <= 12 ? "%{text}" : "",
    xgap: 2,
    ygap: 2,
    showscale: false,
    hovertemplate: hover(
      `${words.sample} %{y}, ${words.class} %{x}`,
      `${words.panels[panel]} = %{z:.4f}`,
    ),
  };
}
