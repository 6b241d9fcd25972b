import type { Matrix } from "../matrix";
import type { Closeness } from "./closeness";

/** Where two values part, and how. `at` leads to the place: "", "dz", "row 1, column 0". */
export type Difference =
  | { readonly kind: "nothing"; readonly at: string }
  | { readonly kind: "type"; readonly at: string; readonly expected: string; readonly got: string }
  | { readonly kind: "shape"; readonly at: string; readonly expected: string; readonly got: string }
  | { readonly kind: "value"; readonly at: string; readonly expected: number; readonly got: number }
  | { readonly kind: "text"; readonly at: string; readonly expected: string; readonly got: string };

type Sequence = ArrayLike<unknown>;

const isSequence = (value: unknown): value is Sequence =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/** A matrix, whoever built it: a plain object with rows, cols and row-major data is one. */
const looksLikeMatrix = (value: unknown): value is Matrix => {
  const matrix = value as Partial<Matrix> | null | undefined;
  return (
    typeof matrix === "object" &&
    matrix !== null &&
    typeof matrix.rows === "number" &&
    typeof matrix.cols === "number" &&
    isSequence(matrix.data)
  );
};

/** The kind of a value in a learner's words. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (looksLikeMatrix(value)) return `a Matrix ${value.rows}×${value.cols}`;
  if (isSequence(value)) return `an array of ${value.length}`;
  if (typeof value === "object") return `an object { ${Object.keys(value).join(", ")} }`;
  return typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
}

const join = (at: string, place: string): string => (at ? `${at}, ${place}` : place);

/**
 * The first place where `got` is not what was expected; `undefined` where all is as expected.
 * Matrices are compared by shape and then number by number, arrays by length and entry, objects
 * by the expected keys.
 */
export function firstDifference(
  expected: unknown,
  got: unknown,
  close: Closeness,
  at = "",
): Difference | undefined {
  if (got === undefined && expected !== undefined) return { kind: "nothing", at };
  const wrongType = { kind: "type", at, expected: kindOf(expected), got: kindOf(got) } as const;

  if (typeof expected === "number") {
    if (typeof got !== "number") return wrongType;
    return close(got, expected) ? undefined : { kind: "value", at, expected, got };
  }
  if (looksLikeMatrix(expected)) {
    if (!looksLikeMatrix(got)) return wrongType;
    const shape = (M: Matrix) => `${M.rows}×${M.cols}`;
    if (shape(got) !== shape(expected))
      return { kind: "shape", at, expected: shape(expected), got: shape(got) };
    if (got.data.length !== expected.data.length) {
      const [e, g] = [expected, got].map((M) => `${shape(M)} with ${M.data.length} numbers`);
      return { kind: "shape", at, expected: e, got: g };
    }
    return firstOf(expected.data, got.data, close, (k) =>
      join(at, `row ${Math.floor(k / expected.cols)}, column ${k % expected.cols}`),
    );
  }
  if (isSequence(expected)) {
    if (!isSequence(got)) return wrongType;
    if (got.length !== expected.length)
      return { kind: "shape", at, expected: `${expected.length}`, got: `${got.length}` };
    return firstOf(expected, got, close, (k) => join(at, `entry ${k}`));
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof got !== "object" || got === null) return wrongType;
    for (const key of Object.keys(expected)) {
      const [e, g] = [expected, got].map((o) => (o as Record<string, unknown>)[key]);
      const difference = firstDifference(e, g, close, join(at, key));
      if (difference) return difference;
    }
    return undefined;
  }
  if (expected === got) return undefined;
  return { kind: "text", at, expected: String(expected), got: String(got) };
}

function firstOf(
  expected: Sequence,
  got: Sequence,
  close: Closeness,
  place: (index: number) => string,
): Difference | undefined {
  for (let k = 0; k < expected.length; k++) {
    const difference = firstDifference(expected[k], got[k], close, place(k));
    if (difference) return difference;
  }
  return undefined;
}
