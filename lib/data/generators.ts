/** Three made-up problems in the plane, drawn from a seed. They need no file and no data frame. */
import { ValueError } from "../errors";
import { type Matrix, matrix } from "../matrix";
import { gauss, mulberry32 } from "../random";

/** n points in the plane, X n×2, and the class of each, counted from 0. */
export interface Labelled {
  readonly X: Matrix;
  readonly y: Int32Array;
}

/**
 * A circle inside another: classes 0 (radius 1) and 1 (radius 0.45) by turns, at a random angle,
 * with normal noise of 0.08. No straight line separates them; one threshold on r² does.
 */
export function circles(n: number, seed: number): Labelled {
  const random = mulberry32(seed);
  return points("circles", n, (i) => {
    const k = i % 2;
    const radius = k === 0 ? 1 : 0.45;
    const angle = 2 * Math.PI * random();
    const x = radius * Math.cos(angle) + 0.08 * gauss(random);
    const y = radius * Math.sin(angle) + 0.08 * gauss(random);
    return [x, y, k];
  });
}

/**
 * Two half circles that reach into each other: (cos t, sin t) and (1 − cos t, 0.5 − sin t) by
 * turns, t from 0 to π, with normal noise of 0.1. A line is good here, a bent boundary better.
 */
export function moons(n: number, seed: number): Labelled {
  const random = mulberry32(seed);
  return points("moons", n, (i) => {
    const k = i % 2;
    const t = Math.PI * random();
    const [x, y] = k === 0 ? [Math.cos(t), Math.sin(t)] : [1 - Math.cos(t), 0.5 - Math.sin(t)];
    return [x + 0.1 * gauss(random), y + 0.1 * gauss(random), k];
  });
}

/**
 * K spiral arms of n points each, class after class: ρ = i/(n − 1) along the arm,
 * θ = 2πk/K + 4ρ + 0.2·normal, the point (ρ sin θ, ρ cos θ). After Stanford's course CS231n.
 */
export function spirals(n: number, K: number, seed: number): Labelled {
  if (!Number.isInteger(n) || n < 2)
    throw new ValueError({
      en: `spirals: an arm needs at least 2 points, got n = ${n}.`,
      ru: `spirals: в рукаве нужно хотя бы 2 точки, получено n = ${n}.`,
    });
  if (!Number.isInteger(K) || K < 1)
    throw new ValueError({
      en: `spirals: need at least one arm, got K = ${K}.`,
      ru: `spirals: нужен хотя бы один рукав, получено K = ${K}.`,
    });
  const random = mulberry32(seed);
  return points("spirals", n * K, (i) => {
    const k = Math.floor(i / n);
    const rho = (i % n) / (n - 1);
    const theta = (2 * Math.PI * k) / K + 4 * rho + 0.2 * gauss(random);
    return [rho * Math.sin(theta), rho * Math.cos(theta), k];
  });
}

/** Point i and its class, drawn in order. */
type Draw = (i: number) => readonly [x: number, y: number, k: number];

function points(caller: string, n: number, draw: Draw): Labelled {
  if (!Number.isInteger(n) || n < 1) {
    throw new ValueError({
      en: `${caller}: need a whole number of points, at least 1, got ${n}.`,
      ru: `${caller}: нужно целое число точек, не меньше 1, получено ${n}.`,
    });
  }
  const data = new Float64Array(2 * n);
  const classes = new Int32Array(n);
  for (let i = 0; i < n; i++) [data[2 * i], data[2 * i + 1], classes[i]] = draw(i);
  return { X: matrix(n, 2, data), y: classes };
}
