import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inspect } from "node:util";
import { NotYet } from "../../lib/checks/validation";
import { check } from "../../lib/exercises/01-logistic-regression";
import { add, type Matrix, map, matmul } from "../../lib/matrix";

before(() => {
  process.env.NBGRADER_VALIDATING = "1";
});
after(() => {
  delete process.env.NBGRADER_VALIDATING;
});

test("nbgrader's Validate gets the report of a check below full points as an error", () => {
  const overflows = (Z: Matrix) => map(Z, (x) => Math.exp(x) / (1 + Math.exp(x)));
  assert.throws(
    () => check("1.2", overflows),
    (error) => {
      assert.ok(error instanceof NotYet);
      // What the kernel shows of it: without a stack, in lines that Validate does not cut.
      const shown = inspect(error);
      assert.match(shown, /^NotYet: 1\.2 sigmoid: 2\.1 of 3 points\. NaN at 1000/);
      for (const line of shown.split("\n")) assert.ok(line.length <= 83, line);
      return true;
    },
  );
});

test("a check of full points is a report, as it is for a learner", () => {
  const report = check("1.1", (X, W, b) => add(matmul(X, W), b));
  assert.equal(report.constructor.name, "Report");
});
