import assert from "node:assert/strict";
import { test } from "node:test";
import { kernelFor } from "../../lib/matrix/simd/choose";

const MB = 2 ** 20 / Float64Array.BYTES_PER_ELEMENT;
const PAGE = 65_536;

test("the kernel's memory is a page above the largest that was asked for, and is kept", () => {
  for (const numbers of [100, 30_000, 20, MB, 3 * MB + 1, 1]) kernelFor(numbers);
  const memory = kernelFor(1).memory(1);
  assert.ok(memory.length >= 3 * MB + 1);
  assert.ok(memory.byteLength < 8 * (3 * MB + 1) + PAGE);
  assert.equal(kernelFor(1).memory(1), memory, "the same for the next");
});

test("a memory of more than 64 MB is given back", () => {
  const large = kernelFor(65 * MB);
  assert.ok(large.memory(65 * MB).length >= 65 * MB);
  assert.notEqual(kernelFor(1), large);
  assert.ok(kernelFor(1).memory(1).length < MB);
});

test("more than WebAssembly can have is the plain kernel's, and only that", () => {
  assert.equal(kernelFor(2 ** 29 + 1).ofEntries, undefined);
  assert.ok(kernelFor(100).ofEntries);
});
