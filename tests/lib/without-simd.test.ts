import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { sigmoid, tanh } from "../../lib/activations";
import { tensor } from "../../lib/autograd";
import {
  add,
  affine,
  exp,
  type Matrix,
  map,
  matmul,
  matmulByDefinition,
  matmulNT,
  matmulTN,
  mul,
  sub,
  transpose,
} from "../../lib/matrix";
import { kernelFor } from "../../lib/matrix/simd/choose";
import { sgd } from "../../lib/optimizers";
import { mulberry32, randn } from "../../lib/random";
import { sameMatrix } from "./properties";

const compilers = (globalThis as unknown as { WebAssembly: { Instance: new () => object } })
  .WebAssembly;

const rng = mulberry32(1);
const [A, B] = [randn(rng, 50, 70), randn(rng, 70, 30)];

/** A parameter after a step of SGD whose gradient is the parameter itself. */
function afterStep(M: Matrix): Matrix {
  const parameter = tensor(M);
  const optimizer = sgd([parameter], { lr: 0.5 });
  parameter.grad = M;
  optimizer.step();
  return parameter.value;
}

test("where WebAssembly fails, the plain kernel serves, and nobody hears of it", () => {
  const said = ["log", "warn", "error"].map((name) => mock.method(console, name as "log"));
  mock.method(compilers, "Instance", () => {
    throw new RangeError("could not allocate memory");
  });
  const AB = matmulByDefinition(A, B);
  sameMatrix(matmul(A, B), AB);
  sameMatrix(matmulTN(transpose(A), B), AB);
  sameMatrix(matmulNT(A, transpose(B)), AB);
  const b = randn(rng, 1, 30);
  sameMatrix(affine(A, B, b), add(AB, b));
  sameMatrix(exp(A), map(A, Math.exp));
  for (const f of [tanh, sigmoid]) {
    sameMatrix(
      f(A),
      map(A, (x) => f(x)),
    );
    sameMatrix(f.vjp(A, A), mul(A, f.derivative(A)));
  }
  sameMatrix(afterStep(A), sub(A, mul(A, 0.5)));
  assert.deepEqual(
    said.map(({ mock }) => mock.callCount()),
    [0, 0, 0],
  );
  const memory = kernelFor(100).memory(100);
  assert.ok(memory.byteLength % 65_536 !== 0, "WebAssembly's memory comes in pages");
});
