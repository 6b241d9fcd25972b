import type { LibraryActivation } from "../../activations";
import { type Matrix, map, matmul, mul, norm, transpose } from "../../matrix";
import { mulberry32, randn } from "../../random";

/**
 * How large the gradient is that reaches each layer of a deep network at its start.
 *
 * 64 random samples go through layers of 64 units without biases, whose weights are N(0, gain/64);
 * a random gradient arrives at the last layer's output and goes back. The samples, the weights of
 * one layer after another, and the gradient are drawn in this order from the seed.
 *
 * @returns ‖∂L/∂Z‖ (Frobenius) for layer 1, 2, …, relative to the last layer's.
 */
export function gradientNorms(
  f: LibraryActivation,
  { gain = 1, layers = 20, width = 64, seed = 11 } = {},
): number[] {
  const rng = mulberry32(seed);
  let A: Matrix = randn(rng, width, width);
  const passed = Array.from({ length: layers }, () => {
    const W = mul(randn(rng, width, width), Math.sqrt(gain / width));
    const Z = matmul(A, W);
    A = f(Z);
    return { W, Z };
  });
  let dA = randn(rng, width, width);
  const norms = passed.reverse().map(({ W, Z }) => {
    const slopes = f.derivative(Z);
    const dZ = map(slopes, (slope, i, j) => slope * dA.data[i * width + j]);
    dA = matmul(dZ, transpose(W));
    return norm(dZ);
  });
  return norms.map((value) => value / norms[0]).reverse();
}
