import { wording } from "../words";
import { Figure } from "./figure";
import { seriesSign } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (names: string) => `The loss, on a logarithmic scale, after each step: ${names}.`,
    title: "Loss while learning (click a name to hide it)",
    x: "step",
    y: "loss",
  },
  ru: {
    description: (names) => `Потери после каждого шага, шкала логарифмическая: ${names}.`,
    title: "Потери во время обучения (щелчок по названию прячет кривую)",
    x: "шаг",
    y: "потери",
  },
});

/** The loss after each step of one training. */
export interface LearningCurve {
  readonly name: string;
  readonly losses: ArrayLike<number>;
}

/** Losses of several trainings over their steps; a click on a name hides its curve. */
export const learningCurves = (curves: readonly LearningCurve[]): Figure =>
  new Figure({
    description: words.description(curves.map(({ name }) => name).join(", ")),
    data: curves.map(({ name, losses }, i) => {
      const { colour, dash } = seriesSign(i);
      return {
        type: "scatter",
        mode: "lines",
        name,
        x: Array.from(losses, (_, step) => step),
        y: Array.from(losses),
        hovertemplate: hover(name, `${words.x} %{x}: ${words.y} = %{y:.4g}`),
        line: { color: colour, dash, width: 2.5 },
      };
    }),
    layout: layout({
      title: words.title,
      legendRows: Math.ceil(curves.length / 3),
      x: axis(words.x),
      y: axis(words.y, { type: "log", exponentformat: "power" }),
    }),
  });
