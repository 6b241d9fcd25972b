import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DataError,
  get,
  IndexError,
  matmul,
  mulberry32,
  ShapeError,
  ValueError,
  zeros,
} from "../../lib";
import { throws } from "./properties";

test("every kind of error says its name, also in the first line of its stack", () => {
  for (const Kind of [ShapeError, ValueError, IndexError, DataError]) {
    const error = new Kind("what was needed, what came");
    assert.ok(error instanceof Error);
    assert.equal(error.name, Kind.name);
    assert.equal(String(error), `${Kind.name}: what was needed, what came`);
    assert.ok(error.stack?.startsWith(`${Kind.name}: what was needed, what came\n`));
    assert.deepEqual(Object.keys(error), []);
  }
});

test("a ShapeError says both shapes", () =>
  throws(
    () => matmul(zeros(2, 3), zeros(2, 4)),
    ShapeError,
    "matmul: need A columns = B rows, got [2×3] and [2×4]. Did you mean matmul(transpose(A), B)?",
  ));

test("a ValueError says the value", () =>
  throws(() => mulberry32(0.5), ValueError, "mulberry32: a seed is a whole number, got 0.5."));

test("an IndexError says what there is", () =>
  throws(() => get(zeros(2, 3), 2, 0), IndexError, "get: rows are 0 to 1, got row 2."));
