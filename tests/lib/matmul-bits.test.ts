import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import { compiledKernel } from "../../lib/matrix/simd/compiled";
import type { Kernel } from "../../lib/matrix/simd/kernel";
import { type Factor, multiply } from "../../lib/matrix/simd/multiply";
import { plainKernel } from "../../lib/matrix/simd/plain";
import { forAll, throws, untouched } from "./properties";

/** What rounding, overflow and signs can trip over. */
const awkward = [0, -0, NaN, Infinity, -Infinity, 5e-324, -1e-310, 1e308, -1e308, 1, -1];

/** Numbers of both signs and of many sizes; this share of them is awkward. */
function random(rng: nn.Random, rows: number, cols: number, share: number): nn.Matrix {
  const number = () =>
    rng() < share ? awkward[Math.floor(rng() * awkward.length)] : (rng() - 0.5) * 2 ** (40 * rng());
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, number) };
}

/** The same shape and bits; only that one NaN may have other bits than another, which no code sees. */
function sameBits(actual: nn.Matrix, expected: nn.Matrix): void {
  assert.equal(nn.shapeOf(actual), nn.shapeOf(expected));
  const wrong = expected.data.findIndex((x, k) => !Object.is(x, actual.data[k]));
  assert.equal(wrong, -1, `entry ${wrong}: ${actual.data[wrong]}, not ${expected.data[wrong]}`);
}

interface Case {
  readonly n: number;
  readonly k: number;
  readonly m: number;
  readonly seed: number;
  readonly share: number;
}

const cases = (min: number): fc.Arbitrary<Case> => {
  const size = fc.oneof(
    fc.integer({ min, max: 9 }),
    fc.integer({ min, max: 40 }),
    fc.constantFrom(4, 8, 16, 32, 64),
  );
  const share = fc.constantFrom(0, 0, 0.002, 0.2);
  return fc.record({ n: size, k: size, m: size, seed: fc.integer(), share });
};

/** A product of the given shape, in each of the ways in which the factors can be stored. */
function products({ n, k, m, seed, share }: Case) {
  const rng = nn.mulberry32(seed);
  const [A, B] = [random(rng, n, k, share), random(rng, k, m, share)];
  const [At, Bt] = [nn.transpose(A), nn.transpose(B)];
  const asIt = (M: nn.Matrix): Factor => ({ M, transposed: false });
  const turned = (M: nn.Matrix): Factor => ({ M, transposed: true });
  return {
    ...{ A, B, At, Bt, AB: nn.matmulByDefinition(A, B) },
    stored: { NN: [asIt(A), asIt(B)], TN: [turned(At), asIt(B)], NT: [asIt(A), turned(Bt)] },
  };
}

const agrees = (kernel: Kernel, shape: Case): void => {
  const { AB, stored } = products(shape);
  for (const [A, B] of Object.values(stored))
    sameBits({ ...AB, data: multiply(() => kernel, A, B) }, AB);
};

const kernels = { "the SIMD kernel": compiledKernel(), "the plain kernel": plainKernel() };

for (const [name, kernel] of Object.entries(kernels))
  describe(`${name} gives the definition's bits`, () => {
    it("for any shape, transposed or not, and any number", () =>
      forAll(cases(1), (shape) => agrees(kernel, shape)));

    it("where the product is cut into blocks: more than 96 rows, more than 256 steps", () => {
      const sizes = [95, 96, 97, 255, 256, 257, 515];
      sizes.forEach((size, seed) => {
        agrees(kernel, { n: size, k: 5, m: 3, seed, share: 0 });
        agrees(kernel, { n: 6, k: size, m: 7, seed, share: 0.001 });
        agrees(kernel, { n: 3, k: 2, m: size, seed, share: 0 });
      });
      agrees(kernel, { n: 193, k: 513, m: 33, seed: 1, share: 0 });
    });

    it("also when a larger or a broken product was there before", () => {
      agrees(kernel, { n: 60, k: 60, m: 60, seed: 2, share: 0.5 });
      agrees(kernel, { n: 5, k: 7, m: 6, seed: 3, share: 0 });
    });
  });

describe("matmul, matmulTN and matmulNT give the definition's bits", () => {
  it("for any shape, the empty ones too, and change no argument", () =>
    forAll(cases(0), (shape) => {
      const { A, B, At, Bt, AB } = products(shape);
      untouched([A, B, At, Bt], () => {
        sameBits(nn.matmul(A, B), AB);
        sameBits(nn.matmulTN(At, B), AB);
        sameBits(nn.matmulNT(A, Bt), AB);
      });
    }));

  it("the sum over no steps is +0", () => {
    const A = nn.zeros(30, 0);
    const expected = nn.zeros(30, 40);
    sameBits(nn.matmul(A, nn.zeros(0, 40)), expected);
    sameBits(nn.matmulTN(nn.transpose(A), nn.zeros(0, 40)), expected);
    sameBits(nn.matmulNT(A, nn.zeros(40, 0)), expected);
  });

  it("a matrix times itself, as itself and as its transpose", () => {
    const M = random(nn.mulberry32(4), 21, 21, 0);
    sameBits(nn.matmul(M, M), nn.matmulByDefinition(M, M));
    sameBits(nn.matmulTN(M, M), nn.matmulByDefinition(nn.transpose(M), M));
    sameBits(nn.matmulNT(M, M), nn.matmulByDefinition(M, nn.transpose(M)));
  });
});

it("matmulTN and matmulNT say which sides have to be equal", () => {
  throws(
    () => nn.matmulTN(nn.zeros(2, 3), nn.zeros(4, 3)),
    nn.ShapeError,
    "matmulTN: need A rows = B rows, got [2×3] and [4×3].",
  );
  throws(
    () => nn.matmulNT(nn.zeros(2, 3), nn.zeros(2, 4)),
    nn.ShapeError,
    "matmulNT: need A columns = B columns, got [2×3] and [2×4].",
  );
});
