import type { Matrix } from "../matrix";
import { plural, wording } from "../words";
import type { Closeness } from "./closeness";

/** Where two values part, and how. `at` leads to the place: "", "dz", "row 1, column 0". */
export type Difference =
  | { readonly kind: "nothing"; readonly at: string }
  | { readonly kind: "type"; readonly at: string; readonly expected: string; readonly got: string }
  | { readonly kind: "shape"; readonly at: string; readonly expected: string; readonly got: string }
  | { readonly kind: "value"; readonly at: string; readonly expected: number; readonly got: number }
  | { readonly kind: "text"; readonly at: string; readonly expected: string; readonly got: string };

const words = wording({
  en: {
    matrix: (rows: number, cols: number) => `a Matrix ${rows}×${cols}`,
    array: (n: number) => `an array of ${n}`,
    object: (keys: string) => `an object { ${keys} }`,
    type: (name: string) => `a ${name}`,
    numbers: (shape: string, n: number) => `${shape} with ${n} numbers`,
    cell: (i: number, j: number) => `row ${i}, column ${j}`,
    entry: (k: number) => `entry ${k}`,
  },
  ru: {
    matrix: (rows, cols) => `Matrix ${rows}×${cols}`,
    array: (n) => `массив из ${n} ${plural(n, "элемента", "элементов", "элементов")}`,
    object: (keys) => `объект { ${keys} }`,
    type: (name) => types[name] ?? name,
    numbers: (shape, n) => `${shape}, где ${n} ${plural(n, "число", "числа", "чисел")}`,
    cell: (i, j) => `строка ${i}, столбец ${j}`,
    entry: (k) => `элемент ${k}`,
  },
});

/** What JavaScript calls a type. */
const types: Readonly<Record<string, string>> = {
  number: "число",
  string: "строка текста",
  boolean: "логическое значение",
  function: "функция",
};

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
  if (looksLikeMatrix(value)) return words.matrix(value.rows, value.cols);
  if (isSequence(value)) return words.array(value.length);
  if (typeof value === "object") return words.object(Object.keys(value).join(", "));
  return typeof value === "undefined" ? "undefined" : words.type(typeof value);
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
      const [e, g] = [expected, got].map((M) => words.numbers(shape(M), M.data.length));
      return { kind: "shape", at, expected: e, got: g };
    }
    return firstOf(expected.data, got.data, close, (k) =>
      join(at, words.cell(Math.floor(k / expected.cols), k % expected.cols)),
    );
  }
  if (isSequence(expected)) {
    if (!isSequence(got)) return wrongType;
    if (got.length !== expected.length)
      return { kind: "shape", at, expected: `${expected.length}`, got: `${got.length}` };
    return firstOf(expected, got, close, (k) => join(at, words.entry(k)));
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
