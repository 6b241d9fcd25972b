import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  'function activationBackward(kind: "sigmoid" | "tanh" | "relu", Y: Matrix, dY: Matrix): Matrix',
);

/** A slope for each kind, in terms of y, and the gradient g of its entry. */
const slopes = (given: { sigmoid?: string; tanh?: string; relu?: string }) => {
  const { sigmoid = "g * y * (1 - y)", tanh = "g * (1 - y * y)", relu = "y > 0 ? g : 0" } = given;
  return cell(`
      const slope = (y: number, g: number): number =>
        kind === "sigmoid" ? ${sigmoid} : kind === "tanh" ? ${tanh} : ${relu};
      return nn.map(Y, (y, i, j) => slope(y, nn.get(dY, i, j)));`);
};

export const activationBackward: Attempts = {
  exercise: "5.1",
  name: "activationBackward",
  right: {
    "entry by entry": slopes({}),
    "matrices and three branches": cell(`
      if (kind === "sigmoid") return nn.mul(dY, nn.mul(Y, nn.sub(1, Y)));
      if (kind === "tanh") return nn.mul(dY, nn.sub(1, nn.mul(Y, Y)));
      return nn.mul(dY, nn.map(Y, (y) => (y > 0 ? 1 : 0)));`),
    "a loop over the numbers": cell(`
      const data = new Float64Array(Y.data.length);
      for (let k = 0; k < data.length; k++) {
        const y = Y.data[k];
        if (kind === "relu") data[k] = Math.sign(y) * dY.data[k];
        else if (kind === "tanh") data[k] = (1 - y) * (1 + y) * dY.data[k];
        else data[k] = (y - y ** 2) * dY.data[k];
      }
      return { rows: Y.rows, cols: Y.cols, data };`),
    "the slope at an input that gives Y, as far as there is one": slopes({
      tanh: "(y * y === 1 ? 0 : nn.tanh.df(Math.atanh(y))) * g",
    }),
  },
  wrong: {
    "σ applied twice": {
      says: "σ was applied twice",
      source: slopes({ sigmoid: "g * nn.sigmoid(y) * (1 - nn.sigmoid(y))" }),
    },
    "σ applied twice, by the library": {
      says: "σ was applied twice",
      source: slopes({ sigmoid: "g * nn.sigmoid.df(y)" }),
    },
    "x(1 − x)": {
      says: "x(1 − x) uses the input",
      source: slopes({ sigmoid: "g * Math.log(y / (1 - y)) * (1 - Math.log(y / (1 - y)))" }),
    },
    "1 − x²": {
      says: "tanh′ = 1 − y²; at x = 3 yours is −8.",
      source: slopes({ tanh: "g * (1 - Math.atanh(y) ** 2)" }),
    },
    "dY dropped for the sigmoid": {
      says: "The ratio equals the upstream gradient",
      source: slopes({ sigmoid: "y * (1 - y)" }),
    },
    "dY dropped everywhere": {
      says: "The ratio equals the upstream gradient",
      source: slopes({ sigmoid: "y * (1 - y)", tanh: "1 - y * y", relu: "y > 0 ? 1 : 0" }),
    },
    "y >= 0": { says: "f′(0) = 0", source: slopes({ relu: "y >= 0 ? g : 0" }) },
    "tanh applied twice": {
      says: "tanh was applied twice",
      source: slopes({ tanh: "g * nn.tanh.df(y)" }),
    },
    "the square forgotten": {
      says: "the square is missing",
      source: slopes({ tanh: "g * (1 - y)" }),
    },
    "half of the sigmoid's slope": {
      says: "both factors are needed",
      source: slopes({ sigmoid: "g * (1 - y)" }),
    },
    "ReLU times its output": {
      says: "not y: the gradient passes as it is",
      source: slopes({ relu: "g * y" }),
    },
    "ReLU of the gradient": {
      says: "opened by the output",
      source: slopes({ relu: "Math.max(0, g)" }),
    },
    "all at once, through the library's derivative": {
      says: "σ was applied twice",
      source: cell("return nn.mul(dY, nn[kind].derivative(Y));"),
    },
    "only the sigmoid written": {
      says: "Every kind gets the same slope",
      source: cell("return nn.mul(dY, nn.mul(Y, nn.sub(1, Y)));"),
    },
    "a matrix product": {
      says: "matmul",
      source: cell(`
      const S = kind === "sigmoid" ? nn.mul(Y, nn.sub(1, Y)) : nn.sub(1, nn.mul(Y, Y));
      return nn.matmul(S, dY);`),
    },
    "written over dY": {
      says: "wrote to its argument dY",
      source: cell(`
      for (let k = 0; k < Y.data.length; k++) {
        const y = Y.data[k];
        dY.data[k] *= kind === "sigmoid" ? y * (1 - y) : kind === "tanh" ? 1 - y * y : y > 0 ? 1 : 0;
      }
      return dY;`),
    },
  },
};
