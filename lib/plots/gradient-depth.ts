import { ValueError } from "../errors";
import { wording } from "../words";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { show } from "./numbers";
import { seriesSign } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (names: string) =>
      `The size of the gradient on its way back through a deep network, on a logarithmic scale: ${names}. The slider is the size of the first weights.`,
    title: "The gradient on its way back",
    slider: "variance of the weights × width",
    x: "layer (the loss is at the left)",
    y: "‖∂L/∂Z‖ relative to the last layer",
    layer: "layer",
    share: "arrives:",
  },
  ru: {
    description: (names) =>
      `Величина градиента на обратном пути через глубокую сеть, шкала логарифмическая: ${names}. Ползунок — разброс начальных весов.`,
    title: "Градиент на обратном пути",
    slider: "дисперсия весов × ширина слоя",
    x: "слой (функция потерь слева)",
    y: "‖∂L/∂Z‖, последний слой: 1",
    layer: "слой",
    share: "доходит:",
  },
});

/** What {@link gradientDepth} draws. */
export interface GradientDepth {
  /** The variances of the first weights, times the number of a unit's inputs. */
  readonly gains: readonly number[];
  /** For each activation and each gain: the gradient's size at layer 1, 2, …, the last. */
  readonly curves: readonly {
    readonly name: string;
    readonly norms: readonly (readonly number[])[];
  }[];
  /** The gain that is seen first. */
  readonly start?: number;
}

/**
 * How much of the gradient arrives at each layer, for several activations. The slider scales the
 * first weights. A gradient that is exactly 0 leaves a gap, as a logarithm has no place for it.
 *
 * @throws ValueError if a curve has not one list of norms for each gain.
 */
export function gradientDepth({ gains, curves, start = gains[0] }: GradientDepth): Figure {
  for (const { name, norms } of curves)
    if (norms.length !== gains.length)
      throw new ValueError({
        en: `gradientDepth: need norms for each of the ${gains.length} gains; ${name} has ${norms.length}.`,
        ru: `gradientDepth: нормы нужны для каждого из разбросов, их ${gains.length}; у ${name} их ${norms.length}.`,
      });
  const values = curves.flatMap(({ norms }) => norms.flat()).filter((norm) => norm > 0);
  const layers = curves[0].norms[0].length;
  const moving = sliding(
    {
      label: words.slider,
      values: gains,
      show: (gain) => show(gain),
      start: gains.indexOf(start),
      pace: 500,
    },
    (_, g) =>
      curves.map(({ name, norms }, i) => {
        const { colour, dash, symbol } = seriesSign(i);
        return {
          type: "scatter",
          mode: "lines+markers",
          name,
          x: norms[g].map((_, layer) => layer + 1),
          y: norms[g].map((norm) => (norm > 0 ? norm : null)),
          hovertemplate: hover(name, `${words.layer} %{x}`, `${words.share} %{y:.3g}`),
          line: { color: colour, dash, width: 2.5 },
          marker: { color: colour, symbol, size: 7 },
        };
      }),
  );
  return new Figure({
    description: words.description(curves.map(({ name }) => name).join(", ")),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis(words.x, { range: [layers + 0.6, 0.4], dtick: layers > 12 ? 5 : 1, tick0: 0 }),
      y: axis(words.y, {
        type: "log",
        exponentformat: "power",
        dtick: 3,
        range: [Math.log10(Math.min(...values)) - 0.6, Math.log10(Math.max(...values)) + 0.6],
      }),
      ...moving.layout,
      title: words.title,
    }),
  });
}
