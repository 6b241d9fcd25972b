import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function softmaxCrossEntropy(Z: Matrix, y: Int32Array): { loss: number; dZ: Matrix }",
);

/** Loss and gradient in one loop, with the places where they go wrong left open. */
const attempt = ({
  cost = "m + Math.log(sum) - Z.data[i * K + y[i]]",
  loss = "loss / n",
  slope = "(Math.exp(Z.data[i * K + j] - m) / sum - (j === y[i] ? 1 : 0)) / n",
}: {
  cost?: string;
  loss?: string;
  slope?: string;
}) =>
  cell(`
      const [n, K] = [Z.rows, Z.cols];
      const data = new Float64Array(n * K);
      let loss = 0;
      for (let i = 0; i < n; i++) {
        const m = Math.max(...Z.data.subarray(i * K, (i + 1) * K));
        let sum = 0;
        for (let j = 0; j < K; j++) sum += Math.exp(Z.data[i * K + j] - m);
        loss += ${cost};
        for (let j = 0; j < K; j++) data[i * K + j] = ${slope};
      }
      return { loss: ${loss}, dZ: { rows: n, cols: K, data } };`);

const P = "Math.exp(Z.data[i * K + j] - m) / sum";

export const softmaxCrossEntropy: Attempts = {
  exercise: "2.4",
  name: "softmaxCrossEntropy",
  right: {
    loops: attempt({}),
    "matrices all the way": cell(`
      const Y = nn.oneHot(y, Z.cols);
      const loss = nn.mean(nn.sub(nn.logSumExp(Z, 1), nn.sum(nn.mul(Z, Y), 1)));
      return { loss, dZ: nn.div(nn.sub(nn.softmax(Z), Y), Z.rows) };`),
    "a copy of the shares, 1 taken from each label": cell(`
      const dZ = nn.copy(nn.softmax(Z));
      let loss = 0;
      y.forEach((label, i) => {
        loss += nn.logSumExp(nn.takeRows(Z, [i])) - nn.get(Z, i, label);
        dZ.data[i * Z.cols + label] -= 1;
      });
      return { loss: loss / Z.rows, dZ: nn.mul(dZ, 1 / Z.rows) };`),
    "through the logarithm of the shares": cell(`
      const logP = nn.sub(Z, nn.logSumExp(Z, 1));
      const loss = -nn.sum(nn.mul(logP, nn.oneHot(y, Z.cols))) / Z.rows;
      const dZ = nn.map(logP, (l, i, j) => (Math.exp(l) - (y[i] === j ? 1 : 0)) / Z.rows);
      return { loss, dZ };`),
    "logits measured from the label's": cell(`
      const D = nn.map(Z, (z, i) => z - nn.get(Z, i, y[i]));
      return {
        loss: nn.mean(nn.logSumExp(D, 1)),
        dZ: nn.div(nn.sub(nn.softmax(D), nn.oneHot(y, Z.cols)), Z.rows),
      };`),
  },
  wrong: {
    "dZ without 1/n": {
      says: "dZ is n times too large",
      source: attempt({ slope: `${P} - (j === y[i] ? 1 : 0)` }),
    },
    "y − p": {
      says: "Every sign is opposite",
      source: attempt({ slope: `((j === y[i] ? 1 : 0) - ${P}) / n` }),
    },
    "y − p without 1/n": {
      says: "Every sign is opposite",
      source: attempt({ slope: `(j === y[i] ? 1 : 0) - ${P}` }),
    },
    "the logarithm of the share": {
      says: "the probability underflowed to 0",
      source: attempt({ cost: "-Math.log(Math.exp(Z.data[i * K + y[i]] - m) / sum)" }),
    },
    "the logarithm of the library's share": {
      says: "the probability underflowed to 0",
      source: cell(`
      const P = nn.softmax(Z);
      const loss = nn.crossEntropy(P, y);
      return { loss, dZ: nn.div(nn.sub(P, nn.oneHot(y, Z.cols)), Z.rows) };`),
    },
    "a small number in the logarithm": {
      says: "a constant in the logarithm hides it",
      source: attempt({ cost: "-Math.log(Math.exp(Z.data[i * K + y[i]] - m) / sum + 1e-12)" }),
    },
    "no shift": {
      says: "take it from the logits",
      source: cell(`
      const E = nn.exp(Z);
      const P = nn.div(E, nn.sum(E, 1));
      const loss = nn.mean(nn.column(Array.from(y, (k, i) => -Math.log(nn.get(P, i, k)))));
      return { loss, dZ: nn.div(nn.sub(P, nn.oneHot(y, Z.cols)), Z.rows) };`),
    },
    "labels from 1": {
      says: "The −1 sits one class too far",
      source: attempt({ slope: `(${P} - (j === y[i] + 1 ? 1 : 0)) / n` }),
    },
    "labels from 1, around the corner": {
      says: "The −1 sits one class too far",
      source: attempt({ slope: `(${P} - (j === (y[i] + 1) % K ? 1 : 0)) / n` }),
    },
    "labels from 1, by the index": {
      says: "The −1 sits one class too far",
      source: cell(`
      const dZ = nn.copy(nn.softmax(Z));
      let loss = 0;
      y.forEach((label, i) => {
        loss += nn.logSumExp(nn.takeRows(Z, [i])) - nn.get(Z, i, label);
        dZ.data[i * Z.cols + label + 1] -= 1;
      });
      return { loss: loss / Z.rows, dZ: nn.mul(dZ, 1 / Z.rows) };`),
    },
    "the true class only": {
      says: "The other classes need p/n, too",
      source: attempt({ slope: `j === y[i] ? (${P} - 1) / n : 0` }),
    },
    "nothing taken from the label": {
      says: "Nothing was taken from the true class",
      source: attempt({ slope: `${P} / n` }),
    },
    "a sum": {
      says: "The loss is n times too large",
      source: attempt({ loss: "loss" }),
    },
    "a sum, and its gradient": {
      says: "The loss is n times too large",
      source: attempt({ loss: "loss", slope: `${P} - (j === y[i] ? 1 : 0)` }),
    },
    "the label's logit added": {
      says: "loss: ",
      source: attempt({ cost: "m + Math.log(sum) + Z.data[i * K + y[i]]" }),
    },
    "the label's logit forgotten": {
      says: "loss: ",
      source: attempt({ cost: "m + Math.log(sum)" }),
    },
    "1/n twice": {
      says: "dZ, row 0, column 0: ",
      source: attempt({ slope: `(${P} - (j === y[i] ? 1 : 0)) / n / n` }),
    },
    "divided by all entries": {
      says: "dZ, row 0, column 0: ",
      source: attempt({ slope: `(${P} - (j === y[i] ? 1 : 0)) / data.length` }),
    },
    "no gradient yet": {
      says: "dZ, row 0, column 0: ",
      source: attempt({ slope: "0" }),
    },
    "only the loss": {
      says: "dZ is undefined: is a return missing?",
      source: cell(`
      const loss = nn.mean(
        nn.sub(nn.logSumExp(Z, 1), nn.sum(nn.mul(Z, nn.oneHot(y, Z.cols)), 1)),
      );
      return { loss } as { loss: number; dZ: Matrix };`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.softmaxCrossEntropy(Z, y);"),
    },
  },
};
