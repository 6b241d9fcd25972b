import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function rrelu(lower: number, upper: number, rng: nn.Random): nn.RandomizedLayer",
);

/** The usual solution with some of its lines replaced. */
const layer = ({
  train = "nn.uniform(rng, X.rows, X.cols, lower, upper)",
  evaluation = "nn.map(X, () => (lower + upper) / 2)",
  slopes = "x > 0 ? 1 : nn.get(r, i, j)",
  Y = "nn.mul(X, slopes)",
  back = "nn.mul(dY, slopes)",
}) =>
  cell(`
      let slopes: Matrix;
      return {
        forward(X, mode) {
          const r = mode === "train" ? ${train} : ${evaluation};
          slopes = nn.map(X, (x, i, j) => ${slopes});
          return ${Y};
        },
        backward(dY) {
          return ${back};
        },
      };`);

export const rrelu: Attempts = {
  exercise: "6.3",
  name: "rrelu",
  right: {
    "a matrix of slopes": layer({}),
    "two loops, drawing one by one": cell(`
      let latest: number[] = [];
      return {
        forward(X, mode) {
          latest = [];
          const data = new Float64Array(X.data.length);
          for (let k = 0; k < data.length; k++) {
            const r = mode === "train" ? lower + (upper - lower) * rng() : (lower + upper) / 2;
            latest.push(X.data[k] > 0 ? 1 : r);
            data[k] = X.data[k] * latest[k];
          }
          return { rows: X.rows, cols: X.cols, data };
        },
        backward(dY) {
          return { ...dY, data: dY.data.map((g, k) => g * latest[k]) };
        },
      };`),
    "positive and negative parts, weighted draws": cell(`
      let X!: Matrix, r!: Matrix;
      return {
        forward(inputs, mode) {
          X = nn.map(inputs, (x) => x);
          r = nn.map(X, () => {
            const u = mode === "eval" ? 0.5 : rng();
            return (1 - u) * lower + u * upper;
          });
          return nn.add(nn.map(X, (x) => Math.max(x, 0)), nn.mul(r, nn.map(X, (x) => Math.min(x, 0))));
        },
        backward: (dY) => nn.map(dY, (g, i, j) => (nn.get(X, i, j) > 0 ? g : g * nn.get(r, i, j))),
      };`),
    "a class": `class Layer {
  private slopes = nn.zeros(1, 1);
  constructor(readonly lower: number, readonly upper: number, readonly rng: () => number) {}
  forward(X: Matrix, mode: "train" | "eval"): Matrix {
    const width = this.upper - this.lower;
    const next = mode === "eval" ? () => this.lower + width / 2 : () => this.lower + width * this.rng();
    this.slopes = nn.map(X, (x) => {
      const r = next();
      return x > 0 ? 1 : r;
    });
    return nn.mul(this.slopes, X);
  }
  backward(dY: Matrix): Matrix {
    return nn.mul(dY, this.slopes);
  }
}
function rrelu(lower: number, upper: number, rng: () => number) {
  return new Layer(lower, upper, rng);
}`,
  },
  wrong: {
    "one slope for all": {
      says: "Slopes repeat",
      source: layer({ train: "nn.full(X.rows, X.cols, lower + (upper - lower) * rng())" }),
    },
    "one slope a row": {
      says: "expected, got",
      source: layer({
        train: "nn.add(nn.zeros(X.rows, X.cols), nn.uniform(rng, X.rows, 1, lower, upper))",
      }),
    },
    "11/48 for every lower and upper": {
      says: "11/48 is the mean of 1/8 and 1/3 only",
      source: layer({ evaluation: "nn.map(X, () => 11 / 48)" }),
    },
    "slope 1 at 0": {
      says: "The slope at 0 is r",
      source: layer({ slopes: "x >= 0 ? 1 : nn.get(r, i, j)" }),
    },
    "memory outside of rrelu": {
      says: "Two layers share one memory",
      source: layer({})
        .replace("  let slopes: Matrix;\n", "")
        .replace("function", "let slopes: Matrix;\nfunction"),
    },
    "sampled in evaluation": {
      says: "Two evaluations differ",
      source: layer({ evaluation: "nn.uniform(rng, X.rows, X.cols, lower, upper)" }),
    },
    "2/(8 + 3) in evaluation": {
      says: "Mean of slopes, not the inverse of a mean of divisors",
      source: layer({ evaluation: "nn.map(X, () => 2 / (1 / lower + 1 / upper))" }),
    },
    "resampled in backward": {
      says: "Backward must reuse the slopes",
      source: cell(`
      let X: Matrix;
      const slopes = () => nn.map(nn.uniform(rng, X.rows, X.cols, lower, upper), (r, i, j) => nn.get(X, i, j) > 0 ? 1 : r);
      let last: "train" | "eval";
      return {
        forward(inputs, mode) {
          X = inputs;
          if (mode === "eval") return nn.map(X, (x) => x > 0 ? x : x * (lower + upper) / 2);
          return nn.mul(X, slopes());
        },
        backward: (dY) => nn.mul(dY, slopes()),
      };`),
    },
    "backward by the latest training": {
      says: "Backward belongs to the latest forward",
      source: cell(`
      let trained: Matrix;
      return {
        forward(X, mode) {
          if (mode === "eval") return nn.map(X, (x) => x > 0 ? x : x * (lower + upper) / 2);
          trained = nn.map(nn.uniform(rng, X.rows, X.cols, lower, upper), (r, i, j) => nn.get(X, i, j) > 0 ? 1 : r);
          return nn.mul(X, trained);
        },
        backward: (dY) => nn.mul(dY, trained),
      };`),
    },
    "evaluation draws, and forgets": {
      says: "Evaluation used up random numbers",
      source: cell(`
      let slopes: Matrix;
      return {
        forward(X, mode) {
          const drawn = nn.uniform(rng, X.rows, X.cols, lower, upper);
          slopes = nn.map(X, (x, i, j) => x > 0 ? 1 : mode === "train" ? nn.get(drawn, i, j) : (lower + upper) / 2);
          return nn.mul(X, slopes);
        },
        backward: (dY) => nn.mul(dY, slopes),
      };`),
    },
    "draws on the left only": {
      says: "A slope is drawn for every entry",
      source: layer({ train: "nn.map(X, (x) => x > 0 ? 1 : lower + (upper - lower) * rng())" }),
    },
    "draws column by column": {
      says: "Slopes are drawn row by row",
      source: layer({ train: "nn.transpose(nn.uniform(rng, X.cols, X.rows, lower, upper))" }),
    },
    "lower + upper·u": {
      says: "upper − lower wide",
      source: layer({ train: "nn.map(X, () => lower + upper * rng())" }),
    },
    "half of the width in evaluation": {
      says: "the middle of lower and upper",
      source: layer({ evaluation: "nn.map(X, () => (upper - lower) / 2)" }),
    },
    "the lower end in evaluation": {
      says: "the middle of lower and upper",
      source: layer({ evaluation: "nn.map(X, () => lower)" }),
    },
    "ReLU in evaluation": {
      says: "the left side keeps a slope",
      source: layer({ evaluation: "nn.map(X, () => 0)" }),
    },
    "the identity in evaluation, as with dropout": {
      says: "the left side keeps a slope",
      source: layer({ evaluation: "nn.map(X, () => 1)" }),
    },
    "the slope on both sides": {
      says: "Where x > 0 the entry passes as it is",
      source: layer({ slopes: "nn.get(r, i, j)" }),
    },
    "dY dropped": { says: "multiply it by dY", source: layer({ back: "slopes" }) },
    "the value instead of the slope": {
      says: "not the value x or rx",
      source: cell(`
      let Y: Matrix;
      return {
        forward(X, mode) {
          const r = mode === "train" ? nn.uniform(rng, X.rows, X.cols, lower, upper) : nn.map(X, () => (lower + upper) / 2);
          Y = nn.map(X, (x, i, j) => x > 0 ? x : x * nn.get(r, i, j));
          return Y;
        },
        backward: (dY) => nn.mul(dY, Y),
      };`),
    },
    "r on the right side of the way back": {
      says: "Where x > 0 the slope is 1, on the way back",
      source: cell(`
      let r: Matrix;
      return {
        forward(X, mode) {
          r = mode === "train" ? nn.uniform(rng, X.rows, X.cols, lower, upper) : nn.map(X, () => (lower + upper) / 2);
          return nn.map(X, (x, i, j) => x > 0 ? x : x * nn.get(r, i, j));
        },
        backward: (dY) => nn.mul(dY, r),
      };`),
    },
    "the side by dY": {
      says: "decided by the sign of x",
      source: cell(`
      let r: Matrix;
      return {
        forward(X, mode) {
          r = mode === "train" ? nn.uniform(rng, X.rows, X.cols, lower, upper) : nn.map(X, () => (lower + upper) / 2);
          return nn.map(X, (x, i, j) => x > 0 ? x : x * nn.get(r, i, j));
        },
        backward: (dY) => nn.map(dY, (g, i, j) => g > 0 ? g : g * nn.get(r, i, j)),
      };`),
    },
    "a generator of its own": {
      says: "expected, got",
      source: layer({
        train: "nn.uniform(nn.mulberry32(42 + X.rows), X.rows, X.cols, lower, upper)",
      }),
    },
    "written over X": {
      says: "wrote to its argument X",
      source: cell(`
      let slopes: Float64Array;
      return {
        forward(X, mode) {
          slopes = X.data.map((x) => {
            const r = mode === "train" ? lower + (upper - lower) * rng() : (lower + upper) / 2;
            return x > 0 ? 1 : r;
          });
          X.data.forEach((x, k) => { X.data[k] = x * slopes[k]; });
          return X;
        },
        backward: (dY) => ({ ...dY, data: dY.data.map((g, k) => g * slopes[k]) }),
      };`),
    },
    "only forward written": {
      says: "Not started",
      source: cell(`
      return {
        forward(X, mode) {
          const r = mode === "train" ? nn.uniform(rng, X.rows, X.cols, lower, upper) : nn.map(X, () => (lower + upper) / 2);
          return nn.map(X, (x, i, j) => x > 0 ? x : x * nn.get(r, i, j));
        },
        backward(dY) {
          throw new Error("not started");
        },
      };`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.rrelu(lower, upper, rng);"),
    },
    "evaluation by the library": {
      says: "write it yourself",
      source: layer({
        evaluation: "nn.map(X, () => -nn.randomizedRelu.with({ lower, upper }).f(-1))",
      }),
    },
  },
};
