import { factor, show } from "./numbers";

/** Of copy's two branches one brings g, the other always this. */
const otherBranch = 2;

/** A gate between its inputs on the left and its outputs on the right. */
export interface Gate {
  readonly name: "add" | "mul" | "copy" | "max";
  readonly symbol: string;
  readonly ins: readonly number[];
  readonly outs: readonly number[];
  /** The gradients of outputs and inputs. */
  readonly upstream: readonly number[];
  readonly downstream: readonly number[];
  /** How each downstream gradient comes about. */
  readonly because: readonly string[];
}

/** The four gates for the inputs a and b, with the gradient g coming from above. */
export function gatesFor([a, b]: readonly [number, number], g: number): Gate[] {
  const firstWins = a >= b;
  const times = (x: number) => `${show(g)} × ${factor(x)}`;
  const wins = (won: boolean) => times(won ? 1 : 0);
  return [
    {
      name: "add",
      symbol: "+",
      ins: [a, b],
      outs: [a + b],
      upstream: [g],
      downstream: [g, g],
      because: [times(1), times(1)],
    },
    {
      name: "mul",
      symbol: "×",
      ins: [a, b],
      outs: [a * b],
      upstream: [g],
      downstream: [g * b, g * a],
      because: [times(b), times(a)],
    },
    {
      name: "copy",
      symbol: "=",
      ins: [a],
      outs: [a, a],
      upstream: [g, otherBranch],
      downstream: [g + otherBranch],
      because: [`${show(g)} + ${show(otherBranch)}`],
    },
    {
      name: "max",
      symbol: "max",
      ins: [a, b],
      outs: [Math.max(a, b)],
      upstream: [g],
      downstream: firstWins ? [g, 0] : [0, g],
      because: [wins(firstWins), wins(!firstWins)],
    },
  ];
}
