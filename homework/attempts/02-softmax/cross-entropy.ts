import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function crossEntropy(P: Matrix, y: Int32Array): number");

/** A sum of logarithms, with the places where it goes wrong left open. */
const attempt = ({
  term = "Math.log(p)",
  at = "P.data[i * P.cols + y[i]]",
  result = "-sum / P.rows",
}: {
  term?: string;
  at?: string;
  result?: string;
}) =>
  cell(`
      let sum = 0;
      for (let i = 0; i < P.rows; i++) {
        const p = ${at};
        sum += ${term};
      }
      return ${result};`);

export const crossEntropy: Attempts = {
  exercise: "2.3",
  name: "crossEntropy",
  right: {
    "a loop": attempt({}),
    "minus in the loop, 1/n too": cell(`
      let loss = 0;
      for (let i = 0; i < y.length; i++) loss -= Math.log(nn.get(P, i, y[i])) / y.length;
      return loss;`),
    "surprise 1/p": attempt({ term: "Math.log(1 / p)", result: "sum / P.rows" }),
    "the library's mean of a column": cell(`
      return -nn.mean(nn.column(Array.from(y, (label, i) => Math.log(nn.get(P, i, label)))));`),
    "where the one-hot row is 1": cell(`
      const Y = nn.oneHot(y, P.cols);
      return -nn.sum(nn.map(P, (p, i, j) => (nn.get(Y, i, j) === 1 ? Math.log(p) : 0))) / P.rows;`),
    "as if ln P were logits": cell("return nn.softmaxCrossEntropy(nn.log(P), y).loss;"),
  },
  wrong: {
    "a sum": {
      says: "n times too large: the mean is wanted.",
      source: attempt({ result: "-sum" }),
    },
    "the largest probability": {
      says: "You reward confidence, not truth",
      source: attempt({ at: "nn.max(nn.takeRows(P, [i]))" }),
    },
    "the formula of the slide": {
      says: "0.9007293 instead of 0.189132",
      source: attempt({ result: "1 / P.rows - sum" }),
    },
    "a small number in the logarithm": {
      says: "p = 0 for what happened must give Infinity",
      source: attempt({ term: "Math.log(p + 1e-12)" }),
    },
    "p clipped": {
      says: "p = 0 for what happened must give Infinity",
      source: attempt({ term: "Math.log(Math.max(p, 1e-15))" }),
    },
    "the logarithm to base 10": {
      says: "Math.log is the natural one",
      source: attempt({ term: "Math.log10(p)" }),
    },
    "the logarithm to base 2": {
      says: "Math.log is the natural one",
      source: attempt({ term: "Math.log2(p)" }),
    },
    "no minus": {
      says: "the loss has a minus in front",
      source: attempt({ result: "sum / P.rows" }),
    },
    "the logarithm of the product": {
      says: "the product of many probabilities",
      source: cell(`
      const product = y.reduce((product, label, i) => product * P.data[i * P.cols + label], 1);
      return -Math.log(product) / P.rows;`),
    },
    "the mean over all entries": {
      says: "Divided by all entries",
      source: attempt({ result: "-sum / P.data.length" }),
    },
    "labels from 1": {
      says: "labels start at 0",
      source: attempt({ at: "P.data[i * P.cols + y[i] - 1]" }),
    },
    "rows of the wrong length": {
      says: "read from another row",
      source: attempt({ at: "P.data[i * P.rows + y[i]]" }),
    },
    "the first row only": {
      says: "read from another row",
      source: attempt({ at: "P.data[y[i]]" }),
    },
    "the mean before the logarithm": {
      says: "The mean comes last",
      source: attempt({ term: "p", result: "-Math.log(sum / P.rows)" }),
    },
    "0 · ln 0": {
      says: "0 · −Infinity is NaN",
      source: cell("return -nn.sum(nn.mul(nn.oneHot(y, P.cols), nn.log(P))) / P.rows;"),
    },
    "p without the logarithm": {
      says: "The logarithm is missing",
      source: attempt({ term: "1 - p", result: "sum / P.rows" }),
    },
    "the logarithms written into P": {
      says: "crossEntropy wrote to its argument P",
      source: cell(`
      for (let k = 0; k < P.data.length; k++) P.data[k] = Math.log(P.data[k]);
      return -y.reduce((sum, label, i) => sum + P.data[i * P.cols + label], 0) / P.rows;`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.crossEntropy(P, y);"),
    },
  },
};
