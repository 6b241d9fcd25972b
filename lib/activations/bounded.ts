import { activation, raw } from "./activation";

/**
 * Rumelhart, Hinton & Williams (1986). Only −|x| is exponentiated, so nothing overflows.
 * σ′ = σ(1−σ), and 1−σ(x) = σ(−x), which has all its digits where 1−σ has none left (x = 40).
 */
const sigma = (x: number): number => {
  const e = Math.exp(-Math.abs(x));
  return x >= 0 ? 1 / (1 + e) : e / (1 + e);
};

export const sigmoid = activation({
  name: "Sigmoid",
  f: sigma,
  df: (x) => sigma(x) * sigma(-x),
  simd: "sigmoid",
  latex: { f: raw`\frac{1}{1 + e^{-x}}`, df: raw`\sigma(x)\,(1 - \sigma(x))` },
  kinks: [],
  source: "Rumelhart, Hinton, Williams 1986",
  exercise: "sigmoid",
  range: { text: "(0, 1)", low: 0, high: 1 },
  zeroCentred: "no",
  saturates: "both",
  drawback: {
    en: "Vanishing gradients: the slope is never above 0.25, and the mean output is 0.5.",
    ru: "Градиент затухает: наклон нигде не больше 0,25, а среднее на выходе — 0,5.",
  },
});

/** LeCun et al. (1998). tanh′ = 1 − tanh² = 4e^(−2|x|) / (1 + e^(−2|x|))², without the subtraction. */
export const tanh = activation({
  name: "TanH",
  f: Math.tanh,
  df: (x) => {
    const e = Math.exp(-2 * Math.abs(x));
    return (4 * e) / ((1 + e) * (1 + e));
  },
  simd: "tanh",
  latex: { f: raw`\tanh x`, df: raw`1 - \tanh^2 x` },
  kinks: [],
  source: "LeCun et al. 1998",
  exercise: "tanhStable",
  range: { text: "(−1, 1)", low: -1, high: 1 },
  zeroCentred: "yes",
  saturates: "both",
  drawback: {
    en: "Saturates: large inputs pass almost no gradient.",
    ru: "Насыщается: большие входы почти не пропускают градиент.",
  },
});

/** The inverse of the tangent, with slope 1/(1+x²). */
export const arctan = activation({
  name: "ArcTan",
  f: Math.atan,
  df: (x) => 1 / (1 + x * x),
  latex: { f: raw`\arctan x`, df: raw`\frac{1}{1 + x^2}` },
  kinks: [],
  source: "no canonical paper",
  range: { text: "(−π/2, π/2)", low: -Math.PI / 2, high: Math.PI / 2 },
  zeroCentred: "yes",
  saturates: "both, as 1/x²",
  drawback: {
    en: "The slope shrinks as soon as x leaves 0: in depth no better than tanh.",
    ru: "Наклон убывает, едва x отходит от 0: в глубокой сети не лучше гиперболического тангенса.",
  },
});

/** Bergstra et al. (2009): tanh's shape by a division. */
export const softsign = activation({
  name: "SoftSign",
  f: (x) => x / (1 + Math.abs(x)),
  df: (x) => 1 / (1 + Math.abs(x)) ** 2,
  latex: { f: raw`\frac{x}{1 + |x|}`, df: raw`\frac{1}{(1 + |x|)^2}` },
  kinks: [],
  source: "Bergstra et al. 2009",
  range: { text: "(−1, 1)", low: -1, high: 1 },
  zeroCentred: "yes",
  saturates: "both, as 1/x²",
  drawback: {
    en: "The slope falls steeply: at x = 1 it is already 0.25.",
    ru: "Наклон убывает круто: при x = 1 это уже 0,25.",
  },
});

/** Wuraola & Patel (2018): two parabolas that meet ±1 with slope 0 at x = ±2. */
export const sqnl = activation({
  name: "SQNL",
  f: (x) => (Math.abs(x) <= 2 ? x - (x * Math.abs(x)) / 4 : Math.sign(x)),
  df: (x) => Math.max(0, 1 - Math.abs(x) / 2),
  latex: {
    f: raw`\begin{cases} x - x|x|/4 & |x| \le 2 \\ \operatorname{sign} x & |x| > 2 \end{cases}`,
    df: raw`\max(0,\ 1 - |x|/2)`,
  },
  kinks: [],
  source: "Wuraola, Patel 2018",
  exercise: "sqnl",
  range: { text: "[−1, 1]", low: -1, high: 1 },
  zeroCentred: "yes",
  saturates: "both, exactly 0",
  drawback: {
    en: "Beyond ±2 the slope is exactly 0.",
    ru: "За пределами ±2 наклон в точности равен 0.",
  },
});
