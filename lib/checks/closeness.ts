/** Whether a number that came is the number that was expected. */
export type Closeness = (got: number, expected: number) => boolean;

/** |got − expected| ≤ absolute + relative·|expected|; an infinity is matched by itself alone. */
const within =
  (absolute: number, relative: number): Closeness =>
  (got, expected) =>
    Number.isFinite(expected)
      ? Math.abs(got - expected) <= absolute + relative * Math.abs(expected)
      : Object.is(got, expected);

/** Nine digits, and anything below 1e-12 counts as zero: the ordinary comparison of values. */
export const T9 = within(1e-12, 1e-9);

/** Nine digits of every number, however small: for functions that could lose digits near 0. */
export const T9r = within(0, 1e-9);

/** Exactly the same number: for labels, counts and indices. */
export const same: Closeness = (got, expected) => got === expected;

/** Six digits: enough to recognise a known wrong formula by what it gives. NaN matches NaN. */
export const alike: Closeness = (got, expected) =>
  Object.is(got, expected) || within(1e-9, 1e-6)(got, expected);

/** |a − b| / max(1e-8, |a| + |b|): 0 for equal numbers, 1 for opposite signs. */
export const relativeError = (a: number, b: number): number =>
  Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));

/** A gradient against its central difference: relative error at most 1e-7. */
export const G7: Closeness = (got, expected) => relativeError(got, expected) <= 1e-7;
