import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function numericGradient(f: (x: Matrix) => number, x: Matrix): Matrix");

/** Differences in place, with the places where they go wrong left open. */
const attempt = ({ h = "6e-6", slope = "(up - down) / (2 * h)", after = "x.data[k] = old;" }) =>
  cell(`
      const gradient = nn.zeros(x.rows, x.cols);
      const here = f(x);
      for (let k = 0; k < x.data.length; k++) {
        const old = x.data[k];
        const h = ${h};
        x.data[k] = old + h;
        const up = f(x);
        x.data[k] = old - h;
        const down = f(x);
        ${after}
        gradient.data[k] = ${slope};
      }
      return gradient;`);

export const numericGradient: Attempts = {
  exercise: "7.3",
  name: "numericGradient",
  right: {
    "one step for all": attempt({}),
    "a step of each number's size": attempt({ h: "6e-6 * Math.max(1, Math.abs(old))" }),
    "1e-5": attempt({ h: "1e-5" }),
    "on copies": cell(`
      const h = 6e-6;
      const moved = (k: number, by: number): Matrix => {
        const y = nn.copy(x);
        y.data[k] += by;
        return y;
      };
      const data = x.data.map((_, k) => (f(moved(k, h)) - f(moved(k, -h))) / (2 * h));
      return { rows: x.rows, cols: x.cols, data };`),
    "five points, whose error falls with h⁴": cell(`
      const slopeOf = (k: number): number => {
        const old = x.data[k];
        const h = 1e-3;
        const at = (steps: number) => {
          x.data[k] = old + steps * h;
          return f(x);
        };
        const slope = (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
        x.data[k] = old;
        return slope;
      };
      return nn.map(nn.zeros(x.rows, x.cols), (_, i, j) => slopeOf(i * x.cols + j));`),
  },
  wrong: {
    "one side only": {
      says: "A forward difference",
      source: attempt({ slope: "(up - here) / h" }),
    },
    "the other side only": {
      says: "A forward difference",
      source: attempt({ slope: "(here - down) / h" }),
    },
    "divided by h": { says: "Ratio 2", source: attempt({ slope: "(up - down) / h" }) },
    "x left as it was last": {
      says: "x changed after the call",
      source: attempt({ after: "" }),
    },
    "x put back by adding": {
      says: "x changed after the call",
      source: attempt({ after: "x.data[k] += h + 1e-12;" }),
    },
    "too short a step": { says: "cancellation", source: attempt({ h: "1e-13" }) },
    "the wrong way round": {
      says: "Opposite sign",
      source: attempt({ slope: "(down - up) / (2 * h)" }),
    },
    "half of one side": {
      says: "Half of what it should be",
      source: attempt({ slope: "(up - here) / (2 * h)" }),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.numericGradient(f, x);"),
    },
  },
};
