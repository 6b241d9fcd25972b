import assert from "node:assert/strict";
import { test } from "node:test";
import { DataFrame } from "../../lib/data";

const heavy = ["tfjs-core", "tfjs-data", "mathjs", "xlsx", "table", "node-fetch"];
const loaded = (): string[] =>
  heavy.filter((name) =>
    Object.keys(require.cache).some((file) =>
      file
        .replaceAll("\\", "/")
        .includes(`node_modules/${name}/`.replace("tfjs", "@tensorflow/tfjs")),
    ),
  );

test("a table is made and read without the packages that take long to load", () => {
  const frame = new DataFrame([
    [1, 2],
    [3, 5],
  ]);
  assert.deepEqual(frame.values, [
    [1, 2],
    [3, 5],
  ]);
  assert.deepEqual(loaded(), []);
});

test("they come when they are needed: sums of two tables are TensorFlow's, and give a tensor", () => {
  const frame = new DataFrame([
    [1, 2],
    [3, 5],
  ]);
  assert.deepEqual(frame.add(frame).values, [
    [2, 4],
    [6, 10],
  ]);
  assert.ok(loaded().includes("tfjs-core"));
  assert.deepEqual(new DataFrame(frame.tensor).values, frame.values);
});
