import type { GradientContext } from "../../checks";
import { softmaxCrossEntropy } from "../../losses";
import { add, div, type Matrix, map, matmul, mul, sliceRows, transpose } from "../../matrix";
import { mulberry32 } from "../../random";
import { wording } from "../../words";
import { drawn, type Lines, type Pass, pass } from "./mlp";

const words = wording({
  en: { sums: (dZ: string) => `column sums of ${dZ}` },
  ru: { sums: (dZ) => `суммы столбцов ${dZ}` },
});

/** The lines of the network's program, by their numbers in the lesson's listing. */
export const program = (): readonly string[] => [
  "Z1 = X·W1 + b1",
  "H = ReLU(Z1)",
  "Z2 = H·W2 + b2",
  "dZ2 = (softmax(Z2) − onehot(y)) / n",
  "dW2 = Hᵀ·dZ2",
  `db2 = ${words.sums("dZ2")}`,
  "dH = dZ2·W2ᵀ",
  "dZ1 = dH ∘ [Z1 > 0]",
  "dW1 = Xᵀ·dZ1",
  `db1 = ${words.sums("dZ1")}`,
];

/** What can be examined: parameters, and values on the way. */
export const places = ["Z2", "W2", "b2", "H", "Z1", "W1", "b1"] as const;
export type Place = (typeof places)[number];

/** A network with something wrong in its program, or nothing. */
export interface Patient {
  /** Samples, features, hidden units, classes. */
  readonly sizes: readonly [number, number, number, number];
  /** What stands in place of right lines, where weights are updated with a rate. */
  readonly wrong: (rate: number) => Partial<Lines>;
  /** Which lines may be named; none where the network is healthy. */
  readonly lines: readonly number[];
}

/** Samples far from kinks, and gradients large enough to be compared, at every place. */
const seed = 400;

const well = (): Partial<Lines> => ({});

export const patients: readonly Patient[] = [
  { sizes: [5, 4, 6, 3], wrong: () => ({ dZ2: (dZ2) => mul(dZ2, dZ2.rows) }), lines: [4] },
  { sizes: [5, 4, 6, 3], wrong: () => ({ dZ1: (dH) => dH }), lines: [8] },
  {
    sizes: [5, 3, 4, 3],
    wrong: () => ({ grads: ({ b1 }, { dZ1 }) => ({ b1: div(b1, dZ1.rows) }) }),
    lines: [10],
  },
  // A square W2 hides the missing transpose.
  { sizes: [6, 4, 4, 4], wrong: () => ({ W2: transpose }), lines: [7] },
  {
    sizes: [5, 4, 5, 3],
    wrong: (rate) => ({ W2: (W2, dW2) => add(W2, mul(dW2, -rate)) }),
    // The update stands between the line that makes dW2 and the one that needs the old W2.
    lines: [5, 6, 7],
  },
  { sizes: [5, 4, 6, 3], wrong: well, lines: [] },
  {
    sizes: [6, 4, 4, 3],
    wrong: () => ({ grads: ({ W1 }) => ({ W1: transpose(W1) }) }),
    lines: [9],
  },
];

/** One place of a patient: its value, its gradient, and the loss as a function of it. */
export function examination(
  number: number,
  place: Place,
): { f: (x: Matrix) => number; x: Matrix; analytic: Matrix; context: GradientContext } {
  const { sizes, wrong } = patients[number - 1];
  const [p, X, y] = drawn(mulberry32(seed + number), sizes);
  const run = (rate: number) => pass(p, X, y, wrong(rate));
  const found = run(0.1);

  const fromH = (H: Matrix, q = p) => softmaxCrossEntropy(add(matmul(H, q.W2), q.b2), y).loss;
  const fromZ1 = (Z1: Matrix, q = p) =>
    fromH(
      map(Z1, (z) => Math.max(0, z)),
      q,
    );
  const from: Record<Place, (x: Matrix) => number> = {
    Z2: (Z2) => softmaxCrossEntropy(Z2, y).loss,
    W2: (W2) => fromH(found.H, { ...p, W2 }),
    b2: (b2) => fromH(found.H, { ...p, b2 }),
    H: fromH,
    Z1: fromZ1,
    W1: (W1) => fromZ1(add(matmul(X, W1), p.b1)),
    b1: (b1) => fromZ1(add(matmul(X, p.W1), b1)),
  };
  const isSquare = p.W2.rows === p.W2.cols;
  const isBias = place === "b1" || place === "b2";
  const dZ = place === "b1" ? found.dZ1 : found.dZ2;
  return {
    f: from[place],
    x: { ...p, ...found }[place],
    analytic: gradientAt(found, place),
    context: {
      samples: X.rows,
      withRate: (factor) => gradientAt(run(0.1 * factor), place),
      wrong: {
        ...(isBias && { firstRow: sliceRows(dZ, 0, 1) }),
        ...(place === "H" && isSquare && { notTransposed: matmul(found.dZ2, p.W2) }),
      },
    },
  };
}

function gradientAt({ grads, dZ2, dH, dZ1 }: Pass, place: Place): Matrix {
  return { ...grads, Z2: dZ2, H: dH, Z1: dZ1 }[place];
}
