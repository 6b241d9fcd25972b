import type { Data } from "plotly.js";
import { ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { requireMatrices } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { show } from "./numbers";
import { control, okabeIto } from "./palette";
import { columnOf } from "./plane";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (units: number, samples: number) =>
      `What each of ${units} units answers to each of ${samples} samples after training; a dead unit has an empty line. The slider is the learning rate.`,
    title: (dead: number, units: number) => `dead units: ${dead} of ${units}`,
    slider: "learning rate",
    unit: "unit",
    sample: "sample",
    share: "of the unit's largest answer",
    dead: "dead",
  },
  ru: {
    description: (units, samples) =>
      `Что отвечает каждый из нейронов (их ${units}) на каждый из примеров (их ${samples}) после обучения; строка «мёртвого» нейрона пуста. Ползунок — скорость обучения.`,
    title: (dead, units) => `«мёртвые» нейроны: ${dead} из ${units}`,
    slider: "скорость обучения",
    unit: "нейрон",
    sample: "пример",
    share: "наибольшего ответа нейрона",
    dead: "«мёртвый»",
  },
});

/** A hidden layer after training. */
export interface DeadUnitsRun {
  readonly lr: number;
  /** What the layer gives after ReLU, samples × units. */
  readonly H: Matrix;
}

/**
 * A map of unit × sample, as dark as the unit's answer compared with its own largest. Units without
 * any answer are marked as dead, in a column of crosses at the right.
 *
 * @throws ValueError if there is no run, or if the layers differ in shape.
 */
export function deadUnits(runs: readonly DeadUnitsRun[]): Figure {
  if (runs.length === 0)
    throw new ValueError({
      en: "deadUnits: need at least one run, got none.",
      ru: "deadUnits: нужен хотя бы один запуск, нет ни одного.",
    });
  const { rows: samples, cols: units } = runs[0].H;
  for (const { lr, H } of runs) {
    requireMatrices("deadUnits", { H });
    if (H.rows !== samples || H.cols !== units)
      throw new ValueError({
        en: `deadUnits: need layers of one shape, ${samples}×${units}; H at learning rate ${lr} is ${H.rows}×${H.cols}.`,
        ru: `deadUnits: слои должны быть одного размера, ${samples}×${units}; H при скорости обучения ${lr} — ${H.rows}×${H.cols}.`,
      });
  }
  const dead = ({ H }: DeadUnitsRun) =>
    Array.from({ length: units }, (_, j) => j).filter((j) => columnOf(H, j).every((h) => h <= 0));
  const moving = sliding(
    { label: words.slider, values: runs, show: ({ lr }) => show(lr), pace: 700 },
    (run) => [answers(run, units), crosses(dead(run), samples)],
    (run) => words.title(dead(run).length, units),
  );
  return new Figure({
    description: words.description(units, samples),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis(words.sample, { range: [-0.5, samples * 1.06], showgrid: false }),
      y: axis(words.unit, { range: [-0.7, units - 0.3], showgrid: false }),
      ...moving.layout,
    }),
  });
}

function answers({ H }: DeadUnitsRun, units: number): Data {
  const z = Array.from({ length: units }, (_, j) => {
    const column = columnOf(H, j);
    const largest = Math.max(...column);
    return column.map((h) => (largest > 0 ? Math.round((100 * h) / largest) : 0));
  });
  return {
    type: "heatmap",
    z,
    zmin: 0,
    zmax: 100,
    colorscale: [
      [0, control.ground],
      [1, okabeIto.blue],
    ],
    ygap: 1,
    showscale: false,
    hovertemplate: hover(`${words.unit} %{y}, ${words.sample} %{x}`, `%{z} % ${words.share}`),
  };
}

const crosses = (units: readonly number[], samples: number): Data => ({
  type: "scatter",
  mode: "markers",
  name: words.dead,
  x: units.map(() => samples * 1.03),
  y: [...units],
  showlegend: true,
  hovertemplate: hover(`${words.unit} %{y}: ${words.dead}`),
  marker: { color: okabeIto.vermillion, symbol: "x", size: 8 },
});
