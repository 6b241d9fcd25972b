import { types } from "node:util";
import { ShapeError, ValueError } from "../errors";
import { say, type Words } from "../words";

/**
 * A table of numbers, stored row after row: entry (i, j) is `data[i * cols + j]`.
 * Rows are samples, columns are features or units. Any object with these three fields is a matrix.
 * Zero rows mean that there are no samples; zero columns are allowed so that transposes exist.
 */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** A matrix's shape as text: `2×3`. */
export const shapeOf = ({ rows, cols }: Pick<Matrix, "rows" | "cols">): string => `${rows}×${cols}`;

const isSize = (n: unknown): boolean => Number.isInteger(n) && (n as number) >= 0;

/** What a value is, for a sentence: `undefined`, `string`, `Int32Array`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === "object" ? (value.constructor?.name ?? "Object") : typeof value;
}

const withArticle = (kind: string): string =>
  /^(null|undefined)$/.test(kind) ? kind : `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}`;

/** Why a value is no matrix, as the end of a sentence that starts with its name. */
function fault(value: unknown): { Kind: typeof ShapeError; words: Words } | undefined {
  if (typeof value === "object" && value !== null && "origin" in value)
    return {
      Kind: ValueError,
      words: {
        en: "needs to be a matrix, and is a tensor. Take its value, or the function of the same name in nn.autograd.",
        ru: "должно быть матрицей, а это тензор. Возьмите его value или функцию с тем же именем из nn.autograd.",
      },
    };
  if (typeof value !== "object" || value === null || !("data" in value))
    return {
      Kind: ValueError,
      words: {
        en: `needs to be a matrix, and is ${withArticle(kindOf(value))}. fromRows([[1, 2], [3, 4]]) makes one.`,
        ru: `должно быть матрицей, а это ${kindOf(value)}. Матрицу создаёт fromRows([[1, 2], [3, 4]]).`,
      },
    };
  const { rows, cols, data } = value as Matrix;
  if (!types.isFloat64Array(data))
    return {
      Kind: ValueError,
      words: {
        en: `needs its data as a Float64Array, and has ${withArticle(kindOf(data))}. matrix(rows, cols, data) makes one.`,
        ru: `должно хранить data как Float64Array, а там ${kindOf(data)}. Матрицу создаёт matrix(rows, cols, data).`,
      },
    };
  const shape = shapeOf({ rows, cols });
  if (!isSize(rows) || !isSize(cols))
    return {
      Kind: ValueError,
      words: {
        en: `needs whole numbers of rows and columns, and says ${shape}.`,
        ru: `должно иметь целые числа строк и столбцов, а сообщает ${shape}.`,
      },
    };
  if (rows * cols !== data.length)
    return {
      Kind: ShapeError,
      words: {
        en: `says ${shape}, so its data needs ${rows * cols} numbers; it has ${data.length}.`,
        ru: `сообщает размер ${shape}, тогда чисел в data нужно ${rows * cols}; их ${data.length}.`,
      },
    };
  return undefined;
}

/** The same for a list of numbers: an array or a typed array, not a number on its own. */
export function requireList(where: string, name: string, list: ArrayLike<number>): void {
  if (typeof list !== "object" || list === null || !isSize(list.length))
    throw new ValueError({
      en: `${where}: ${name} needs to be a list of numbers, such as [0, 2], and is ${withArticle(kindOf(list))}.`,
      ru: `${where}: ${name} должно быть списком чисел, например [0, 2], а это ${kindOf(list)}.`,
    });
}

/** A value as it stands in code, for a sentence: a text with its quotes, so that "2" is not taken for 2. */
export const quoted = (value: unknown): string =>
  typeof value === "string" ? JSON.stringify(value) : String(value);

/**
 * The same for an argument that is a function: a generator, a loss, an activation.
 * @param suchAs where one comes from: `mulberry32(1)`.
 */
export function requireFunction(where: string, name: string, f: unknown, suchAs: string): void {
  if (typeof f !== "function")
    throw new ValueError({
      en: `${where}: ${name} needs to be a function, such as ${suchAs}, and is ${withArticle(kindOf(f))}.`,
      ru: `${where}: ${name} должно быть функцией, например ${suchAs}, а это ${kindOf(f)}.`,
    });
}

/** The same for the entries of a list: a typed array holds nothing but numbers. */
export function requireNumbers(where: string, name: string, list: ArrayLike<unknown>): void {
  if (!Array.isArray(list)) return;
  const stranger = list.findIndex((entry) => typeof entry !== "number");
  if (stranger >= 0)
    throw new ValueError({
      en: `${where}: ${name} needs to hold numbers only, and number ${stranger} of it is ${quoted(list[stranger])}, ${withArticle(kindOf(list[stranger]))}.`,
      ru: `${where}: ${name} должно состоять из чисел, а под номером ${stranger} там ${quoted(list[stranger])}: ${kindOf(list[stranger])}.`,
    });
}

/** The same for a list of matrices: `hstack([A, B])`, not `hstack(A, B)`. */
export function requireMatrixList(where: string, parts: readonly unknown[]): void {
  if (!Array.isArray(parts))
    throw new ValueError({
      en: `${where}: need a list of matrices, as in ${where}([A, B]); got ${withArticle(kindOf(parts))}.`,
      ru: `${where}: нужен список матриц, как в ${where}([A, B]); получено: ${kindOf(parts)}.`,
    });
}

/** True for every object that the library takes as a matrix, plain literals included. */
export const isMatrix = (value: unknown): value is Matrix => fault(value) === undefined;

/**
 * The check at every function's door.
 * @param where the function's name, which starts the error's sentence.
 * @param named its arguments by name: `requireMatrices("matmul", { A, B })`.
 */
export function requireMatrices(where: string, named: Readonly<Record<string, Matrix>>): void {
  for (const name in named) {
    const wrong = fault(named[name]);
    if (wrong) throw new wrong.Kind(`${where}: ${name} ${say(wrong.words)}`);
  }
}
