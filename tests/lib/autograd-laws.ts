import * as ad from "../../lib/autograd";
import type { Matrix } from "../../lib/matrix";
import * as M from "../../lib/matrix";
import { integer, type Random, randn } from "../../lib/random";

/** What is no operation: all other exports need a law below, or this file does not compile. */
type Tools =
  | "activate"
  | "activateWith"
  | "backward"
  | "lineage"
  | "named"
  | "noGrad"
  | "Tensor"
  | "tensor"
  | "visits"
  | "zeroGrad";
export type Shape = readonly [rows: number, cols: number];
export interface Law {
  /** The arguments' shapes, for random sizes. */
  readonly shapes: (n: number, m: number, k: number) => readonly Shape[];
  /** The operation, with whatever else it needs drawn from `rng`. */
  readonly of: (rng: Random) => (...xs: ad.Tensor[]) => ad.Tensor;
  /** Where it is smooth. */
  readonly domain?: (X: Matrix) => Matrix;
}

export const positive = (X: Matrix): Matrix => M.add(M.abs(X), 0.5);
export const offZero = (X: Matrix): Matrix => M.map(X, (x) => x + (x < 0 ? -0.1 : 0.1));

const same = (n: number, m: number): Shape[] => [[n, m]];
const both = (n: number, m: number): Shape[] => [
  [n, m],
  [n, m],
];
export const plain = (f: (...xs: ad.Tensor[]) => ad.Tensor): Law["of"] => {
  return () => f;
};
export const unary = (f: (X: ad.Tensor) => ad.Tensor, domain?: Law["domain"]): Law => ({
  shapes: same,
  of: () => f,
  domain,
});
const binary = (f: (a: ad.Tensor, b: ad.Tensor) => ad.Tensor, domain?: Law["domain"]): Law => ({
  shapes: both,
  of: () => f,
  domain,
});
const labels = (rng: Random, n: number, K: number): number[] =>
  Array.from({ length: n }, () => integer(rng, K));

export const laws: { readonly [operation in Exclude<keyof typeof ad, Tools>]: Law } = {
  add: binary(ad.add),
  sub: binary(ad.sub),
  mul: binary(ad.mul),
  div: binary(ad.div, positive),
  neg: unary(ad.neg),
  exp: unary(ad.exp),
  log: unary(ad.log, positive),
  pow: {
    shapes: same,
    of: (rng) => {
      const n = integer(rng, 6) - 2.5 * integer(rng, 2);
      return (X) => ad.pow(X, n);
    },
    domain: positive,
  },
  matmul: {
    shapes: (n, m, k) => [
      [n, k],
      [k, m],
    ],
    of: plain(ad.matmul),
  },
  transpose: unary(ad.transpose),
  affine: {
    shapes: (n, m, k) => [
      [n, k],
      [k, m],
      [1, m],
    ],
    of: plain(ad.affine),
  },
  relu: unary(ad.relu, offZero),
  tanh: unary(ad.tanh),
  sigmoid: unary(ad.sigmoid),
  softmax: unary(ad.softmax),
  sum: unary((X) => ad.sum(X)),
  mean: unary((X) => ad.mean(X)),
  max: unary((X) => ad.max(X)),
  logSumExp: unary((X) => ad.logSumExp(X)),
  softmaxCrossEntropy: {
    shapes: same,
    of: (rng) => (Z) => ad.softmaxCrossEntropy(Z, labels(rng, Z.value.rows, Z.value.cols)),
  },
  bceWithLogits: {
    shapes: (n) => [[n, 1]],
    of: (rng) => (z) => {
      const y = Float64Array.from(labels(rng, z.value.rows, 2));
      return ad.bceWithLogits(z, { ...z.value, rows: y.length, cols: 1, data: y });
    },
  },
  meanSquaredError: {
    shapes: same,
    of: (rng) => (P) => ad.meanSquaredError(P, randn(rng, P.value.rows, P.value.cols)),
  },
  takeRows: {
    shapes: same,
    of: (rng) => (X) => ad.takeRows(X, labels(rng, 5, X.value.rows)),
  },
  sliceRows: {
    shapes: same,
    of: (rng) => (X) => ad.sliceRows(X, integer(rng, X.value.rows)),
  },
  sliceColumns: {
    shapes: same,
    of: (rng) => (X) => ad.sliceColumns(X, 0, 1 + integer(rng, X.value.cols)),
  },
  vstack: {
    shapes: (n, m, k) => [
      [n, m],
      [k, m],
      [1, m],
    ],
    of: plain((...parts) => ad.vstack(parts)),
  },
  hstack: {
    shapes: (n, m, k) => [
      [n, m],
      [n, k],
      [n, 1],
    ],
    of: plain((...parts) => ad.hstack(parts)),
  },
  reshape: unary((X) => ad.reshape(X, X.value.cols, X.value.rows)),
};
