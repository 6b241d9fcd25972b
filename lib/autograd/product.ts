import type { Matrix } from "../matrix";
import * as M from "../matrix";
import { operation } from "./operation";

/** Y = A·B ⇒ ∂L/∂A = g·Bᵀ, ∂L/∂B = Aᵀ·g. */
export const matmul = operation<[A: Matrix, B: Matrix]>(
  "matmul",
  M.matmul,
  (g, _, __, B) => M.matmulNT(g, B),
  (g, _, A) => M.matmulTN(A, g),
);

/** Y = Xᵀ ⇒ ∂L/∂X = gᵀ. */
export const transpose = operation<[X: Matrix]>("transpose", M.transpose, (g) => M.transpose(g));

/** Y = X·W + b ⇒ ∂L/∂X = g·Wᵀ, ∂L/∂W = Xᵀ·g, ∂L/∂b = the column sums of g. */
export const affine = operation<[X: Matrix, W: Matrix, b: Matrix]>(
  "affine",
  M.affine,
  (g, _, __, W) => M.matmulNT(g, W),
  (g, _, X) => M.matmulTN(X, g),
  (g) => M.sum(g, 0),
);
