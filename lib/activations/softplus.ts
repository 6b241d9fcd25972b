import { activation, raw } from "./activation";
import { sigmoid } from "./bounded";

/**
 * Dugas et al. (2001): a smooth ReLU, whose derivative is the sigmoid.
 * ln(1+eˣ) = max(x, 0) + ln(1+e^(−|x|)), where nothing overflows and log1p keeps small digits.
 */
export const softplus = activation({
  name: "SoftPlus",
  f: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  df: (x) => sigmoid.f(x),
  latex: { f: raw`\ln(1 + e^x)`, df: raw`\frac{1}{1 + e^{-x}}` },
  kinks: [],
  source: "Dugas et al. 2001",
  exercise: "softplus",
  range: { text: "(0, ∞)", low: 0, high: Infinity },
  zeroCentred: "no",
  saturates: "left",
  drawback: {
    en: "The largest mean output of all sixteen, and never exactly 0.",
    ru: "Самое большое среднее на выходе из всех шестнадцати, и ровно 0 не бывает никогда.",
  },
});
