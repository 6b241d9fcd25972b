import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { add, backward, matmul, mul, pow, sum, type Tensor, tensor } from "../../lib/autograd";
import { ShapeError, ValueError } from "../../lib/errors";
import { column, row, zeros } from "../../lib/matrix";
import { adam, minibatches, momentum, type Optimizer, sgd } from "../../lib/optimizers";
import { OwnWorkError, whileChecking } from "../../lib/own-work";
import { mulberry32 } from "../../lib/random";
import { closeNumber, forAll, throws } from "./properties";

/** ½(w₁² + 10w₂²) */
const bowl = (w: Tensor): Tensor => matmul(pow(w, 2), column([0.5, 5]));

function descend(make: (w: Tensor) => Optimizer, steps: number): number[] {
  const w = tensor(row([1, 1]));
  const optimizer = make(w);
  for (let step = 0; step < steps; step++) {
    optimizer.zeroGrad();
    backward(bowl(w));
    optimizer.step();
  }
  return [...w.value.data];
}

const near = (got: number[], expected: number[], tolerance = 1e-12): void => {
  got.forEach((x, k) => {
    closeNumber(x, expected[k], tolerance);
  });
};

describe("rules", () => {
  it("gradient descent on the bowl", () => {
    near(
      descend((w) => sgd([w], { lr: 0.18 }), 3),
      [0.551368, -0.512],
    );
    near(
      descend((w) => sgd([w], { lr: 0.05 }), 3),
      [0.857375, 0.125],
    );
  });

  it("momentum on the bowl", () =>
    near(
      descend((w) => momentum([w], { lr: 0.05 }), 3),
      [0.731375, -0.73],
    ));

  it("momentum without memory is gradient descent", () =>
    near(
      descend((w) => momentum([w], { lr: 0.05, beta: 0 }), 5),
      descend((w) => sgd([w], { lr: 0.05 }), 5),
    ));

  it("Adam's first step is lr in every direction, however steep", () =>
    near(
      descend((w) => adam([w], { lr: 0.1 }), 1),
      [0.9, 0.9],
      1e-8,
    ));

  it("Adam reaches the bottom", () =>
    near(
      descend((w) => adam([w], { lr: 0.1 }), 500),
      [0, 0],
      1e-6,
    ));
});

describe("a step", () => {
  it("changes the variables and no matrix", () => {
    const before = row([1, 1]);
    const w = tensor(before);
    backward(bowl(w));
    sgd([w], { lr: 0.1 }).step();
    assert.deepEqual([...before.data], [1, 1]);
    assert.notEqual(w.value, before);
  });

  it("is taken by all parameters or by none", () => {
    const [seen, unseen] = [tensor(1).named("seen"), tensor(1).named("unseen")];
    backward(mul(seen, 2));
    throws(
      () => sgd([seen, unseen], { lr: 0.1 }).step(),
      ValueError,
      "step: parameter unseen has no gradient. Call backward(loss) before step(), with a loss that is made from this parameter.",
    );
    assert.equal(seen.item(), 1);
  });

  it("moves a parameter once, also one that is named twice", () => {
    const w = tensor(1);
    backward(mul(w, 2));
    sgd([w, w], { lr: 0.1 }).step();
    assert.equal(w.item(), 0.8);
  });

  it("uses the sum of all gradients since zeroGrad", () => {
    const w = tensor(1);
    const optimizer = sgd([w], { lr: 0.1 });
    backward(sum(mul(w, 2)));
    backward(add(mul(w, 3), 1));
    optimizer.step();
    assert.equal(w.item(), 0.5);
  });
});

describe("errors in sentences", () => {
  const w = tensor(1);
  const cases: readonly (readonly [() => unknown, string])[] = [
    [() => sgd([], { lr: 1 }), "sgd: need at least one parameter to move, got none."],
    [() => sgd([w], {} as { lr: number }), "sgd: lr needs to be a number above 0, got undefined."],
    [
      () => adam([w], { lr: -0.1 }),
      "adam: lr needs to be a number above 0, got -0.1. The rule has the minus already: it goes downhill.",
    ],
    [
      () => momentum([w], { lr: 1, beta: 1 }),
      "momentum: beta is the share that is kept, 0 ≤ beta < 1; got 1.",
    ],
    [
      () => minibatches(10, 0, Math.sqrt(2) as never),
      "minibatches: size needs to be 1, 2, 3, …; got 0.",
    ],
    [() => minibatches(0, 4, mulberry32(1)), "minibatches: n needs to be 1, 2, 3, …; got 0."],
  ];
  for (const [work, message] of cases) it(message, () => throws(work, ValueError, message));

  for (const make of [sgd, momentum, adam])
    it(`${make.name}: a gradient of another shape, with as many numbers`, () => {
      const w = tensor(zeros(1, 200));
      const optimizer: Optimizer = make([w], { lr: 1 });
      w.grad = zeros(200, 1);
      throws(
        () => optimizer.step(),
        ShapeError,
        "step: a parameter is 1×200 and its gradient 200×1; they need one shape.",
      );
    });
});

describe("minibatches", () => {
  it("10 samples in fours, seed 42", () =>
    assert.deepEqual(
      minibatches(10, 4, mulberry32(42)).map((batch) => [...batch]),
      [
        [0, 7, 3, 5],
        [2, 1, 8, 9],
        [4, 6],
      ],
    ));

  it("hold every sample once; only the last may be short", () =>
    forAll(
      fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 70 }), fc.integer()),
      ([n, size, seed]) => {
        const batches = minibatches(n, size, mulberry32(seed));
        assert.deepEqual(
          batches.flatMap((batch) => [...batch]).sort((a, b) => a - b),
          Array.from({ length: n }, (_, i) => i),
        );
        assert.ok(batches.slice(0, -1).every((batch) => batch.length === size));
      },
    ));

  it("is the learner's own work while it is checked", () =>
    whileChecking("minibatches", () => {
      assert.throws(() => minibatches(10, 4, mulberry32(1)), OwnWorkError);
    }));
});
