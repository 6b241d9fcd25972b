import type { Unit } from "../activations";
import { linspace } from "./numbers";

/** A curve as a list of points; a null is a gap in it. */
export interface Curve {
  readonly x: (number | null)[];
  readonly y: (number | null)[];
}

/** So near to a kink that no eye sees a difference, and far enough for any formula to. */
const beside = 1e-9;

/**
 * A function over the window, with a gap where it jumps: a line across would say that it takes the
 * values between. Only kinks may jump.
 */
export function curve(
  g: (x: number) => number,
  kinks: readonly number[],
  [from, to]: readonly [number, number],
  points: number,
): Curve {
  const jumps = kinks.filter((k) => Math.abs(g(k + beside) - g(k - beside)) > 1e-6);
  const places = linspace(from, to, points).filter((x) => !jumps.includes(x));
  const x: (number | null)[] = [];
  const y: (number | null)[] = [];
  for (const at of [...places, ...jumps].sort((a, b) => a - b)) {
    if (jumps.includes(at)) {
      x.push(at, null, at);
      y.push(g(at - beside), null, g(at + beside));
    } else {
      x.push(at);
      y.push(g(at));
    }
  }
  return { x, y };
}

/** f and f′ over the window. */
export const curvesOf = (
  { f, df }: Unit,
  kinks: readonly number[],
  window: readonly [number, number],
  points: number,
): { f: Curve; df: Curve } => ({
  f: curve(f, kinks, window, points),
  df: curve(df, kinks, window, points),
});
