import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  add,
  affine,
  backward,
  exp,
  matmul,
  mul,
  named,
  noGrad,
  relu,
  softmaxCrossEntropy,
  sum,
  type Tensor,
  tensor,
  visits,
  zeroGrad,
} from "../../lib/autograd";
import { fromRows, type Matrix, norm, ones, row, mul as times } from "../../lib/matrix";
import { OwnWorkError, whileChecking } from "../../lib/own-work";
import { mulberry32, randn } from "../../lib/random";
import { closeNumber } from "./properties";

const gradient = (t: Tensor): number => {
  assert.ok(t.grad, `${t.name} has a gradient`);
  return tensor(t.grad).item();
};

describe("the course's examples", () => {
  it("f = 1 + e^(w₀ + w₁x)", () => {
    const { x, w0, w1 } = named({ x: 1, w0: 1, w1: 2 });
    const a = mul(w1, x).named("a");
    const b = add(a, w0).named("b");
    const c = exp(b).named("c");
    const f = add(c, 1).named("f");
    backward(f);
    closeNumber(f.item(), 21.0855369231877);
    closeNumber(gradient(x), 40.1710738463753);
    for (const t of [w0, w1, a, b]) closeNumber(gradient(t), 20.0855369231877);
    for (const t of [c, f]) assert.equal(gradient(t), 1);
  });

  it("e = (ab + a)d, where a is used twice", () => {
    const { a, b } = named({ a: 3, b: -2 });
    const c = mul(a, b).named("c");
    const d = add(c, a).named("d");
    const e = mul(c, d);
    backward(e);
    assert.equal(e.item(), 18);
    assert.deepEqual([a, b, c, d].map(gradient), [12, -27, -9, -6]);
  });

  it("a network of two layers: loss and gradients", () => {
    const rng = mulberry32(99);
    const scaled = (scale: number, n: number, m: number) => tensor(times(scale, randn(rng, n, m)));
    const X = randn(rng, 5, 4);
    const parameters = [
      scaled(0.7, 4, 6),
      scaled(0.3, 1, 6),
      scaled(0.7, 6, 3),
      scaled(0.3, 1, 3),
    ] as const;
    const [W1, b1, W2, b2] = parameters;
    const loss = softmaxCrossEntropy(affine(relu(affine(X, W1, b1)), W2, b2), [0, 2, 1, 1, 0]);
    backward(loss);
    closeNumber(loss.item(), 1.85013056, 1e-8);
    const norms = [1.1621891, 0.43712784, 1.4095674, 0.48079307];
    parameters.forEach(({ grad }, k) => {
      closeNumber(norm(grad!), norms[k], 1e-7);
    });
  });
});

describe("backward", () => {
  it("goes through a chain of 100,000 values", () => {
    const x = tensor(1);
    let y = x;
    for (let i = 0; i < 100_000; i++) y = add(y, 1);
    backward(y);
    assert.equal(y.item(), 100_001);
    assert.equal(gradient(x), 1);
  });

  it("goes through a ladder whose paths cannot be counted", () => {
    const x = tensor(1);
    let y = x;
    for (let i = 0; i < 1000; i++) y = mul(add(y, y), 0.5);
    backward(y);
    assert.equal(gradient(x), 1);
  });

  it("adds to the gradients that are there, once for each call, for every tensor", () => {
    const x = tensor(3);
    const y = mul(x, x);
    const z = mul(y, 2);
    backward(z);
    backward(z);
    assert.deepEqual([x, y, z].map(gradient), [24, 4, 2]);
    zeroGrad([x, y]);
    assert.deepEqual([x.grad, y.grad], [undefined, undefined]);
    backward(z);
    assert.deepEqual([x, y, z].map(gradient), [12, 2, 3]);
  });

  it("takes the values of the forward pass, whatever the variables are by now", () => {
    const w = tensor(3);
    const loss = mul(w, w);
    w.assign(row([100]));
    backward(loss);
    assert.equal(gradient(w), 6);
  });

  it("visits every tensor after all that was made from it, and changes nothing", () => {
    const { a, b } = named({ a: 3, b: -2 });
    const c = mul(a, b).named("c");
    const e = mul(c, add(c, a).named("d")).named("e");
    const order = [...visits(e)];
    assert.deepEqual(
      order.map(({ tensor }) => tensor.name),
      ["e", "d", "c", "b", "a"],
    );
    assert.deepEqual(
      order[0].shares.map((share) => share?.data[0]),
      [-3, -6],
    );
    assert.equal(a.grad, undefined);
  });

  it("gives each pass gradients of its own: one that is overwritten spoils no other", () => {
    const Z = tensor(fromRows([[0, 0]]));
    const loss = softmaxCrossEntropy(Z, [0]);
    for (let pass = 0; pass < 2; pass++) {
      Z.grad = undefined;
      backward(loss);
      assert.deepEqual(Z.grad && [...(Z.grad as Matrix).data], [-0.5, 0.5]);
      (Z.grad as unknown as Matrix).data.fill(7);
    }
  });

  it("leaves arguments and constants alone", () => {
    const X = fromRows([[1, 2]]);
    const W = tensor(ones(2, 3));
    backward(sum(matmul(X, W)));
    assert.deepEqual([...X.data], [1, 2]);
    assert.deepEqual([...W.grad!.data], [1, 1, 1, 2, 2, 2]);
  });

  it("is not done for a learner who is to write it", () => {
    for (const exercise of ["backward", "linearBackward", "mlpLossAndGrads"])
      whileChecking(exercise, () => {
        assert.throws(() => backward(mul(tensor(1), 2)), OwnWorkError);
      });
    whileChecking("affine", () => {
      assert.throws(() => affine(ones(1, 1), tensor(1), ones(1, 1)), OwnWorkError);
    });
  });
});

describe("constants", () => {
  it("get no gradient, and what is made of them is constant", () => {
    assert.ok(mul(2, row([1, 2])).isConstant);
    assert.ok(!mul(tensor(2), row([1, 2])).isConstant);
  });

  it("noGrad remembers nothing, only inside, and again after an error", () => {
    const w = tensor(2);
    const y = noGrad(() => noGrad(() => mul(w, 3)));
    assert.equal(y.item(), 6);
    assert.deepEqual(y.origin.parents, []);
    assert.throws(() =>
      noGrad(() => {
        throw new Error("stop");
      }),
    );
    backward(mul(w, 3));
    assert.equal(gradient(w), 3);
  });
});
