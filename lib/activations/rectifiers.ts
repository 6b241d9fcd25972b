import { activation, family, raw } from "./activation";

/** Nair & Hinton (2010). Convention: f′(0) = 0. */
export const relu = activation({
  name: "ReLU",
  f: (x) => Math.max(0, x),
  df: (x) => Number(x > 0),
  simd: "relu",
  latex: { f: raw`\max(0, x)`, df: raw`\mathbf{1}[x > 0]` },
  kinks: [0],
  source: "Nair, Hinton 2010",
  range: { text: "[0, ∞)", low: 0, high: Infinity },
  zeroCentred: "no",
  saturates: "left",
  drawback: {
    en: "Units can die: half of the inputs pass no gradient.",
    ru: "Нейроны могут «умереть»: половина входов не пропускает градиент.",
  },
});

/** What all rectifiers with a straight left side share: x on the right, ax on the left. */
const sloped = (a: number, letter: string) => ({
  f: (x: number) => (x > 0 ? x : a * x),
  df: (x: number) => (x > 0 ? 1 : a),
  latex: {
    f: raw`\begin{cases} x & x > 0 \\ ${letter}x & x \le 0 \end{cases}`,
    df: raw`\begin{cases} 1 & x > 0 \\ ${letter} & x \le 0 \end{cases}`,
  },
  kinks: a === 1 ? [] : [0],
  range:
    a > 0
      ? { text: "ℝ", low: -Infinity, high: Infinity }
      : { text: "[0, ∞)", low: 0, high: Infinity },
  zeroCentred: "no" as const,
  saturates: a === 0 ? ("left" as const) : ("no" as const),
});

/** Maas, Hannun & Ng (2013). Convention: f′(0) = a. */
export const leakyRelu = family({ a: 0.01 }, ({ a }) => ({
  ...sloped(a, "a"),
  name: "Leaky ReLU",
  source: "Maas et al. 2013",
  drawback: {
    en: "The left slope is so small that in depth it hardly differs from ReLU.",
    ru: "Наклон слева так мал, что в глубокой сети разница с ReLU едва заметна.",
  },
}));

/** He et al. (2015): the network learns a, by ∂f/∂a = min(0, x). Convention: f′(0) = a. */
export const parametricRelu = family({ a: 0.25 }, ({ a }) => ({
  ...sloped(a, "a"),
  name: "Parametric ReLU",
  dParameters: { a: (x) => Math.min(0, x) },
  source: "He et al. 2015",
  drawback: {
    en: "Nothing bounds a: it can turn negative, and f is then no longer monotone.",
    ru: "Параметр a ничем не ограничен: он может стать отрицательным, и функция перестанет быть монотонной.",
  },
}));

/**
 * Xu et al. (2015): in training the left slope r of every entry is drawn from U(lower, upper). This
 * record is what remains when training is over, with r's mean as the slope; `rrelu` does both.
 * Convention: f′(0) = r.
 */
export const randomizedRelu = family({ lower: 1 / 8, upper: 1 / 3 }, ({ lower, upper }) => ({
  ...sloped((lower + upper) / 2, "r"),
  name: "Randomized ReLU",
  source: "Xu et al. 2015",
  exercise: "rrelu",
  drawback: {
    en: "The noise of the slopes: training and evaluation compute different functions.",
    ru: "Шум наклонов: при обучении и после него вычисляются разные функции.",
  },
}));

/** Clevert, Unterthiner & Hochreiter (2015). expm1 keeps the digits of eˣ − 1 near 0; f′(0) = α. */
export const elu = family({ alpha: 1 }, ({ alpha }) => ({
  name: "ELU",
  f: (x) => (x > 0 ? x : alpha * Math.expm1(x)),
  df: (x) => (x > 0 ? 1 : alpha * Math.exp(x)),
  latex: {
    f: raw`\begin{cases} x & x > 0 \\ \alpha(e^x - 1) & x \le 0 \end{cases}`,
    df: raw`\begin{cases} 1 & x > 0 \\ \alpha e^x & x \le 0 \end{cases}`,
  },
  kinks: alpha === 1 ? [] : [0],
  source: "Clevert et al. 2015",
  exercise: "elu",
  range: { text: "(−α, ∞)", low: Math.min(0, -alpha), high: Infinity },
  zeroCentred: "nearly",
  saturates: "left",
  drawback: {
    en: "The left side is flat for large inputs.",
    ru: "Левая часть при больших входах плоская.",
  },
}));
