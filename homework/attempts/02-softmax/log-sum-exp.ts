import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function logSumExp(z: Matrix): number");

/** Two passes, with the places where they go wrong left open. */
const attempt = ({
  m = "Math.max(...z.data)",
  sum = "0",
  result = "m + Math.log(sum)",
}: {
  m?: string;
  sum?: string;
  result?: string;
}) =>
  cell(`
      const m = ${m};
      let sum = ${sum};
      for (const x of z.data) sum += Math.exp(x - m);
      return ${result};`);

export const logSumExp: Attempts = {
  exercise: "2.1",
  name: "logSumExp",
  right: {
    "two passes": attempt({}),
    "the maximum from −Infinity": cell(`
      let m = Number.NEGATIVE_INFINITY;
      for (const x of z.data) if (x > m) m = x;
      return m + Math.log(z.data.reduce((sum, x) => sum + Math.exp(x - m), 0));`),
    "matrices all the way": cell(`
      const m = nn.max(z);
      return m + Math.log(nn.sum(nn.exp(nn.sub(z, m))));`),
    "two at a time": cell(`
      return z.data.reduce((a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))));`),
    "one pass that starts again at a new maximum": cell(`
      let [m, sum] = [z.data[0], 0];
      for (const x of z.data) {
        if (x > m) [m, sum] = [x, sum * Math.exp(m - x)];
        sum += Math.exp(x - m);
      }
      return Math.log(sum) + m;`),
    "through the largest share": cell("return nn.max(z) - Math.log(nn.max(nn.softmax(z)));"),
  },
  wrong: {
    "nothing taken out": {
      says: "Infinity at 1000, −Infinity at −1000",
      source: cell("return Math.log(nn.sum(nn.exp(z)));"),
    },
    "the maximum not added again": {
      says: "Too small by max(z)",
      source: attempt({ result: "Math.log(sum)" }),
    },
    "the maximum from 0": {
      says: "Fails when all are negative",
      source: attempt({ m: "Math.max(0, ...z.data)" }),
    },
    "the mean": {
      says: "Too small by ln n",
      source: attempt({ result: "m + Math.log(sum / z.cols)" }),
    },
    "the first taken out": {
      says: "take the largest z out",
      source: attempt({ m: "z.data[0]" }),
    },
    "the smallest taken out": {
      says: "take the largest z out",
      source: attempt({ m: "nn.min(z)" }),
    },
    "the mean taken out": {
      says: "take the largest z out",
      source: attempt({ m: "nn.mean(z)" }),
    },
    "the maximum alone": {
      says: "This is the largest z",
      source: cell("return nn.max(z);"),
    },
    "the maximum taken away again": {
      says: "and now once more",
      source: attempt({ result: "Math.log(sum) - m" }),
    },
    "the sum from 1": {
      says: "With z = [1, 2, 3]: 3.407606 expected, got",
      source: attempt({ sum: "1" }),
    },
    "the logarithm to base 10": {
      says: "Math.log is the natural one",
      source: attempt({ result: "m + Math.log10(sum)" }),
    },
    "the logarithm to base 2": {
      says: "Math.log is the natural one",
      source: attempt({ result: "m + Math.log2(sum)" }),
    },
    "the logarithm before the sum": {
      says: "ln of each power gives z back",
      source: cell("return nn.sum(z);"),
    },
    "no logarithm": {
      says: "its logarithm is missing",
      source: attempt({ result: "m + sum" }),
    },
    "the first left out": {
      says: "expected, got",
      source: cell(`
      const m = Math.max(...z.data);
      let sum = 0;
      for (let k = 1; k < z.cols; k++) sum += Math.exp(z.data[k] - m);
      return m + Math.log(sum);`),
    },
    "in float32": {
      says: "expected, got",
      source: cell(`
      const m = Math.max(...z.data);
      return m + Math.fround(Math.log(nn.sum(nn.exp(nn.sub(z, m)))));`),
    },
    "the shift written into z": {
      says: "logSumExp wrote to its argument z",
      source: cell(`
      const m = Math.max(...z.data);
      for (let k = 0; k < z.cols; k++) z.data[k] -= m;
      return m + Math.log(nn.sum(nn.exp(z)));`),
    },
    "a matrix of one number": {
      says: "a number expected, got a Matrix 1×1",
      source: cell(`
      const m = nn.max(z);
      const sum = nn.sum(nn.exp(nn.sub(z, m)), 1);
      return nn.add(nn.log(sum), m) as unknown as number;`),
    },
    "no return": {
      says: "is a return missing?",
      source: cell(`
      const m = nn.max(z);
      const result = m + Math.log(nn.sum(nn.exp(nn.sub(z, m))));
      return undefined as unknown as typeof result;`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.logSumExp(z);"),
    },
  },
};
