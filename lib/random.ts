import { ValueError } from "./errors";
import { type Matrix, map, zeros } from "./matrix";
import { requireSizes } from "./matrix/create";
import { requireFunction } from "./matrix/types";

/** A generator of random numbers: every call gives the next one, 0 ≤ u < 1, all equally likely. */
export type Random = () => number;

/** A generator at a function's door. */
export const requireRandom = (where: string, rng: unknown): void =>
  requireFunction(where, "rng", rng, "mulberry32(1)");

/**
 * The course's generator: the same seed gives the same numbers on every machine.
 * (Tommy Ettinger's Mulberry32: a counter whose 32 bits are stirred by shifts and products.)
 *
 * @param seed a whole number; its lowest 32 bits count.
 */
export function mulberry32(seed: number): Random {
  if (!Number.isInteger(seed))
    throw new ValueError({
      en: `mulberry32: a seed is a whole number, got ${seed}.`,
      ru: `mulberry32: зерно — целое число, получено ${seed}.`,
    });
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A number from the normal distribution N(0, 1), from two draws (Box, Muller 1958):
 * √(−2 ln(1−u₁)) · cos 2πu₂. As u₁ < 1, the logarithm is finite.
 */
export function gauss(rng: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - rng()));
  return radius * Math.cos(2 * Math.PI * rng());
}

/** rows × cols numbers, drawn row after row. */
function draw(where: string, rng: Random, rows: number, cols: number, next: Random): Matrix {
  requireRandom(where, rng);
  requireSizes(where, { rows, cols });
  return map(zeros(rows, cols), () => next());
}

/** A rows × cols matrix of N(0, 1) numbers, drawn row after row. */
export const randn = (rng: Random, rows: number, cols: number): Matrix =>
  draw("randn", rng, rows, cols, () => gauss(rng));

/** A rows × cols matrix of numbers low ≤ x < high, all equally likely, drawn row after row. */
export const uniform = (
  rng: Random,
  rows: number,
  cols: number,
  low: number,
  high: number,
): Matrix => {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
    throw new ValueError({
      en: `uniform: need two numbers low ≤ high, got ${low} and ${high}.`,
      ru: `uniform: нужны два числа low ≤ high, получено ${low} и ${high}.`,
    });
  return draw("uniform", rng, rows, cols, () => low + (high - low) * rng());
};

/** One of 0 … n − 1, all equally likely. */
export function integer(rng: Random, n: number): number {
  if (!Number.isInteger(n) || n < 1)
    throw new ValueError({
      en: `integer: need a whole number of choices, at least 1; got ${n}.`,
      ru: `integer: нужно целое число вариантов, не меньше 1; получено ${n}.`,
    });
  return Math.floor(rng() * n);
}

/**
 * The numbers 0 … n − 1 in random order, every order equally likely (Fisher, Yates 1938): from the
 * end, each place swaps with a random one that is not behind it. Takes n − 1 draws.
 */
export function shuffle(n: number, rng: Random): Int32Array {
  if (!Number.isInteger(n) || n < 0)
    throw new ValueError({
      en: `shuffle: need a whole number of things, 0 or more; got ${n}.`,
      ru: `shuffle: нужно целое число вещей, 0 или больше; получено ${n}.`,
    });
  requireRandom("shuffle", rng);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = integer(rng, i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
