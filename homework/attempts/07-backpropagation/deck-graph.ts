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
    "dual numbers, forwards three times": cell(`
      type Dual = readonly [value: number, slope: number];
      const add = (u: Dual, v: Dual): Dual => [u[0] + v[0], u[1] + v[1]];
      const mul = (u: Dual, v: Dual): Dual => [u[0] * v[0], u[1] * v[0] + u[0] * v[1]];
      const exp = (u: Dual): Dual => [Math.exp(u[0]), Math.exp(u[0]) * u[1]];
      const forward = (seed: readonly number[]) => {
        const a = mul([w1, seed[2]], [x, seed[0]]);
        const b = add(a, [w0, seed[1]]);
        const c = exp(b);
        return { a, b, c, f: add(c, [1, 0]) };
      };
      const [along, along0, along1] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map(forward);
      const { a, b, c, f } = along;
      return { a: a[0], b: b[0], c: c[0], f: f[0], dx: f[1], dw0: along0.f[1], dw1: along1.f[1] };`),
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
