import assert from "node:assert/strict";
import fc from "fast-check";
import { type Matrix, shapeOf } from "../../lib/matrix";

/** How many random cases a law is tried on. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 200);

/** A law that holds for every value of a kind; several kinds are an `fc.tuple`. */
export const forAll = <T>(kind: fc.Arbitrary<T>, law: (value: T) => void): void =>
  fc.assert(
    fc.property(kind, (value) => law(value)),
    { numRuns },
  );

/** Numbers of everyday size. */
export const numbers = (limit = 100): fc.Arbitrary<number> =>
  fc.double({ min: -limit, max: limit, noNaN: true });

export const sizes = (min = 1, max = 6): fc.Arbitrary<number> => fc.integer({ min, max });

/** Plain literals, as a learner's: matrices of the given shape. */
export const matricesOf = (rows: number, cols: number, limit?: number): fc.Arbitrary<Matrix> =>
  fc
    .array(numbers(limit), { minLength: rows * cols, maxLength: rows * cols })
    .map((entries) => ({ rows, cols, data: Float64Array.from(entries) }));

/** Matrices of every small shape. */
export const matrices = (limit?: number): fc.Arbitrary<Matrix> =>
  fc.tuple(sizes(), sizes()).chain(([rows, cols]) => matricesOf(rows, cols, limit));

/** Matrices whose shapes depend on the same sizes. */
export const shaped = (
  count: number,
  shapes: (...sizes: number[]) => readonly (readonly [number, number])[],
  limit?: number,
): fc.Arbitrary<Matrix[]> =>
  fc
    .array(sizes(), { minLength: count, maxLength: count })
    .chain((lengths) =>
      fc.tuple(...shapes(...lengths).map(([rows, cols]) => matricesOf(rows, cols, limit))),
    );

export const closeNumber = (
  actual: number,
  expected: number,
  tolerance = 1e-9,
  about = "",
): void => {
  const near = Math.abs(actual - expected) <= tolerance * (1 + Math.abs(expected));
  assert.ok(Object.is(actual, expected) || near, `${about} got ${actual}, expected ${expected}`);
};

export function closeMatrix(actual: Matrix, expected: Matrix, tolerance = 1e-9): void {
  assert.equal(shapeOf(actual), shapeOf(expected));
  actual.data.forEach((x, k) => {
    closeNumber(x, expected.data[k], tolerance, `entry ${k}:`);
  });
}

/** Same shape, same bits. */
export function sameMatrix(actual: Matrix, expected: Matrix): void {
  assert.equal(shapeOf(actual), shapeOf(expected));
  assert.deepEqual([...actual.data], [...expected.data]);
}

/** Runs `work` and requires that every bit of the matrices is as it was. */
export function untouched<T>(arguments_: readonly Matrix[], work: () => T): T {
  const before = arguments_.map(({ data }) => data.slice());
  const result = work();
  for (const [k, { data }] of arguments_.entries()) assert.deepEqual(data, before[k]);
  return result;
}

/** `work` throws an error of this kind with exactly these words. */
export const throws = (
  work: () => unknown,
  Kind: abstract new (...args: never[]) => Error,
  message: string,
): void => {
  assert.throws(work, (error: unknown) => {
    assert.ok(error instanceof Kind, `${error}`);
    assert.equal(error.message, message);
    return true;
  });
};

/** (f(x + h) − f(x − h)) / 2h for every entry of X, where f maps a matrix to a number. */
export function centralDifferences(f: (X: Matrix) => number, X: Matrix): Matrix {
  const at = (k: number, x: number): number => {
    const data = X.data.slice();
    data[k] = x;
    return f({ ...X, data });
  };
  const data = X.data.map((x, k) => {
    const h = Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(x));
    return (at(k, x + h) - at(k, x - h)) / (2 * h);
  });
  return { ...X, data };
}
