import type { Attempts } from "../attempts";
import { recordsOf } from "./record";

const cell = recordsOf("softplus", {
  f: "return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));",
  df: "return nn.sigmoid(x);",
  kinks: "[]",
});

export const softplus: Attempts = {
  exercise: "6.1",
  name: "softplus",
  right: {
    "max and log1p": cell({}),
    "two branches": cell({
      f: `
      if (x > 0) return x + Math.log(1 + Math.exp(-x));
      return Math.log(1 + Math.exp(x));`,
      df: "return 1 / (1 + Math.exp(-x));",
    }),
    "x itself where it is large": cell({
      f: "return x > 30 ? x : Math.log1p(Math.exp(x));",
      df: "return x > 30 ? 1 : Math.exp(x) / (1 + Math.exp(x));",
    }),
    "the loss of lesson 01, and its slope through f": cell({
      f: "return nn.logSumExp(nn.row([0, x]));",
      df: "return Math.exp(x - this.f(x));",
    }),
    "minus the logarithm of a sigmoid": cell({
      f: "return x - (x > 0 ? Math.log(nn.sigmoid(x)) : x + Math.log(nn.sigmoid(-x)));",
      df: "return (1 + Math.tanh(x / 2)) / 2;",
    }),
  },
  wrong: {
    "ln(1 + eˣ)": {
      says: "Infinity at 1000",
      source: cell({ f: "return Math.log(1 + Math.exp(x));" }),
    },
    "log1p of eˣ": {
      says: "Infinity at 1000",
      source: cell({ f: "return Math.log1p(Math.exp(x));" }),
    },
    "no max": {
      says: "Wrong for x > 0",
      source: cell({ f: "return Math.log1p(Math.exp(-Math.abs(x)));" }),
    },
    "f′ = eˣ/(1 + eˣ)": {
      says: "NaN at 1000 in f′",
      source: cell({ df: "return Math.exp(x) / (1 + Math.exp(x));" }),
    },
    "f′ = f(1 − f)": {
      says: "is the sigmoid's rule",
      source: cell({ df: "return this.f(x) * (1 - this.f(x));" }),
    },
    "the sigmoid's slope": {
      says: "One derivative too many",
      source: cell({ df: "return nn.sigmoid.df(x);" }),
    },
    "a slope that falls": {
      says: "This slope is large on the left",
      source: cell({ df: "return 1 / (1 + Math.exp(x));" }),
    },
    "seen in a mirror": {
      says: "seen in a mirror",
      source: cell({ f: "return Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));" }),
    },
    "e⁻ˣ in f, by the sigmoid": {
      says: "seen in a mirror",
      source: cell({ f: "return -Math.log(nn.sigmoid(x));" }),
    },
    "e⁻ˣ in f, overflowing": {
      says: "seen in a mirror",
      source: cell({ f: "return Math.log(1 + Math.exp(-x));" }),
    },
    ReLU: { says: "This is ReLU", source: cell({ f: "return Math.max(x, 0);" }) },
    "a logarithm to base 2": {
      says: "the natural logarithm",
      source: cell({ f: "return Math.max(x, 0) + Math.log2(1 + Math.exp(-Math.abs(x)));" }),
    },
    "a logarithm to base 10": {
      says: "the natural logarithm",
      source: cell({ f: "return Math.max(x, 0) + Math.log10(1 + Math.exp(-Math.abs(x)));" }),
    },
    "a kink at 0": { says: "SoftPlus has no kink", source: cell({ kinks: "[0]" }) },
    "only f written": {
      says: "Not started",
      source: cell({ df: 'throw new Error("not started");' }),
    },
    "clipped at 20": {
      says: "expected, got",
      source: cell({ f: "return Math.log1p(Math.exp(Math.min(x, 20)));" }),
    },
    "float32 on the way": {
      says: "expected, got",
      source: cell({
        f: "return Math.fround(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));",
      }),
    },
    "no return in f′": {
      says: "undefined: is a return missing?",
      source: cell({ df: "const s = 1 / (1 + Math.exp(-x)); return undefined as never;" }),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source:
        "const softplus = { f: nn.softplus.f, df: nn.softplus.df, kinks: nn.softplus.kinks };",
    },
    "the library's own record": {
      says: "write it yourself",
      source: "const softplus = nn.softplus;",
    },
  },
};
