import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function sigmoid(Z: Matrix): Matrix");

/** The same formula for every entry. */
const entry = (formula: string) => cell(`return nn.map(Z, (x) => ${formula});`);

export const sigmoid: Attempts = {
  exercise: "1.2",
  name: "sigmoid",
  right: {
    "1 / (1 + e⁻ˣ), as 1/∞ is 0": entry("1 / (1 + Math.exp(-x))"),
    "a branch on the sign": entry(
      "x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))",
    ),
    "exponentials of −|x| only, a loop": cell(`
      const data = new Float64Array(Z.data.length);
      for (let i = 0; i < data.length; i++) {
        const e = Math.exp(-Math.abs(Z.data[i]));
        data[i] = (Z.data[i] >= 0 ? 1 : e) / (1 + e);
      }
      return { rows: Z.rows, cols: Z.cols, data };`),
    "by the hyperbolic tangent": entry("(1 + Math.tanh(x / 2)) / 2"),
    "matrices all the way": cell("return nn.div(1, nn.add(1, nn.exp(nn.neg(Z))));"),
  },
  wrong: {
    "∞/∞": {
      says: "NaN at 1000: Infinity/Infinity.",
      source: entry("Math.exp(x) / (Math.exp(x) + 1)"),
    },
    "∞/∞ in matrices": {
      says: "NaN at 1000: Infinity/Infinity.",
      source: cell("return nn.div(nn.exp(Z), nn.add(nn.exp(Z), 1));"),
    },
    "the exponent's sign": {
      says: "This is 1−σ",
      source: entry("1 / (1 + Math.exp(x))"),
    },
    "the branches swapped": {
      says: "This is 1−σ",
      source: entry("x < 0 ? 1 / (1 + Math.exp(-Math.abs(x))) : Math.exp(-x) / (1 + Math.exp(-x))"),
    },
    "clipped at ±20": {
      says: "σ(−1000) should be 0; clipping hides small values and stops gradients.",
      source: entry("1 / (1 + Math.exp(-Math.min(20, Math.max(-20, x))))"),
    },
    "a step": { says: "A step, not a sigmoid", source: entry("x > 0 ? 1 : 0") },
    "a step, 1 at 0": { says: "A step, not a sigmoid", source: entry("x >= 0 ? 1 : 0") },
    "the hyperbolic tangent": { says: "This is tanh", source: entry("Math.tanh(x)") },
    "its derivative": {
      says: "This is the derivative σ(1−σ)",
      source: entry("Math.exp(-Math.abs(x)) / (1 + Math.exp(-Math.abs(x))) ** 2"),
    },
    "e^|x| overflows on one side": {
      says: "0.04742587 expected, got 0.9525741",
      source: entry("1 / (1 + Math.exp(-Math.abs(x)))"),
    },
    "shares of a row": { says: "expected, got", source: cell("return nn.softmax(Z);") },
    "in place": {
      says: "sigmoid wrote to its argument Z",
      source: cell(`
      for (let i = 0; i < Z.data.length; i++) Z.data[i] = 1 / (1 + Math.exp(-Z.data[i]));
      return Z;`),
    },
    "in one long row": {
      says: "shape 4×3 expected, got 1×12",
      source: cell("return nn.row(Array.from(Z.data, (x) => 1 / (1 + Math.exp(-x))));"),
    },
    "the first row only": {
      says: "row 1, column 0: ",
      source: cell(`
      const data = new Float64Array(Z.data.length);
      for (let j = 0; j < Z.cols; j++) data[j] = 1 / (1 + Math.exp(-Z.data[j]));
      return { rows: Z.rows, cols: Z.cols, data };`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.sigmoid(Z);"),
    },
    "forwarded, entry by entry": {
      says: "write it yourself",
      source: cell("return nn.map(Z, (x) => nn.sigmoid(x));"),
    },
  },
};
