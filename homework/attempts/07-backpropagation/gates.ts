import type { Attempts } from "../attempts";

/** Four gates, each of which may be written otherwise. */
const attempt = ({
  add = "return [g, g];",
  mul = "return [g * b, g * a];",
  copy = "return [upstream.reduce((sum, one) => sum + one, 0)];",
  max = "return a >= b ? [g, 0] : [0, g];",
}) => `const gates = {
  add([g]: readonly number[], [a, b]: readonly number[]): number[] {
    ${add}
  },
  mul([g]: readonly number[], [a, b]: readonly number[]): number[] {
    ${mul}
  },
  copy(upstream: readonly number[], [a]: readonly number[]): number[] {
    ${copy}
  },
  max([g]: readonly number[], [a, b]: readonly number[]): number[] {
    ${max}
  },
};`;

export const gates: Attempts = {
  exercise: "7.2",
  name: "gates",
  right: {
    "one line each": attempt({}),
    "local derivatives": attempt({
      add: "return [1 * g, 1 * g];",
      mul: "return [b, a].map((local) => local * g);",
      max: "const first = Number(a >= b); return [g * first, g * (1 - first)];",
    }),
    "a loop for copy": attempt({
      copy: "let sum = 0; for (const one of upstream) sum += one; return [sum];",
    }),
  },
  wrong: {
    "add halves": {
      says: "add is a distributor",
      source: attempt({ add: "return [g / 2, g / 2];" }),
    },
    "mul unswapped": {
      says: "mul is a swap multiplier",
      source: attempt({ mul: "return [g * a, g * b];" }),
    },
    "copy overwrites": {
      says: "copy is an adder on the way back: 2 + 5 = 7",
      source: attempt({ copy: "return [upstream[upstream.length - 1]];" }),
    },
    "copy takes the first": {
      says: "copy is an adder on the way back: 2 + 5 = 7",
      source: attempt({ copy: "return [upstream[0]];" }),
    },
    "max to both": {
      says: "max is a router: only the winner",
      source: attempt({ max: "return [g, g];" }),
    },
    "max to the loser": {
      says: "max routes to the winner",
      source: attempt({ max: "return a >= b ? [0, g] : [g, 0];" }),
    },
    "a tie to the second": {
      says: "A tie goes to the first input.",
      source: attempt({ max: "return a > b ? [g, 0] : [0, g];" }),
    },
    "upstream dropped": {
      says: "Local derivative only",
      source: attempt({ mul: "return [b, a];" }),
    },
    "copy takes the mean": {
      says: "it doesn't take their mean",
      source: attempt({
        copy: "return [upstream.reduce((sum, one) => sum + one, 0) / upstream.length];",
      }),
    },
  },
};
