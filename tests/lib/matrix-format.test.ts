import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as nn from "../../lib";
import { formatNumber } from "../../lib/matrix/format";
import { forAll, matrices, numbers, throws } from "./properties";

type Displayed = { [symbol: symbol]: () => Record<string, string> };
const shown = (M: nn.Matrix): Record<string, string> =>
  (M as unknown as Displayed)[Symbol.for("Jupyter.display")]();

test("numbers have six significant digits, whole numbers all of theirs", () => {
  const cases: [number, string][] = [
    [0.1 + 0.2, "0.3"],
    [Math.PI * 1000, "3141.59"],
    [123456789, "123456789"],
    [-0, "0"],
    [2e-9, "2e-9"],
    [1234567.5, "1.23457e6"],
    [6.02214076e23, "6.02214e23"],
    [0.0001, "0.0001"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
  ];
  for (const [x, text] of cases) assert.equal(formatNumber(x), text);
  forAll(numbers(1e12), (x) => {
    assert.ok(Math.abs(Number(formatNumber(x)) - x) <= 5.1e-6 * Math.abs(x));
  });
});

test("text: the shape, then numbers with point under point", () => {
  const M = nn.fromRows([
    [1.5, 2e-9, NaN],
    [-1000.123456789, Infinity, 0],
  ]);
  const text = [
    "2×3 matrix", //
    "      1.5          2e-9  NaN",
    "  -1000.12  Infinity       0",
  ].join("\n");
  assert.equal(nn.toText(M), text);
  assert.equal(inspect(M), text);
  assert.equal(shown(M)["text/plain"], text);
});

test("up to ten rows and columns are shown whole, more are cut in the middle and say so", () => {
  assert.equal(nn.toText(nn.ones(10, 10)).split("\n").length, 11);
  const large = nn.toText(nn.ones(11, 1000)).split("\n");
  assert.equal(large[0], "11×1000 matrix (first and last 5 rows and columns)");
  assert.deepEqual(large.slice(1, 7), [
    ...Array(5).fill(large[1]),
    `  ${Array(11).fill("…").join("  ")}`,
  ]);
  assert.equal(large[1], "  1  1  1  1  1  …  1  1  1  1  1");
  assert.equal(large.length, 12);
  assert.ok(nn.toText(nn.ones(11, 2)).startsWith("11×2 matrix (first and last 5 rows)\n"));
});

test("a matrix without numbers shows its shape", () => {
  assert.equal(nn.toText(nn.zeros(0, 3)), "0×3 matrix");
  assert.equal(nn.toText(nn.zeros(1, 0)), "1×0 matrix\n");
});

test("HTML: shape, numbered heads for rows and columns, every number, no ground of its own", () =>
  forAll(matrices(), (M) => {
    const html = nn.toHtml(M);
    assert.equal(shown(nn.copy(M))["text/html"], html);
    assert.ok(html.includes(`>${nn.shapeOf(M)} matrix</caption>`));
    assert.equal(html.match(/<th scope="col"/g)?.length, M.cols);
    assert.equal(html.match(/<th scope="row"/g)?.length, M.rows);
    const cells = [...html.matchAll(/<td style[^>]*>([^<]*)<\/td>/g)].map(([, cell]) =>
      cell.trim(),
    );
    assert.deepEqual(cells, Array.from(M.data, formatNumber));
    assert.doesNotMatch(html, /#[0-9a-f]{3}|background: (?!none)/i);
  }));

test("plain literals can be shown, and others are refused in words", () => {
  assert.equal(nn.toText({ rows: 1, cols: 1, data: Float64Array.of(3) }), "1×1 matrix\n  3");
  throws(
    () => nn.toHtml([1] as unknown as nn.Matrix),
    nn.ValueError,
    "toHtml: M needs to be a matrix, and is an Array. fromRows([[1, 2], [3, 4]]) makes one.",
  );
});
