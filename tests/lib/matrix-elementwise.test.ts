import { test } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import { forAll, matrices, numbers, sameMatrix, shaped, throws, untouched } from "./properties";

const operations = { add: nn.add, sub: nn.sub, mul: nn.mul, div: nn.div };

/** A row, column or number written out to n×m by hand. */
const tiled = (M: nn.Matrix, rows: number, cols: number): nn.Matrix =>
  nn.fromRows(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: cols }, (_, j) => nn.get(M, M.rows === 1 ? 0 : i, M.cols === 1 ? 0 : j)),
    ),
  );

for (const [name, operation] of Object.entries(operations)) {
  test(`${name}: a row, a column, a number beside a matrix equal the same written out`, () =>
    forAll(
      shaped(2, (n, m) => [
        [n, m],
        [1, m],
        [n, 1],
        [1, 1],
      ]),
      ([A, ...parts]) => {
        for (const B of parts) {
          const whole = tiled(B, A.rows, A.cols);
          sameMatrix(
            untouched([A, B], () => operation(A, B)),
            operation(A, whole),
          );
          sameMatrix(operation(B, A), operation(whole, A));
        }
        sameMatrix(operation(A, parts[2].data[0]), operation(A, parts[2]));
        sameMatrix(operation(parts[2].data[0], A), operation(parts[2], A));
      },
    ));

  test(`${name}: other shapes are an error that says both`, () =>
    throws(
      () => operation(nn.zeros(2, 3), nn.zeros(3, 4)),
      nn.ShapeError,
      `${name}: need equal shapes, or a 1×m row, an n×1 column or a number beside an n×m matrix; got [2×3] and [3×4].`,
    ));
}

test("a column beside a row is an error, and the transpose is offered", () =>
  throws(
    () => nn.sub(nn.zeros(3, 1), nn.zeros(1, 3)),
    nn.ShapeError,
    "sub: need equal shapes, or a 1×m row, an n×1 column or a number beside an n×m matrix; got [3×1] and [1×3]. Did you mean transpose(B)?",
  ));

test("add and mul commute; sub is add of neg; two numbers are 1×1", () => {
  forAll(
    shaped(2, (n, m) => [
      [n, m],
      [n, m],
    ]),
    ([A, B]) => {
      sameMatrix(nn.add(A, B), nn.add(B, A));
      sameMatrix(nn.mul(A, B), nn.mul(B, A));
      sameMatrix(nn.sub(A, B), nn.add(A, nn.neg(B)));
    },
  );
  sameMatrix(nn.add(2, 3), nn.row([5]));
});

test("a row stays a row beside no rows", () =>
  sameMatrix(nn.add(nn.zeros(0, 3), nn.row([1, 2, 3])), nn.zeros(0, 3)));

test("map applies f to every entry and tells it where the entry is", () =>
  forAll(matrices(), (M) => {
    const where = untouched([M], () => nn.map(M, (x, i, j) => x - nn.get(M, i, j)));
    sameMatrix(where, nn.zeros(M.rows, M.cols));
  }));

test("exp, log, sqrt and abs are Math's, entry by entry", () =>
  forAll(fc.array(numbers(), { minLength: 1 }), (entries) => {
    const positive = nn.row(entries.map(Math.abs));
    sameMatrix(nn.abs(nn.row(entries)), positive);
    sameMatrix(nn.exp(nn.row(entries)), nn.row(entries.map(Math.exp)));
    sameMatrix(nn.log(positive), nn.row(entries.map((x) => Math.log(Math.abs(x)))));
    sameMatrix(nn.sqrt(positive), nn.row(entries.map((x) => Math.sqrt(Math.abs(x)))));
  }));
