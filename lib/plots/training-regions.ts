import type { Data } from "plotly.js";
import { ShapeError, ValueError } from "../errors";
import { fromRows, type Matrix } from "../matrix";
import { wording } from "../words";
import { classPoints, labelsIn } from "./classes";
import { Figure } from "./figure";
import { choosing, sliding } from "./interactive";
import { linspace } from "./numbers";
import { ink } from "./palette";
import { type Box, boxAround, needPlane } from "./plane";
import { shades } from "./regions";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (names: string) =>
      `Which class a network gives to each place in the plane while it learns, one case at a time: ${names}. The slider is the training step.`,
    title: "Which class wins where",
    slider: "training step",
    class: (label: number | string) => `class ${label}`,
    score: (right: number, of: number) => `${right} of ${of} right`,
  },
  ru: {
    description: (names) =>
      `Какой класс сеть даёт каждому месту плоскости, пока учится, с одной активацией за раз: ${names}. Ползунок — шаг обучения.`,
    title: "Где какой класс побеждает",
    slider: "шаг обучения",
    class: (label) => `класс ${label}`,
    score: (right, of) => `верно ${right} из ${of}`,
  },
});

/** A grid over the window of the points `X`, n × 2: fine enough for the eye, small when stored. */
export class PlaneGrid {
  readonly box: Box;
  /** side² × 2, what a model is asked for: rows of places from below, each from the left. */
  readonly points: Matrix;

  /** @param side places in a row, and rows. */
  constructor(
    X: Matrix,
    readonly side = 61,
  ) {
    needPlane("PlaneGrid", X, { length: X.rows });
    this.box = boxAround(X);
    const { xs, ys } = this;
    this.points = fromRows(ys.flatMap((y) => xs.map((x) => [x, y])));
  }

  get xs(): number[] {
    return linspace(...this.box.x, this.side);
  }

  get ys(): number[] {
    return linspace(...this.box.y, this.side);
  }
}

/** What {@link trainingRegions} draws. */
export interface TrainingRegions {
  /** n × 2. */
  readonly X: Matrix;
  /** The class of each row, counted from 0. */
  readonly y: ArrayLike<number>;
  readonly grid: PlaneGrid;
  /** The training steps that are shown. */
  readonly steps: readonly number[];
  /** One for each entry of the menu. */
  readonly runs: readonly TrainingRun[];
}

export interface TrainingRun {
  readonly name: string;
  /** At each step: the class of each place of the grid, and how many samples are right. */
  readonly stages: readonly { readonly labels: ArrayLike<number>; readonly right: number }[];
}

/**
 * The plane shaded by the class that wins, and the samples. A menu chooses the run, the slider
 * moves all runs through their training.
 *
 * @throws ValueError if there is no run, or if a run has not one stage for each step.
 * @throws ShapeError if a stage has not one label for each place of the grid.
 */
export function trainingRegions({ X, y, grid, steps, runs }: TrainingRegions): Figure {
  needPlane("trainingRegions", X, y);
  requireStages(grid, steps, runs);
  const names = labelsIn(y).map(words.class);
  const { xs, ys } = grid;

  const drawRun = ({ stages }: TrainingRun, s: number): Data[] => [
    {
      type: "heatmap",
      x: xs,
      y: ys,
      z: ys.map((_, row) =>
        Array.from(stages[s].labels).slice(row * grid.side, (row + 1) * grid.side),
      ),
      ...shades(names.length),
      hovertemplate: hover(words.class("%{z}")),
    },
    {
      type: "scatter",
      mode: "text",
      showlegend: false,
      x: [xs[1]],
      y: [ys.at(-2)!],
      text: [words.score(stages[s].right, y.length)],
      textposition: "bottom right",
      textfont: { size: 14, color: ink },
      hoverinfo: "skip",
    },
  ];
  const choice = { options: runs, show: ({ name }: TrainingRun) => name, as: "dropdown" as const };
  const { menu, data: first } = choosing(choice, (run) => drawRun(run, steps.length - 1));
  const moving = sliding(
    { label: words.slider, values: steps, start: steps.length - 1, pace: 400 },
    (_, s) => runs.flatMap((run) => drawRun(run, s)),
  );
  const samples = classPoints(X, y, names, 6).map(({ trace }) => ({
    ...trace,
    hovertemplate: hover(`<b>${trace.name}</b>`, "x₁ = %{x:.2f}, x₂ = %{y:.2f}"),
  }));
  const base = layout({
    x: axis("x₁", { range: [...grid.box.x], constrain: "domain" }),
    y: axis("x₂", { range: [...grid.box.y], scaleanchor: "x" }),
    ...moving.layout,
    updatemenus: [...moving.layout.updatemenus, menu],
    title: words.title,
  });
  return new Figure({
    description: words.description(runs.map(({ name }) => name).join(", ")),
    data: [...first, ...samples],
    frames: moving.frames,
    layout: { ...base, height: (base.height ?? 0) + 120 },
  });
}

function requireStages(
  { points }: PlaneGrid,
  steps: readonly number[],
  runs: readonly TrainingRun[],
): void {
  if (runs.length === 0)
    throw new ValueError({
      en: "trainingRegions: need at least one run, got none.",
      ru: "trainingRegions: нужен хотя бы один запуск, нет ни одного.",
    });
  for (const { name, stages } of runs) {
    if (stages.length !== steps.length)
      throw new ValueError({
        en: `trainingRegions: need a stage for each of the ${steps.length} steps; ${name} has ${stages.length}.`,
        ru: `trainingRegions: на каждый шаг нужен снимок, шагов ${steps.length}; у ${name} их ${stages.length}.`,
      });
    for (const { labels } of stages)
      if (labels.length !== points.rows)
        throw new ShapeError({
          en: `trainingRegions: need a label for each of the ${points.rows} places of the grid; ${name} has ${labels.length}.`,
          ru: `trainingRegions: на каждое место сетки нужна метка, мест ${points.rows}; у ${name} их ${labels.length}.`,
        });
  }
}
