import assert from "node:assert/strict";
import { test } from "node:test";
import { longChain, step, trace } from "../../lib/exercises/07-backpropagation";
import { backward } from "../../lib/exercises/07-backpropagation/backward";
import { add, exp, mul, type Value, value } from "../../lib/values";

/** f = 1 + e^(w₀ + w₁x) at x = 1, w₀ = 1, w₁ = 2. */
function deck() {
  const [x, w0, w1] = [1, 1, 2].map(value);
  const a = mul(w1, x);
  const b = add(a, w0);
  const c = exp(b);
  const f = add(c, 1);
  return { x, w0, w1, a, b, c, f };
}

const walkThroughDeck = () => {
  const { f, ...names } = deck();
  return trace(f, { ...names, f });
};

test("a backward pass gives the derivatives of the course", () => {
  const { x, w0, w1, f } = deck();
  backward(f);
  const e3 = Math.exp(3);
  assert.deepEqual([x.grad, w0.grad, w1.grad], [2 * e3, e3, e3]);
});

test("a walk waits at its question until there is a guess, right or wrong", () => {
  const start = walkThroughDeck();
  assert.match(start.question ?? "", /∂f\/∂f/);
  assert.equal(step(start, null).question, start.question);
  assert.equal(start.figure.frames.length, 5);
  const next = step(start, 7);
  assert.match(next.question ?? "", /f hand down to c/);
  assert.equal(next.figure.frames.length, 6);
  assert.match(JSON.stringify(next.figure.layout), /You said 7/);
});

test("a walk ends when every question is answered, and says whether the guess was right", () => {
  const guesses = [1, 1, 20.09, "show", [20.0855, 40.171]] as const;
  const end = guesses.reduce((walk, guess) => step(walk, guess), walkThroughDeck());
  assert.equal(end.question, undefined);
  assert.match(JSON.stringify(end.figure.layout), /Yes: w₁ gets 20.09 × 1 = 20.09/);
  assert.equal(step(end, 3), end);
});

test("with stopAt a walk asks at these nodes alone", () => {
  const { f, c, ...names } = deck();
  const walk = trace(f, { ...names, c, f }, { stopAt: ["c"] });
  assert.match(walk.question ?? "", /c hand down to b/);
  assert.equal(step(walk, "show").question, undefined);
});

test("a chain of 100,000 values: the reference has no limit, recursion is told of its own", () => {
  assert.match(longChain(backward).markdown, /\*\*1\*\*/);
  const visit = (node: Value): void => node.children.forEach(visit);
  assert.match(longChain(visit).markdown, /right all the same/);
  const stub = () => {
    throw new Error("not started");
  };
  assert.match(longChain(stub).markdown, /Not started/);
});
