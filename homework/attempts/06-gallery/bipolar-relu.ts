import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function bipolarRelu(X: Matrix): { Y: Matrix; D: Matrix }");

/** Both matrices entry by entry, with some formulas replaced. */
const entries = ({
  Y = "j % 2 === 0 ? Math.max(0, x) : Math.min(0, x)",
  D = "(j % 2 === 0 ? x > 0 : x < 0) ? 1 : 0",
}) =>
  cell(`
      const Y = nn.map(X, (x, i, j) => ${Y});
      const D = nn.map(X, (x, i, j) => ${D});
      return { Y, D };`);

export const bipolarRelu: Attempts = {
  exercise: "6.4",
  name: "bipolarRelu",
  right: {
    "entry by entry": entries({}),
    "signs of units": cell(`
      const sign = nn.row(Array.from({ length: X.cols }, (_, j) => (j % 2 === 0 ? 1 : -1)));
      const Y = nn.mul(sign, nn.relu(nn.mul(sign, X)));
      return { Y, D: nn.map(Y, (y) => Math.abs(Math.sign(y))) };`),
    "loops over the numbers": cell(`
      const Y = new Float64Array(X.data.length);
      const D = new Float64Array(X.data.length);
      for (let i = 0; i < X.rows; i++)
        for (let j = 0; j < X.cols; j++) {
          const k = i * X.cols + j;
          const odd = j & 1;
          if (odd ? X.data[k] < 0 : X.data[k] > 0) [Y[k], D[k]] = [X.data[k], 1];
        }
      const { rows, cols } = X;
      return { Y: { rows, cols, data: Y }, D: { rows, cols, data: D } };`),
    "slopes first": cell(`
      const D = nn.map(X, (x, _, j) => Number(x * (1 - 2 * (j % 2)) > 0));
      return { D, Y: nn.mul(D, X) };`),
  },
  wrong: {
    "by row": {
      says: "Alternate units, not samples",
      source: entries({
        Y: "i % 2 === 0 ? Math.max(0, x) : Math.min(0, x)",
        D: "(i % 2 === 0 ? x > 0 : x < 0) ? 1 : 0",
      }),
    },
    "relu(−x) on odd units": {
      says: "The sign of odd units",
      source: entries({ Y: "Math.max(0, j % 2 === 0 ? x : -x)" }),
    },
    "relu(−x) with its slope": {
      says: "The sign of odd units",
      source: entries({
        Y: "Math.max(0, j % 2 === 0 ? x : -x)",
        D: "j % 2 === 0 ? (x > 0 ? 1 : 0) : (x < 0 ? -1 : 0)",
      }),
    },
    "−1 on odd units": {
      says: "The slope of odd units is +1",
      source: entries({ D: "j % 2 === 0 ? (x > 0 ? 1 : 0) : (x < 0 ? -1 : 0)" }),
    },
    "ReLU for all": {
      says: "Odd columns must be ≤ 0",
      source: entries({ Y: "Math.max(0, x)", D: "x > 0 ? 1 : 0" }),
    },
    "ReLU for all values": {
      says: "Odd columns must be ≤ 0",
      source: entries({ Y: "Math.max(0, x)" }),
    },
    "ReLU's slope for all": {
      says: "On odd units the slope is 1 where x < 0",
      source: entries({ D: "x > 0 ? 1 : 0" }),
    },
    "counted from 1": {
      says: "Units are counted from 0",
      source: entries({
        Y: "j % 2 === 1 ? Math.max(0, x) : Math.min(0, x)",
        D: "(j % 2 === 1 ? x > 0 : x < 0) ? 1 : 0",
      }),
    },
    "counted through the whole matrix": {
      says: "Counted through the whole matrix",
      source: cell(`
      const Y = X.data.map((x, k) => (k % 2 === 0 ? Math.max(0, x) : Math.min(0, x)));
      const D = Y.map((y) => (y === 0 ? 0 : 1));
      return { Y: { ...X, data: Y }, D: { ...X, data: D } };`),
    },
    "1 at 0": {
      says: "At 0 we agree on the slope 0",
      source: entries({ D: "(j % 2 === 0 ? x >= 0 : x <= 0) ? 1 : 0" }),
    },
    "1 at 0, on odd units": {
      says: "At 0 we agree on the slope 0",
      source: entries({ D: "(j % 2 === 0 ? x > 0 : x <= 0) ? 1 : 0" }),
    },
    "1 everywhere": { says: "D is 0 where nothing passed", source: entries({ D: "1" }) },
    "the value for the slope": {
      says: "not the value that passes",
      source: entries({ D: "j % 2 === 0 ? Math.max(0, x) : Math.min(0, x)" }),
    },
    "Y alone": {
      says: "Y is undefined",
      source: cell(
        "return nn.map(X, (x, i, j) => j % 2 === 0 ? Math.max(0, x) : Math.min(0, x)) as never;",
      ),
    },
    "written over X": {
      says: "wrote to its argument X",
      source: cell(`
      X.data.forEach((x, k) => {
        X.data[k] = (k % X.cols) % 2 === 0 ? Math.max(0, x) : Math.min(0, x);
      });
      return { Y: X, D: nn.map(X, (y) => (y === 0 ? 0 : 1)) };`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return { Y: nn.bipolarRelu(X), D: nn.bipolarRelu.derivative(X) };"),
    },
  },
};
