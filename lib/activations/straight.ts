import { activation, raw } from "./activation";

/** No activation at all. */
export const identity = activation({
  name: "Identity",
  f: (x) => x,
  df: () => 1,
  latex: { f: "x", df: "1" },
  kinks: [],
  source: "the absence of an activation",
  range: { text: "ℝ", low: -Infinity, high: Infinity },
  zeroCentred: "yes",
  saturates: "no",
  drawback: {
    en: "Layers collapse into one: the network stays a linear model.",
    ru: "Слои схлопываются в один: сеть остаётся линейной моделью.",
  },
});

/** McCulloch & Pitts (1943): a unit fires or it does not. Convention: f(0) = 1, f′(0) = 0. */
export const binary = activation({
  name: "Binary",
  f: (x) => (x >= 0 ? 1 : 0),
  df: () => 0,
  latex: { f: raw`\mathbf{1}[x \ge 0]`, df: "0" },
  kinks: [0],
  source: "McCulloch, Pitts 1943",
  range: { text: "{0, 1}", low: 0, high: 1 },
  zeroCentred: "no",
  saturates: "everywhere",
  drawback: {
    en: "The slope is 0 everywhere: no gradient reaches the layers before it.",
    ru: "Наклон всюду равен 0: до предыдущих слоёв градиент не доходит.",
  },
});
