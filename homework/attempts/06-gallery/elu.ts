import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf('function elu(alpha: number): Pick<nn.Activation, "f" | "df" | "kinks">');

/** The usual solution with some of its three parts replaced. */
const record = ({
  f = "x > 0 ? x : alpha * Math.expm1(x)",
  df = "x > 0 ? 1 : alpha * Math.exp(x)",
  kinks = "alpha === 1 ? [] : [0]",
}) =>
  cell(`
      return {
        f: (x) => ${f},
        df: (x) => ${df},
        kinks: ${kinks},
      };`);

export const elu: Attempts = {
  exercise: "6.2",
  name: "elu",
  right: {
    "a branch and expm1": record({}),
    "expm1 of the part below 0, slopes through f": cell(`
      return {
        f(x) {
          return Math.max(x, 0) + alpha * Math.expm1(Math.min(x, 0));
        },
        df(x) {
          return x > 0 ? 1 : this.f(x) + alpha;
        },
        kinks: [0].filter(() => alpha !== 1),
      };`),
    "a series near 0": cell(`
      const em1 = (x: number) => x > -1e-5 ? x + x * x / 2 + x ** 3 / 6 : Math.exp(x) - 1;
      const f = (x: number) => {
        if (x > 0) return x;
        return alpha * em1(x);
      };
      const kinks: number[] = [];
      if (alpha !== 1) kinks.push(0);
      return { f, df: (x: number) => x > 0 ? 1 : alpha * Math.exp(x), kinks };`),
    "expm1 by tanh": record({
      f: "x > 0 ? x : alpha * 2 * Math.tanh(x / 2) / (1 - Math.tanh(x / 2))",
      df: "Math.exp(Math.min(x, 0)) * (x > 0 ? 1 : alpha)",
    }),
  },
  wrong: {
    "eˣ − 1": {
      says: "Only 7 digits are right at −1e-10",
      source: record({ f: "x > 0 ? x : alpha * (Math.exp(x) - 1)" }),
    },
    "α missing in f": {
      says: "Far to the left the limit is −α",
      source: record({ f: "x > 0 ? x : Math.expm1(x)" }),
    },
    "α missing in f, and digits": {
      says: "Far to the left the limit is −α",
      source: record({ f: "x > 0 ? x : Math.exp(x) - 1" }),
    },
    "α missing in f′": {
      says: "The left slope is αe^x",
      source: record({ df: "x > 0 ? 1 : Math.exp(x)" }),
    },
    "f + α on both sides": {
      says: "The right slope is 1",
      source: record({
        df: "(x > 0 ? x : alpha * Math.expm1(x)) + alpha",
      }),
    },
    "α on the right, too": {
      says: "α belongs to the left side only",
      source: record({ f: "alpha * (x > 0 ? x : Math.expm1(x))" }),
    },
    "α in the right slope": {
      says: "The right slope is 1",
      source: record({ df: "alpha * (x > 0 ? 1 : Math.exp(x))" }),
    },
    "x for the right slope": {
      says: "The right slope is 1",
      source: record({ df: "x > 0 ? x : alpha * Math.exp(x)" }),
    },
    "the right slope at 0": {
      says: "f′(0) = α",
      source: record({ df: "x >= 0 ? 1 : alpha * Math.exp(x)" }),
    },
    "the −1 kept in the slope": {
      says: "The derivative of −1 is 0",
      source: record({ df: "x > 0 ? 1 : alpha * Math.expm1(x)" }),
    },
    "sides exchanged": {
      says: "on the right of 0 f is x",
      source: record({ f: "x < 0 ? x : alpha * Math.expm1(x)" }),
    },
    "masks instead of a branch": {
      says: "NaN at 1000",
      source: record({ f: "Number(x > 0) * x + Number(x <= 0) * alpha * Math.expm1(x)" }),
    },
    "never a kink": { says: "There is a kink", source: record({ kinks: "[]" }) },
    "always a kink": {
      says: "With α = 1 both slopes at 0 are 1",
      source: record({ kinks: "[0]" }),
    },
    "α = 1 always": {
      says: "Far to the left the limit is −α",
      source: cell(`
      return {
        f: (x) => x > 0 ? x : Math.expm1(x),
        df: (x) => x > 0 ? 1 : Math.exp(x),
        kinks: [],
      };`),
    },
    "float32 on the way": {
      says: "expected, got",
      source: record({ f: "Math.fround(x > 0 ? x : alpha * Math.expm1(x))" }),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.elu.with({ alpha });"),
    },
    "forwarded, and scaled": {
      says: "write it yourself",
      source: record({ f: "x > 0 ? x : alpha * nn.elu(x)" }),
    },
  },
};
