import type { Data } from "plotly.js";
import { ValueError } from "../errors";
import { wording } from "../words";
import { Figure } from "./figure";
import { show } from "./numbers";
import { ink, okabeIto } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description:
      "How far the gradient of a mini-batch is from that of all samples, for larger and larger batches, on logarithmic scales: the points follow the line σ/√B.",
    title: "Four times the batch, half the error",
    x: "batch size B",
    y: "error of the gradient",
    measured: "measured",
    theory: (sigma: string) => `theory: ${sigma}/√B`,
  },
  ru: {
    description:
      "Насколько градиент мини-пакета отличается от градиента по всем примерам, когда пакет становится больше; шкалы логарифмические. Точки ложатся на прямую σ/√B.",
    title: "Пакет вчетверо больше — ошибка вдвое меньше",
    x: "размер пакета B",
    y: "ошибка градиента",
    measured: "измерено",
    theory: (sigma) => `теория: ${sigma}/√B`,
  },
});

/** What {@link gradientNoise} draws. */
export interface GradientNoise {
  readonly sizes: readonly number[];
  /** The typical distance from the full gradient, for each size. */
  readonly errors: readonly number[];
  /** The standard deviation of the gradient of one sample. */
  readonly sigma: number;
}

/** The powers of 2 from below the smallest of `values` to above the largest. */
function powersOfTwo(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log2);
  const first = Math.floor(low);
  return Array.from({ length: Math.ceil(high) - first + 1 }, (_, i) => 2 ** (first + i));
}

/** The error of a mini-batch's gradient against its size, measured, and as σ/√B has it. */
export function gradientNoise({ sizes, errors, sigma }: GradientNoise): Figure {
  if (sizes.length !== errors.length)
    throw new ValueError({
      en: `gradientNoise: need one error for each batch size, got ${sizes.length} sizes and ${errors.length} errors`,
      ru: `gradientNoise: нужна одна ошибка на каждый размер пакета, размеров ${sizes.length}, ошибок ${errors.length}`,
    });
  const expected = sizes.map((B) => sigma / Math.sqrt(B));
  const theory: Data = {
    type: "scatter",
    mode: "lines",
    name: words.theory(show(sigma, 3)),
    x: [...sizes],
    y: expected,
    hoverinfo: "skip",
    line: { color: ink, dash: "dot", width: 2 },
  };
  const measured: Data = {
    type: "scatter",
    mode: "markers",
    name: words.measured,
    x: [...sizes],
    y: [...errors],
    customdata: expected,
    hovertemplate: hover("B = %{x}", `${words.measured}: %{y:.3g}`, "σ/√B = %{customdata:.3g}"),
    marker: { color: okabeIto.blue, symbol: "circle", size: 11 },
  };
  return new Figure({
    description: words.description,
    data: [theory, measured],
    layout: layout({
      title: words.title,
      x: axis(words.x, { type: "log", tickvals: [...sizes] }),
      y: axis(words.y, { type: "log", tickvals: powersOfTwo(errors) }),
    }),
  });
}
