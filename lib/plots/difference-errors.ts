import { ValueError } from "../errors";
import { wording } from "../words";
import { Figure } from "./figure";
import { seriesSign } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (names: readonly string[]) =>
      `The relative error of numeric gradients against the step h, on logarithmic scales: ${names.join(" and ")}. Too long a step sees the curve, too short a step loses digits.`,
    title: "Which step is best?",
    x: "step h",
    y: "relative error",
  },
  ru: {
    description: (names) =>
      `Относительная погрешность численного градиента в зависимости от шага h, шкалы логарифмические: ${names.join(" и ")}. Слишком длинный шаг видит изгиб кривой, слишком короткий теряет цифры.`,
    title: "Какой шаг лучше?",
    x: "шаг h",
    y: "относительная погрешность",
  },
});

/** One way of taking differences. */
export interface DifferenceErrors {
  readonly name: string;
  /** The largest relative error for each step. */
  readonly errors: readonly number[];
}

/**
 * The error of numeric gradients against their step, on logarithmic scales.
 *
 * @throws ValueError if a curve doesn't have an error for each step.
 */
export function differenceErrors(
  steps: readonly number[],
  curves: readonly DifferenceErrors[],
): Figure {
  for (const { name, errors } of curves)
    if (errors.length !== steps.length)
      throw new ValueError({
        en: `differenceErrors: need one error for each step; got ${steps.length} steps and ${errors.length} errors for "${name}"`,
        ru: `differenceErrors: нужна одна погрешность на каждый шаг; шагов ${steps.length}, погрешностей ${errors.length} у "${name}"`,
      });
  return new Figure({
    description: words.description(curves.map(({ name }) => name)),
    data: curves.map(({ name, errors }, i) => {
      const { colour, dash, symbol } = seriesSign(i);
      return {
        type: "scatter",
        mode: "lines+markers",
        name,
        x: [...steps],
        y: [...errors],
        hovertemplate: hover(name, "h = %{x:.1e}", `${words.y} = %{y:.2g}`),
        line: { color: colour, dash, width: 2 },
        marker: { color: colour, symbol, size: 8 },
      };
    }),
    layout: layout({
      title: words.title,
      x: axis(words.x, { type: "log", exponentformat: "power", dtick: 2 }),
      y: axis(words.y, { type: "log", exponentformat: "power", dtick: 2 }),
    }),
  });
}
