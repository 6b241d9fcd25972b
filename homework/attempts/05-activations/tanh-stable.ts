import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function tanhStable(Z: Matrix): Matrix");

/** The same formula for every entry. */
const entry = (formula: string) => cell(`return nn.map(Z, (x) => ${formula});`);

export const tanhStable: Attempts = {
  exercise: "5.2",
  name: "tanhStable",
  right: {
    "expm1 of −2|x|, the sign restored": entry(
      "Math.sign(x) * -Math.expm1(-2 * Math.abs(x)) / (1 + Math.exp(-2 * Math.abs(x)))",
    ),
    "expm1 above and below the line, a branch on the sign": entry(`{
        const half = (t: number) => -Math.expm1(-2 * t) / (Math.expm1(-2 * t) + 2);
        return x < 0 ? -half(-x) : half(x);
      }`),
    "sinh by cosh, and ±1 beyond 20": entry(
      "Math.abs(x) > 20 ? Math.sign(x) : Math.sinh(x) / Math.cosh(x)",
    ),
    "a series near 0, a loop": cell(`
      const data = new Float64Array(Z.data.length);
      for (let k = 0; k < data.length; k++) {
        const x = Z.data[k];
        const e = Math.exp(-2 * Math.abs(x));
        data[k] = Math.abs(x) < 1e-4 ? x - x ** 3 / 3 : Math.sign(x) * (1 - e) / (1 + e);
      }
      return { rows: Z.rows, cols: Z.cols, data };`),
    "with the library's ELU, which is expm1 on the left": entry(
      "Math.sign(x) * -nn.elu(-2 * Math.abs(x)) / (2 + nn.elu(-2 * Math.abs(x)))",
    ),
  },
  wrong: {
    "2/(1 + e^(−2x)) − 1": {
      says: "1 was subtracted from almost 1",
      source: entry("2 / (1 + Math.exp(-2 * x)) - 1"),
    },
    "2σ(2x) − 1 by the library": {
      says: "1 was subtracted from almost 1",
      source: entry("2 * nn.sigmoid(2 * x) - 1"),
    },
    "stable at 1000, but not near 0": {
      says: "1 was subtracted from almost 1",
      source: entry(
        "Math.sign(x) * (1 - Math.exp(-2 * Math.abs(x))) / (1 + Math.exp(-2 * Math.abs(x)))",
      ),
    },
    "(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)": {
      says: "NaN at 1000 or −1000",
      source: entry("(Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))"),
    },
    "expm1 of +2x": {
      says: "NaN at 1000 or −1000",
      source: entry("Math.expm1(2 * x) / (Math.expm1(2 * x) + 2)"),
    },
    "sinh by cosh": {
      says: "NaN at 1000 or −1000",
      source: entry("Math.sinh(x) / Math.cosh(x)"),
    },
    "2σ(x) − 1": {
      says: "The argument must be 2x",
      source: entry("2 / (1 + Math.exp(-x)) - 1"),
    },
    "half of the argument, stable": {
      says: "The argument must be 2x",
      source: entry("Math.sign(x) * -Math.expm1(-Math.abs(x)) / (1 + Math.exp(-Math.abs(x)))"),
    },
    "σ(2x)": { says: "This is σ(2x)", source: entry("1 / (1 + Math.exp(-2 * x))") },
    "sign lost": {
      says: "tanh is odd",
      source: entry("-Math.expm1(-2 * Math.abs(x)) / (1 + Math.exp(-2 * Math.abs(x)))"),
    },
    "sign turned": {
      says: "Every sign is opposite",
      source: entry(
        "Math.sign(x) * Math.expm1(-2 * Math.abs(x)) / (1 + Math.exp(-2 * Math.abs(x)))",
      ),
    },
    "float32 on the way": {
      says: "expected, got",
      source: entry(
        "Math.fround(Math.sign(x) * -Math.expm1(-2 * Math.abs(x)) / (1 + Math.exp(-2 * Math.abs(x))))",
      ),
    },
    "x itself for small x, from 0.1 on": {
      says: "expected, got",
      source: entry(
        "Math.abs(x) < 0.1 ? x : Math.sign(x) * (1 - Math.exp(-2 * Math.abs(x))) / (1 + Math.exp(-2 * Math.abs(x)))",
      ),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.tanh(Z);"),
    },
    "forwarded to autograd": {
      says: "write it yourself",
      source: cell("return nn.autograd.tanh(Z).value;"),
    },
    "Math.tanh": { says: "Math.tanh is the function", source: entry("Math.tanh(x)") },
  },
};
