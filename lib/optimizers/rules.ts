import type { Tensor } from "../autograd";
import { ShapeError, ValueError } from "../errors";
import { add, type Matrix, shapeOf, sub, zeros } from "../matrix";
import { dense } from "../matrix/dense";
import { axpyOfEntries } from "../matrix/simd/entries";
import { quoted } from "../matrix/types";
import { Optimizer, type Rule } from "./optimizer";

type Parameters = Iterable<Tensor>;

/**
 * Gradient descent: θ ← θ − lr·g. On mini-batches it is SGD, stochastic gradient descent
 * (Robbins, Monro 1951).
 */
export function sgd(parameters: Parameters, { lr }: { lr: number }): Optimizer<undefined> {
  requirePositive("sgd", { lr });
  return new Optimizer(parameters, {
    name: "sgd",
    start: () => undefined,
    move: (theta, g) => [axpy(-lr, g, theta), undefined],
  });
}

/** A rolling ball: v ← βv − lr·g, θ ← θ + v, from v = 0 (Polyak 1964). */
export function momentum(
  parameters: Parameters,
  { lr, beta = 0.9 }: { lr: number; beta?: number },
): Optimizer<Matrix> {
  requirePositive("momentum", { lr });
  requireShares("momentum", { beta });
  return new Optimizer(parameters, {
    name: "momentum",
    start: ({ rows, cols }) => zeros(rows, cols),
    move(theta, g, before) {
      const v = together(before, g, (v, g) => beta * v - lr * g);
      return [add(theta, v), v];
    },
  });
}

/** The running means of the gradient and of its square, and the number of steps in them. */
interface Moments {
  readonly m: Matrix;
  readonly v: Matrix;
  readonly t: number;
}

/**
 * Steps of about lr in every direction, however steep (Kingma, Ba 2015):
 * m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← θ − lr·m̂/(√v̂ + ε), where m̂ = m/(1−β₁ᵗ) and
 * v̂ = v/(1−β₂ᵗ) make up for the start at 0.
 */
export function adam(
  parameters: Parameters,
  {
    lr,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
  }: { lr: number; beta1?: number; beta2?: number; epsilon?: number },
): Optimizer<Moments> {
  requirePositive("adam", { lr, epsilon });
  requireShares("adam", { beta1, beta2 });
  const rule: Rule<Moments> = {
    name: "adam",
    start: ({ rows, cols }) => ({ m: zeros(rows, cols), v: zeros(rows, cols), t: 0 }),
    move(theta, g, before) {
      const t = before.t + 1;
      const m = together(before.m, g, (m, g) => beta1 * m + (1 - beta1) * g);
      const v = together(before.v, g, (v, g) => beta2 * v + (1 - beta2) * (g * g));
      const [mShare, vShare] = [1 - beta1 ** t, 1 - beta2 ** t];
      const step = together(m, v, (m, v) => lr * (m / mShare / (Math.sqrt(v / vShare) + epsilon)));
      return [sub(theta, step), { m, v, t }];
    },
  };
  return new Optimizer(parameters, rule);
}

/** a·G + T in one pass, by BLAS' name for it (Lawson et al. 1979). */
function axpy(a: number, G: Matrix, T: Matrix): Matrix {
  requireOneShape(T, G);
  const fast = axpyOfEntries(a, G.data, T.data);
  return fast ? dense(T.rows, T.cols, fast) : together(T, G, (t, g) => a * g + t);
}

/** f of the entries of A and of G, the gradient or what came of it, in one pass. */
function together(A: Matrix, G: Matrix, f: (a: number, g: number) => number): Matrix {
  requireOneShape(A, G);
  const { rows, cols, data } = A;
  const out = new Float64Array(data.length);
  for (let k = 0; k < out.length; k++) out[k] = f(data[k], G.data[k]);
  return dense(rows, cols, out);
}

function requireOneShape(A: Matrix, G: Matrix): void {
  if (A.rows !== G.rows || A.cols !== G.cols)
    throw new ShapeError({
      en: `step: a parameter is ${shapeOf(A)} and its gradient ${shapeOf(G)}; they need one shape.`,
      ru: `step: параметр имеет размер ${shapeOf(A)}, а его градиент — ${shapeOf(G)}; размеры должны совпадать.`,
    });
}

function requirePositive(where: string, named: Readonly<Record<string, number>>): void {
  for (const name in named)
    if (!(named[name] > 0 && Number.isFinite(named[name])))
      throw new ValueError({
        en:
          `${where}: ${name} needs to be a number above 0, got ${quoted(named[name])}.` +
          `${named[name] < 0 ? " The rule has the minus already: it goes downhill." : ""}`,
        ru:
          `${where}: ${name} должно быть числом больше 0, получено ${quoted(named[name])}.` +
          `${named[name] < 0 ? " Минус в правиле уже есть: оно идёт вниз." : ""}`,
      });
}

function requireShares(where: string, named: Readonly<Record<string, number>>): void {
  for (const name in named)
    if (!(named[name] >= 0 && named[name] < 1))
      throw new ValueError({
        en: `${where}: ${name} is the share that is kept, 0 ≤ ${name} < 1; got ${named[name]}.`,
        ru: `${where}: ${name} — доля, которая сохраняется, 0 ≤ ${name} < 1; получено ${named[name]}.`,
      });
}
