import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import { parametricRelu } from "../../lib/activations";
import {
  activateWith,
  backward,
  matmul,
  mul,
  named,
  noGrad,
  type Operand,
  sum,
  Tensor,
  tensor,
} from "../../lib/autograd";
import { ShapeError, ValueError } from "../../lib/errors";
import { type Matrix, ones, row, zeros } from "../../lib/matrix";
import { throws } from "./properties";

describe("errors in sentences", () => {
  const W = tensor(ones(2, 3));
  const cases: readonly (readonly [string, () => unknown, typeof ShapeError, string])[] = [
    [
      "backward from a matrix",
      () => backward(mul(W, 2)),
      ShapeError,
      "backward: need a loss, one number in 1×1; got 2×3. Did you mean backward(mean(…)) or backward(sum(…))?",
    ],
    [
      "backward from a constant",
      () => backward(noGrad(() => sum(W))),
      ValueError,
      "backward: this loss depends on no variable, so there is no gradient to find. Was it made inside noGrad, or from plain matrices only? tensor(W) makes a variable.",
    ],
    [
      "backward from a number",
      () => backward(3 as unknown as Tensor),
      ValueError,
      "backward: need a tensor, which remembers how it was made; got a number. Leave out item(), which forgets it.",
    ],
    [
      "an operation on a list",
      () => mul(W, [1, 2] as unknown as Operand),
      ValueError,
      "mul: an operand needs to be a matrix, and is an Array. fromRows([[1, 2], [3, 4]]) makes one.",
    ],
    [
      "shapes that don't fit",
      () => matmul(row([1, 2, 3]), W),
      ShapeError,
      "matmul: need A columns = B rows, got [1×3] and [2×3]. Did you mean matmul(A, transpose(B))?",
    ],
    [
      "item of a matrix",
      () => W.item(),
      ShapeError,
      "item: need a 1×1 tensor, which is one number; got 2×3.",
    ],
    [
      "assigning to a result",
      () => sum(W).assign(ones(1, 1)),
      ValueError,
      "assign: need a variable; this one was made by sum.",
    ],
    [
      "assigning another shape",
      () => tensor(ones(2, 3)).named("W").assign(zeros(3, 2)),
      ShapeError,
      "assign: W is 2×3, got 3×2.",
    ],
    [
      "a slope for each unit",
      () => activateWith(parametricRelu, W, ones(1, 3)),
      ShapeError,
      "activateWith: need one number a for all units, 1×1; got 1×3.",
    ],
    [
      "an asynchronous noGrad",
      () => noGrad(async () => {}),
      ValueError,
      "noGrad: need a function that is done when it returns; got an async one. Call noGrad inside of it, around the operations.",
    ],
    [
      "a tensor of text",
      () => tensor("1" as unknown as Matrix),
      ValueError,
      "tensor: the value needs to be a matrix, and is a string. fromRows([[1, 2], [3, 4]]) makes one.",
    ],
  ];
  for (const [what, work, Kind, message] of cases) it(what, () => throws(work, Kind, message));
});

describe("a tensor shows itself", () => {
  it("with its name, its operation, its value and its gradient", () => {
    const { w } = named({ w: 3 });
    const y = mul(w, 2).named("y");
    backward(y);
    assert.equal(inspect(w), "w: variable, 1×1 matrix\n  3\ngradient, 1×1 matrix\n  2");
    assert.match(inspect(y), /^y: tensor, made by mul, 1×1 matrix\n {2}6/);
    const display = (y as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ];
    const bundle = display.call(y);
    assert.equal(bundle["text/plain"], inspect(y));
    assert.equal(bundle["text/html"].match(/<table/g)?.length, 2);
  });

  it("a named tensor stays the same tensor", () => {
    const t = tensor(1);
    assert.equal(named({ t }).t, t);
    assert.equal(t.name, "t");
    assert.ok(t instanceof Tensor);
  });
});
