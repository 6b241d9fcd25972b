import type { Matrix } from "../matrix";
import { plural, wording } from "../words";

const words = wording({
  en: {
    function: "a function",
    entries: (n: number) => `${n} entries`,
    matrix: (rows: number, cols: number) => `matrix ${rows}×${cols}`,
  },
  ru: {
    function: "функция",
    entries: (n) => `${n} ${plural(n, "элемент", "элемента", "элементов")}`,
    matrix: (rows, cols) => `матрица ${rows}×${cols}`,
  },
});

/** Arrays and matrices with more numbers or letters than these are named by their size. */
const MAX_SHOWN = 15;
const MAX_LETTERS = 60;

/** A number as a learner reads it: at most seven significant digits. */
export const showNumber = (x: number): string =>
  Object.is(x, -0) ? "0" : String(Number(x.toPrecision(7))).replace(/-/g, "−");

/** Two numbers that are different, with as many digits as it takes to see it. */
export function showBoth(a: number, b: number): readonly [string, string] {
  const short = [showNumber(a), showNumber(b)] as const;
  return short[0] === short[1] ? [String(a), String(b)] : short;
}

/** A value on one line: numbers, arrays and matrices in brackets, large ones by their size. */
export function show(value: unknown): string {
  if (typeof value === "number") return showNumber(value);
  if (typeof value === "function") return words.function;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  if ("rows" in value && "cols" in value && "data" in value) return showMatrix(value as Matrix);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const entries = Array.from(value as ArrayLike<unknown>);
    return entries.length > MAX_SHOWN
      ? words.entries(entries.length)
      : `[${entries.map(show).join(", ")}]`;
  }
  const fields = Object.entries(value).map(([key, field]) => `${key}: ${show(field)}`);
  return `{ ${fields.join(", ")} }`;
}

function showMatrix({ rows, cols, data }: Matrix): string {
  if (data.length > MAX_SHOWN) return words.matrix(rows, cols);
  const lines = Array.from(
    { length: rows },
    (_, i) => `[${Array.from(data.slice(i * cols, (i + 1) * cols), showNumber).join(", ")}]`,
  );
  const text = rows === 1 ? lines[0] : `[${lines.join(", ")}]`;
  return text.length > MAX_LETTERS ? words.matrix(rows, cols) : text;
}
