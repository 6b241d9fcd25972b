import type { Data } from "plotly.js";
import { ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { requireMatrices } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { choosing, sliding } from "./interactive";
import { linspace, show } from "./numbers";
import { ink, okabeIto } from "./palette";
import type { Box } from "./plane";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (rates: string) =>
      `Gradient descent seen from above: lines of equal loss, and the way of the weights with learning rate ${rates}.`,
    title: "The way down",
    slider: "step",
    rate: (lr: number) => `learning rate ${show(lr)}`,
    loss: "loss",
    way: "the way so far",
    here: (step: number, loss: string) => `step ${step}: loss ${loss}`,
  },
  ru: {
    description: (rates) =>
      `Градиентный спуск, вид сверху: линии равных потерь и путь весов при скорости обучения ${rates}.`,
    title: "Дорога вниз",
    slider: "шаг",
    rate: (lr) => `скорость обучения ${show(lr)}`,
    loss: "потери",
    way: "пройденный путь",
    here: (step, loss) => `шаг ${step}: потери ${loss}`,
  },
});

/** What {@link descentPaths} draws. */
export interface DescentPaths {
  /** The loss of two weights. */
  readonly loss: (w1: number, w2: number) => number;
  /** For each learning rate the weights before the first step and after every one, 1 × 2 each. */
  readonly paths: readonly { readonly lr: number; readonly path: readonly Matrix[] }[];
  /** The window; what leaves it is out of sight. */
  readonly box?: Box;
}

/**
 * The ways that gradient descent takes over the same hills, one learning rate at a time. The slider
 * is the step; hover the hills or the way for the weights and the loss.
 *
 * @throws ValueError if there is no path, or if they are not of one length.
 */
export function descentPaths({ loss, paths, box = square }: DescentPaths): Figure {
  needPaths(paths);
  const hills = contour(loss, box);
  const at = (step: number) =>
    choosing(
      { options: paths, show: ({ lr }) => words.rate(lr), as: "dropdown" },
      ({ path }) => way(path.slice(0, step + 1), loss),
      1,
    );
  const steps = paths[0].path.map((_, step) => step);
  const moving = sliding({ label: words.slider, values: steps }, (step) => [
    hills,
    ...at(step).data,
  ]);
  return new Figure({
    description: words.description(paths.map(({ lr }) => show(lr)).join(", ")),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis("w₁", { range: [...box.x], showgrid: false }),
      y: axis("w₂", { range: [...box.y], showgrid: false }),
      ...moving.layout,
      title: words.title,
      updatemenus: [...moving.layout.updatemenus, at(0).menu],
    }),
  });
}

const square: Box = { x: [-1.6, 1.6], y: [-1.6, 1.6] };

function needPaths(paths: DescentPaths["paths"]): void {
  if (paths.length === 0)
    throw new ValueError({
      en: "descentPaths: need at least one path, got none",
      ru: "descentPaths: нужен хотя бы один путь, нет ни одного",
    });
  const lengths = paths.map(({ path }) => path.length);
  if (new Set(lengths).size > 1)
    throw new ValueError({
      en: `descentPaths: need the same number of steps for every learning rate, as one slider moves them all; the paths have ${lengths.join(", ")} points`,
      ru: `descentPaths: для каждой скорости обучения нужно одинаковое число шагов, их двигает один ползунок; точек в путях ${lengths.join(", ")}`,
    });
  for (const { path } of paths) for (const w of path) requireMatrices("descentPaths", { w });
}

/** Lines of equal loss. They are drawn at equal distances of √loss, so a round bowl has even rings. */
function contour(loss: DescentPaths["loss"], box: Box): Data {
  const [x, y] = [linspace(...box.x, 61), linspace(...box.y, 61)];
  const values = y.map((w2) => x.map((w1) => loss(w1, w2)));
  const lowest = Math.min(...values.flat());
  return {
    type: "contour",
    x,
    y,
    z: values.map((row) => row.map((value) => Math.sqrt(value - lowest))),
    customdata: values as never,
    hovertemplate: hover("w₁ = %{x:.2f}, w₂ = %{y:.2f}", `${words.loss} = %{customdata:.3f}`),
    contours: { coloring: "lines" },
    ncontours: 16,
    colorscale: [
      [0, ink],
      [1, ink],
    ],
    line: { width: 1 },
    opacity: 0.8,
    showscale: false,
  };
}

/** Far outside the window a point would only break the drawing. */
const drawable = (value: number): number =>
  Math.abs(value) < 1e3 ? value : Math.sign(value) * 1e3;

function way(path: readonly Matrix[], loss: DescentPaths["loss"]): Data[] {
  const [x, y] = [0, 1].map((k) => path.map(({ data }) => drawable(data[k])));
  const losses = path.map(({ data }) => show(loss(data[0], data[1])));
  const last = path.length - 1;
  const hovertemplate = hover(
    `${words.slider} %{customdata[0]}`,
    "w = (%{x:.3f}, %{y:.3f})",
    `${words.loss} = %{customdata[1]}`,
  );
  return [
    {
      type: "scatter",
      mode: "lines+markers",
      name: words.way,
      x,
      y,
      customdata: losses.map((value, step) => [step, value]) as never,
      hovertemplate,
      line: { color: okabeIto.blue, width: 2 },
      marker: { color: okabeIto.blue, size: 6, symbol: "circle" },
    },
    {
      type: "scatter",
      mode: "markers",
      name: words.here(last, losses[last]),
      x: [x[last]],
      y: [y[last]],
      customdata: [[last, losses[last]]] as never,
      hovertemplate,
      marker: { color: okabeIto.vermillion, size: 14, symbol: "diamond" },
    },
  ];
}
