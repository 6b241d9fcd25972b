import { numbers } from "../numbers";
import { kernelFor } from "./choose";
import type { OfEntries } from "./kernel";

/** So many are brought there at a time, as they then stay in the core's own cache. */
const PORTION = 2048;

/** A function that the kernel has. */
export type EntryFunction = "exp" | "relu" | "sigmoid" | "tanh";

/**
 * Fewer numbers are not worth the way into the kernel's memory and back. So it was measured; what is
 * cheap number by number needs more of them.
 */
const least: Readonly<Record<EntryFunction | "axpy", number>> = {
  ...{ exp: 32, sigmoid: 32, tanh: 32 },
  ...{ relu: 128, axpy: 128 },
};

/**
 * f of each number of x.
 * @returns undefined where it is better to go number by number: they are few, or there is no SIMD.
 */
export const ofEntries = (f: EntryFunction, x: Float64Array): Float64Array | undefined =>
  inPortions(f, [x], 0, (kernel, pairs) => kernel[f](0, pairs));

/** The same for g·f′(x), of each number of g and the one beside it in x. */
export const vjpOfEntries = (
  f: Exclude<EntryFunction, "exp">,
  g: Float64Array,
  x: Float64Array,
): Float64Array | undefined =>
  inPortions(f, [g, x], 0, (kernel, pairs) => kernel[`${f}Vjp`](0, PORTION, pairs));

/** The same for a·x + y. */
export const axpyOfEntries = (
  a: number,
  x: Float64Array,
  y: Float64Array,
): Float64Array | undefined =>
  inPortions("axpy", [x, y], a, (kernel, pairs) => kernel.axpy(0, PORTION, 2 * PORTION, pairs));

/** In the kernel's memory there is a portion of each list, and then the factor. */
function inPortions(
  f: keyof typeof least,
  lists: readonly Float64Array[],
  factor: number,
  run: (kernel: OfEntries, pairs: number) => void,
): Float64Array | undefined {
  const [{ length }] = lists;
  if (length < least[f]) return undefined;
  const room = PORTION * lists.length + 1;
  const { ofEntries, memory: memoryFor } = kernelFor(room);
  if (ofEntries === undefined) return undefined;
  const memory = memoryFor(room);
  memory[room - 1] = factor;
  const out = numbers(length);
  for (let from = 0; from < length; from += PORTION) {
    const end = Math.min(from + PORTION, length);
    for (let k = 0; k < lists.length; k++) memory.set(part(lists[k], from, end), PORTION * k);
    run(ofEntries, Math.ceil((end - from) / 2));
    out.set(memory.subarray(0, end - from), from);
  }
  return out;
}

/** A view of some numbers; where they are all, no new one is made. */
const part = (list: Float64Array, from: number, end: number): Float64Array =>
  end - from === list.length ? list : list.subarray(from, end);
