import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import { closeNumber, forAll, throws } from "./properties";

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 32 });

test("seed 42 gives the course's numbers", () => {
  const rng = nn.mulberry32(42);
  for (const u of [0.6011037519, 0.448290559, 0.8524657935]) closeNumber(rng(), u, 1e-10);
});

test("seed 42 gives the course's normals, and randn draws them row after row", () => {
  const rng = nn.mulberry32(42);
  for (const x of [-1.28483816, -0.94535281]) closeNumber(nn.gauss(rng), x, 1e-8);
  const [once, again] = [nn.mulberry32(7), nn.mulberry32(7)];
  const N = nn.randn(once, 2, 3);
  assert.deepEqual(
    [...N.data],
    Array.from({ length: 6 }, () => nn.gauss(again)),
  );
  assert.equal(nn.shapeOf(N), "2×3");
});

test("seed 42 shuffles ten as the course does", () =>
  assert.deepEqual([...nn.shuffle(10, nn.mulberry32(42))], [0, 7, 3, 5, 2, 1, 8, 9, 4, 6]));

test("numbers are 0 ≤ u < 1; the same seed gives the same ones; other seeds give others", () =>
  forAll(seeds, (seed) => {
    const draws = (rng: nn.Random): number[] => Array.from({ length: 20 }, rng);
    const first = draws(nn.mulberry32(seed));
    assert.ok(first.every((u) => u >= 0 && u < 1));
    assert.deepEqual(draws(nn.mulberry32(seed)), first);
    assert.notDeepEqual(draws(nn.mulberry32(seed + 1)), first);
  }));

test("a shuffle holds every number once and takes n − 1 draws", () =>
  forAll(fc.tuple(fc.nat(40), seeds), ([n, seed]) => {
    let draws = 0;
    const rng = nn.mulberry32(seed);
    const order = nn.shuffle(n, () => {
      draws++;
      return rng();
    });
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      Array.from({ length: n }, (_, i) => i),
    );
    assert.equal(draws, Math.max(0, n - 1));
  }));

test("all orders of three are equally likely", () => {
  const counts = new Map<string, number>();
  const rng = nn.mulberry32(1);
  for (let k = 0; k < 6000; k++) {
    const order = nn.shuffle(3, rng).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(Math.abs(count - 1000) < 120, `${count}`);
});

test("uniform and integer stay in their bounds and fill them", () => {
  const U = nn.uniform(nn.mulberry32(3), 50, 40, -2, 5);
  assert.ok(nn.min(U) >= -2 && nn.max(U) < 5);
  assert.ok(Math.abs(nn.mean(U) - 1.5) < 0.2);
  const rng = nn.mulberry32(4);
  const drawn = new Set(Array.from({ length: 200 }, () => nn.integer(rng, 5)));
  assert.deepEqual([...drawn].sort(), [0, 1, 2, 3, 4]);
});

test("normals have mean 0 and variance 1, and are finite when a draw is 0", () => {
  const N = nn.randn(nn.mulberry32(5), 100, 100);
  assert.ok(Math.abs(nn.mean(N)) < 0.03);
  assert.ok(Math.abs(nn.mean(nn.mul(N, N)) - 1) < 0.05);
  closeNumber(
    nn.gauss(() => 0),
    0,
  );
});

test("impossible requests are refused in words", () => {
  const rng = nn.mulberry32(1);
  throws(() => nn.mulberry32(NaN), nn.ValueError, "mulberry32: a seed is a whole number, got NaN.");
  throws(
    () => nn.integer(rng, 0),
    nn.ValueError,
    "integer: need a whole number of choices, at least 1; got 0.",
  );
  throws(
    () => nn.shuffle(2.5, rng),
    nn.ValueError,
    "shuffle: need a whole number of things, 0 or more; got 2.5.",
  );
});
