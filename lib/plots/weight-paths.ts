import type { Data } from "plotly.js";
import { ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { requireMatrices } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { show, span } from "./numbers";
import { ink, seriesSign } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (names: string) =>
      `The ways of two weights from the same start to the same goal: ${names}.`,
    title: (step: number) => `After ${step} steps`,
    slider: "step",
    goal: "goal",
    distance: "to the goal:",
  },
  ru: {
    description: (names) => `Пути двух весов от одного начала к одной цели: ${names}.`,
    title: (step) => `Сделано шагов: ${step}`,
    slider: "шаг",
    goal: "цель",
    distance: "до цели:",
  },
});

/** What {@link weightPaths} draws. */
export interface WeightPaths {
  /** Where the weights should arrive: (w₁, w₂). */
  readonly goal: readonly [number, number];
  /** The weights before the first step and after every one, 1×2 each. */
  readonly paths: readonly { readonly name: string; readonly path: readonly Matrix[] }[];
}

/**
 * Two weights on their way, drawn for several trainings together. The slider is the step.
 *
 * @throws ValueError if there is no path, or if they are not of one length.
 */
export function weightPaths({ goal, paths }: WeightPaths): Figure {
  const lengths = new Set(paths.map(({ path }) => path.length));
  if (lengths.size !== 1)
    throw new ValueError({
      en: `weightPaths: need paths of one length, as one slider moves them all; they have ${[...lengths].join(", ") || "no"} points.`,
      ru: `weightPaths: пути должны быть одной длины, их двигает один ползунок; точек в них ${[...lengths].join(", ") || "нет"}.`,
    });
  for (const { path } of paths) for (const w of path) requireMatrices("weightPaths", { w });
  const all = paths.flatMap(({ path }) => path);
  const ranges = [0, 1].map((k) => [...span([goal[k], ...all.map(({ data }) => data[k])], 0.12)]);
  const steps = paths[0].path.map((_, step) => step);
  const moving = sliding(
    { label: words.slider, values: steps, start: steps.length - 1, pace: 80 },
    (step) => [
      aim(goal),
      ...paths.map(({ name, path }, i) => way(name, path.slice(0, step + 1), goal, i)),
    ],
    (step) => words.title(step),
  );
  return new Figure({
    description: words.description(paths.map(({ name }) => name).join(", ")),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis("w₁", { range: ranges[0] as [number, number] }),
      y: axis("w₂", { range: ranges[1] as [number, number] }),
      ...moving.layout,
    }),
  });
}

const aim = ([x, y]: WeightPaths["goal"]): Data => ({
  type: "scatter",
  mode: "markers",
  name: words.goal,
  x: [x],
  y: [y],
  hovertemplate: hover(words.goal, "w = (%{x}, %{y})"),
  marker: { color: ink, symbol: "x", size: 13 },
});

function way(name: string, path: readonly Matrix[], goal: WeightPaths["goal"], i: number): Data {
  const { colour, dash, symbol } = seriesSign(i);
  const left = path.map(({ data }) => show(Math.hypot(data[0] - goal[0], data[1] - goal[1]), 3));
  return {
    type: "scatter",
    mode: "lines+markers",
    name,
    x: path.map(({ data }) => data[0]),
    y: path.map(({ data }) => data[1]),
    customdata: left.map((distance, step) => [step, distance]) as never,
    hovertemplate: hover(
      name,
      `${words.slider} %{customdata[0]}: w = (%{x:.3f}, %{y:.3f})`,
      `${words.distance} %{customdata[1]}`,
    ),
    line: { color: colour, dash, width: 2 },
    marker: { color: colour, symbol, size: 6 },
  };
}
