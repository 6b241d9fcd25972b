import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { matmul, matmulByDefinition, matmulNT, matmulTN, transpose } from "../../lib/matrix";
import { kernelFor } from "../../lib/matrix/simd/choose";
import { mulberry32, randn } from "../../lib/random";
import { sameMatrix } from "./properties";

const compilers = (globalThis as unknown as { WebAssembly: { Instance: new () => object } })
  .WebAssembly;

const rng = mulberry32(1);
const [A, B] = [randn(rng, 50, 70), randn(rng, 70, 30)];

test("where WebAssembly fails, the plain kernel serves, and nobody hears of it", () => {
  const said = ["log", "warn", "error"].map((name) => mock.method(console, name as "log"));
  mock.method(compilers, "Instance", () => {
    throw new RangeError("could not allocate memory");
  });
  const AB = matmulByDefinition(A, B);
  sameMatrix(matmul(A, B), AB);
  sameMatrix(matmulTN(transpose(A), B), AB);
  sameMatrix(matmulNT(A, transpose(B)), AB);
  assert.deepEqual(
    said.map(({ mock }) => mock.callCount()),
    [0, 0, 0],
  );
  const memory = kernelFor(100).memory(100);
  assert.ok(memory.byteLength % 65_536 !== 0, "WebAssembly's memory comes in pages");
});
