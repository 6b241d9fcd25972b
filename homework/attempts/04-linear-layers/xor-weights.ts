import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function xorWeights(): { W1: Matrix; b1: Matrix; w2: Matrix; b2: Matrix }");

const weights = (W1: string, b1: string, w2: string, b2 = "0") =>
  cell(`
      return {
        W1: nn.fromRows(${W1}),
        b1: nn.row(${b1}),
        w2: nn.column(${w2}),
        b2: nn.row([${b2}]),
      };`);

export const xorWeights: Attempts = {
  exercise: "4.2",
  name: "xorWeights",
  right: {
    "count, and take away": weights("[[1, 1], [1, 1]]", "[0, -1]", "[1, -2]"),
    "two differences": weights("[[1, -1], [-1, 1]]", "[0, 0]", "[1, 1]"),
    "from above": weights("[[-1, 1], [-1, 1]]", "[1, -1]", "[-1, -1]", "1"),
    "scaled, as plain objects": cell(`
      const m = (rows: number, cols: number, data: number[]) => ({ rows, cols, data: Float64Array.from(data) });
      return { W1: m(2, 2, [2, 2, 2, 2]), b1: m(1, 2, [0, -2]), w2: m(2, 1, [0.5, -1]), b2: m(1, 1, [0]) };`),
  },
  wrong: {
    "no bias": {
      says: "both hidden units are the same",
      source: weights("[[1, 1], [1, 1]]", "[0, 0]", "[1, -2]"),
    },
    "never cut off": {
      says: "no ReLU is at work",
      source: weights("[[1, 1], [1, 1]]", "[10, 9]", "[1, -2]", "10"),
    },
    or: { says: "that is OR", source: weights("[[1, 1], [1, 1]]", "[0, -1]", "[1, -1]") },
    and: { says: "that is AND", source: weights("[[1, 1], [1, 1]]", "[-1, -1]", "[1, 0]") },
    "nearly: 1e-9 off": {
      says: "expected, got",
      source: weights("[[1, 1], [1, 1]]", "[0, -1]", "[1, -2]", "1e-9"),
    },
    "the other way round": {
      says: "that is XNOR",
      source: weights("[[1, 1], [1, 1]]", "[0, -1]", "[-1, 2]", "1"),
    },
  },
};
