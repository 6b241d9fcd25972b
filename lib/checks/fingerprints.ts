import type { AnyFunction, Evidence } from "./exercise";

/** A right function with some fields of its result replaced by wrong ones. */
export const butWith =
  <Input extends unknown[], Result extends object>(
    right: (...input: Input) => Result,
    wrong: (result: Result, ...input: Input) => Partial<Result>,
  ) =>
  (...input: Input): Result => {
    const result = right(...input);
    return { ...result, ...wrong(result, ...input) };
  };

/** A field of the result is NaN or infinite for some inputs, and a number for others. */
export const notFinite =
  (field: string) =>
  <F extends AnyFunction>(evidence: readonly Evidence<F>[]): boolean => {
    const values = evidence.map(({ got }) => (got as Record<string, unknown> | undefined)?.[field]);
    const numbers = values.filter((value) => typeof value === "number");
    return numbers.some(Number.isFinite) && !numbers.every(Number.isFinite);
  };
