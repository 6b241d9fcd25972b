import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function bceWithLogits(z: Matrix, y: Matrix): { loss: number; dz: Matrix }");

/** A mean of costs and its gradient, with the places where they go wrong left open. */
const attempt = ({
  cost = "Math.max(zi, 0) - zi * yi + Math.log1p(Math.exp(-Math.abs(zi)))",
  loss = "sum / n",
  slope = "(p - yi) / n",
}: {
  cost?: string;
  loss?: string;
  slope?: string;
}) =>
  cell(`
      const n = z.rows;
      const dz = new Float64Array(n);
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const [zi, yi] = [z.data[i], y.data[i]];
        const p = 1 / (1 + Math.exp(-zi));
        sum += ${cost};
        dz[i] = ${slope};
      }
      return { loss: ${loss}, dz: { rows: n, cols: 1, data: dz } };`);

export const bceWithLogits: Attempts = {
  exercise: "1.3",
  name: "bceWithLogits",
  right: {
    "a loop": attempt({}),
    "matrices all the way": cell(`
      const surprise = nn.log(nn.add(1, nn.exp(nn.neg(nn.abs(z)))));
      const cost = nn.add(nn.sub(nn.map(z, (x) => Math.max(x, 0)), nn.mul(z, y)), surprise);
      return { loss: nn.mean(cost), dz: nn.div(nn.sub(nn.sigmoid(z), y), z.rows) };`),
    "softplus of the wrong side": cell(`
      const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      const n = z.rows;
      let loss = 0;
      z.data.forEach((x, i) => {
        loss += (y.data[i] === 1 ? softplus(-x) : softplus(x)) / n;
      });
      return { loss, dz: nn.mul(nn.sub(nn.sigmoid(z), y), 1 / n) };`),
    "the library's softplus": cell(`
      const cost = nn.sub(nn.softplus(z), nn.mul(z, y));
      return { loss: nn.sum(cost) / z.rows, dz: nn.map(z, (x, i) => (nn.sigmoid(x) - y.data[i]) / z.rows) };`),
    "two logits, 0 and z": cell(`
      const logits = nn.hstack([nn.zeros(z.rows, 1), z]);
      const labels = Int32Array.from(y.data);
      const { loss, dZ } = nn.softmaxCrossEntropy(logits, labels);
      return { loss, dz: nn.takeColumns(dZ, [1]) };`),
  },
  wrong: {
    "ln(1 − σ)": {
      says: "Infinity at z=1000; the true loss is 1000.",
      source: attempt({ cost: "-(yi * Math.log(p) + (1 - yi) * Math.log(1 - p))" }),
    },
    "ln of the right side only, still of a probability": {
      says: "Infinity at z=1000; the true loss is 1000.",
      source: attempt({ cost: "yi === 1 ? -Math.log(p) : -Math.log(1 - p)" }),
    },
    "ln(1 + e^z)": {
      says: "Infinity at z=1000; the true loss is 1000.",
      source: attempt({ cost: "Math.log(1 + Math.exp(zi)) - zi * yi" }),
    },
    "the minus before the first term only": {
      says: "The minus must cover both terms: put brackets after Σ.",
      source: attempt({ cost: "-yi * Math.log(p) + (1 - yi) * Math.log(1 - p)" }),
    },
    "the minus before the first term only, stable": {
      says: "The minus must cover both terms: put brackets after Σ.",
      source: attempt({
        cost: "(yi === 1 ? 1 : -1) * (Math.max(zi, 0) - zi * yi + Math.log1p(Math.exp(-Math.abs(zi))))",
      }),
    },
    "dz without 1/n": {
      says: "dz is n times too large",
      source: attempt({ slope: "p - yi" }),
    },
    "y − σ": {
      says: "Opposite sign: this would climb.",
      source: attempt({ slope: "(yi - p) / n" }),
    },
    "y − σ without 1/n": {
      says: "Opposite sign: this would climb.",
      source: attempt({ slope: "yi - p" }),
    },
    "a sum": {
      says: "The loss is n times too large: the mean is wanted.",
      source: attempt({ loss: "sum" }),
    },
    "a sum, and its gradient": {
      says: "The loss is n times too large: the mean is wanted.",
      source: attempt({ loss: "sum", slope: "p - yi" }),
    },
    "no minus at all": {
      says: "The loss is negative",
      source: attempt({ loss: "-sum / n" }),
    },
    "1/n twice": {
      says: "dz is n times too small",
      source: attempt({ slope: "(p - yi) / n / n" }),
    },
    "a small number in the logarithm": {
      says: "loss: 250.7125 expected",
      source: attempt({
        cost: "-(yi * Math.log(p + 1e-12) + (1 - yi) * Math.log(1 - p + 1e-12))",
      }),
    },
    "p clipped": {
      says: "loss: 250.7125 expected",
      source: attempt({
        cost: "-(yi * Math.log(Math.max(p, 1e-15)) + (1 - yi) * Math.log(Math.max(1 - p, 1e-15)))",
      }),
    },
    bits: {
      says: "loss: 0.9499419 expected, got 1.370476",
      source: attempt({ loss: "sum / n / Math.LN2" }),
    },
    "the labels the other way round": {
      says: "expected, got",
      source: attempt({
        cost: "Math.max(zi, 0) - zi * (1 - yi) + Math.log1p(Math.exp(-Math.abs(zi)))",
      }),
    },
    "no gradient yet": {
      says: "dz, row 0, column 0",
      source: attempt({ slope: "0" }),
    },
    "σ′ taken along": {
      says: "dz, row 0, column 0: 0.1666667 expected, got 0.04166667",
      source: attempt({ slope: "((p - yi) * p * (1 - p)) / n" }),
    },
    "dz as a row": {
      says: "dz: shape 3×1 expected, got 1×3 (transposed?)",
      source: cell(`
      const cost = nn.sub(nn.softplus(z), nn.mul(z, y));
      return { loss: nn.mean(cost), dz: nn.transpose(nn.div(nn.sub(nn.sigmoid(z), y), z.rows)) };`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.bceWithLogits(z, y);"),
    },
  },
};
