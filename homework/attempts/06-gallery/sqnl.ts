import type { Attempts } from "../attempts";
import { recordsOf } from "./record";

const cell = recordsOf("sqnl", {
  f: "return Math.abs(x) <= 2 ? x - (x * Math.abs(x)) / 4 : Math.sign(x);",
  df: "return Math.max(0, 1 - Math.abs(x) / 2);",
  kinks: "[]",
});

export const sqnl: Attempts = {
  exercise: "6.5",
  name: "sqnl",
  right: {
    "x|x|, and a max": cell({}),
    "four branches": cell({
      f: `
      if (x > 2) return 1;
      if (x >= 0) return x - x ** 2 / 4;
      if (x >= -2) return x + x ** 2 / 4;
      return -1;`,
      df: `
      if (x > 2 || x < -2) return 0;
      return x >= 0 ? 1 - x / 2 : 1 + x / 2;`,
    }),
    "clipped, then a parabola": cell({
      f: `
      const c = Math.max(-2, Math.min(2, x));
      return c - (c * Math.abs(c)) / 4;`,
      df: `
      const c = Math.max(-2, Math.min(2, x));
      return 1 - Math.abs(c) / 2;`,
    }),
    "from the level line": cell({
      f: `
      const rest = Math.max(0, 2 - Math.abs(x));
      return Math.sign(x) * (1 - (rest / 2) ** 2);`,
      df: "return Math.max(0, 2 - Math.abs(x)) / 2;",
    }),
  },
  wrong: {
    "f′ unclipped": {
      says: "Beyond ±2 the function is flat",
      source: cell({ df: "return 1 - Math.abs(x) / 2;" }),
    },
    "x − x²/4 on both sides": {
      says: "f is odd, f(−x) = −f(x)",
      source: cell({ f: "return Math.abs(x) <= 2 ? x - (x * x) / 4 : Math.sign(x);" }),
    },
    "limits ±2": {
      says: "join the level lines at ±1",
      source: cell({
        f: "return Math.abs(x) <= 2 ? x - (x * Math.abs(x)) / 4 : 2 * Math.sign(x);",
      }),
    },
    "a break at 1": {
      says: "The break is at |x| = 2",
      source: cell({
        f: "return Math.abs(x) <= 1 ? x - (x * Math.abs(x)) / 4 : Math.sign(x);",
      }),
    },
    "a break at 1, which belongs to the outside": {
      says: "The break is at |x| = 2",
      source: cell({ f: "return Math.abs(x) < 1 ? x - (x * Math.abs(x)) / 4 : Math.sign(x);" }),
    },
    "the parabolas turn back": {
      says: "would turn back",
      source: cell({ f: "return x - (x * Math.abs(x)) / 4;" }),
    },
    "half instead of a quarter": {
      says: "x|x| is divided by 4",
      source: cell({ f: "return Math.abs(x) <= 2 ? x - (x * Math.abs(x)) / 2 : Math.sign(x);" }),
    },
    "the sign lost": {
      says: "f is odd, f(−x) = −f(x)",
      source: cell({
        f: "return Math.abs(x) <= 2 ? Math.abs(x - (x * Math.abs(x)) / 4) : 1;",
      }),
    },
    "f′ of one side, unclipped": {
      says: "f′ is the same on both sides",
      source: cell({ df: "return 1 - x / 2;" }),
    },
    "f′ of one side": {
      says: "f′ is the same on both sides",
      source: cell({ df: "return Math.abs(x) <= 2 ? 1 - x / 2 : 0;" }),
    },
    "f′ without the 2 of the square": {
      says: "a square brings a 2",
      source: cell({ df: "return Math.abs(x) <= 2 ? 1 - Math.abs(x) / 4 : 0;" }),
    },
    "kinks at the breaks": { says: "A kink is where f′ jumps", source: cell({ kinks: "[-2, 2]" }) },
    "kinks at every corner of f′": {
      says: "A kink is where f′ jumps",
      source: cell({ kinks: "[-2, 0, 2]" }),
    },
    "the slope is 1 inside": {
      says: "expected, got",
      source: cell({ df: "return Math.abs(x) < 2 ? 1 : 0;" }),
    },
    "tanh, as it looks like it": {
      says: "expected, got",
      source: cell({ f: "return Math.tanh(x);" }),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: "const sqnl = { f: nn.sqnl.f, df: nn.sqnl.df, kinks: nn.sqnl.kinks };",
    },
  },
};
