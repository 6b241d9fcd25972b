import { Held } from "../held";

/** Numbers in a piece of shared memory: 128 KB. */
const PIECE = 2 ** 14;
/** Shorter lists, such as a loss, are those that are kept; they and long ones have memory of their own. */
const [SHORTEST, LONGEST] = [16, PIECE / 4];

const sharing = new Held(false);
let piece = new ArrayBuffer(0);
let used = PIECE;

/** n zeros, for a result. */
export function numbers(n: number): Float64Array {
  if (!sharing.now || n < SHORTEST || n > LONGEST) return new Float64Array(n);
  if (used + n > PIECE) {
    piece = new ArrayBuffer(PIECE * Float64Array.BYTES_PER_ELEMENT);
    used = 0;
  }
  const list = new Float64Array(piece, used * Float64Array.BYTES_PER_ELEMENT, n);
  used += n;
  return list;
}

/** The same numbers in a list of their own, as `slice` gives them. */
export function copyOf(list: Float64Array, from: number, end: number): Float64Array {
  const copy = numbers(end - from);
  copy.set(list.subarray(from, end));
  return copy;
}

/**
 * Runs work whose results are forgotten together, as a training step's are: memory for them is taken
 * in pieces, and not for each list, which for short lists costs more than to compute them. No number
 * is used twice; but a list that is kept keeps its whole piece.
 */
export const sharingMemory = <T>(work: () => T): T => sharing.during(true, work);
