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

/** Somewhere a wrong result has NaN or an infinity in this field. */
export const notFinite =
  (field: string) =>
  <F extends AnyFunction>(evidence: readonly Evidence<F>[]): boolean =>
    evidence.some(({ right, got }) => {
      const value = (got as Record<string, unknown> | undefined)?.[field];
      return !right && typeof value === "number" && !Number.isFinite(value);
    });
