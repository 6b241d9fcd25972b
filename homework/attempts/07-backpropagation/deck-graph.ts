import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function deckGraph(x: number, w0: number, w1: number)");

/** Forward and backward, with the places where they go wrong left open. */
const attempt = ({ c = "Math.exp(b)", dx = "c * w1", dw0 = "c", dw1 = "c * x" }) =>
  cell(`
      const a = w1 * x;
      const b = a + w0;
      const c = ${c};
      const f = c + 1;
      return { a, b, c, f, dx: ${dx}, dw0: ${dw0}, dw1: ${dw1} };`);

export const deckGraph: Attempts = {
  exercise: "7.1",
  name: "deckGraph",
  right: {
    "by formula": attempt({}),
    "node by node": attempt({ dx: "1 * c * 1 * w1", dw0: "1 * c * 1", dw1: "1 * c * 1 * x" }),
    "the other order": attempt({ c: "Math.exp(w0) * Math.exp(a)" }),
    "f − 1 for c": attempt({ dw0: "c", dx: "w1 * c", dw1: "x * c" }),
  },
  wrong: {
    "dx by its own factor": {
      says: "dx needs the other factor",
      source: attempt({ dx: "c * x" }),
    },
    "dw1 by its own factor": {
      says: "dw1 needs x, the other factor",
      source: attempt({ dw1: "c * w1" }),
    },
    "c rounded": {
      says: "Rounded: keep e³ in full, 20.08554",
      source: attempt({ c: "Math.round(Math.exp(b))" }),
    },
    "20 for e³": {
      says: "Rounded: keep e³ in full, 20.08554",
      source: attempt({ c: "20" }),
    },
    "a factor for w0": {
      says: "add passes the gradient unchanged",
      source: attempt({ dw0: "c * x" }),
    },
    "f for the slope": {
      says: "The +1 is not in the derivative",
      source: attempt({ dw0: "f" }),
    },
    "no exponential on the way back": {
      says: "The exponential has a derivative, too",
      source: attempt({ dx: "w1", dw0: "1", dw1: "x" }),
    },
    "the slope of a power": {
      says: "The derivative of e^b is e^b",
      source: attempt({ dx: "b * w1", dw0: "b", dw1: "b * x" }),
    },
    "nothing returned for x": {
      says: "dx is undefined",
      source: attempt({ dx: "undefined" }),
    },
  },
};
