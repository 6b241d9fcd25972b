import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { type Check, judgeCheck } from "../../homework/judge/judge-checks";
import { type AnyFunction, answersOf, type Exercise } from "../../lib/checks";
import { exercises } from "../../lib/exercises/01-logistic-regression";
import { add, type Matrix, matmul } from "../../lib/matrix";

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };
const SEED = 99;

/** The record of a check of exercise 1.1, as it comes out of another process. */
const recordOf = (f: AnyFunction, seed = SEED) =>
  JSON.parse(
    JSON.stringify({
      exercise: "1.1",
      answers: answersOf(exercises["1.1"] as unknown as Exercise, f, seed),
    }),
  );

/** Right, and not the library's own: that one refuses to be called in a check. */
const solved = (X: Matrix, W: Matrix, b: Matrix): Matrix => add(matmul(X, W), b);

const check = (change: Partial<Check>): Check => ({
  exercise: "1.1",
  maximum: 3,
  record: recordOf(solved),
  exerciseError: null,
  checkError: null,
  ...change,
});

test("right answers earn what the gradebook gives, and the report says so", () => {
  for (const maximum of [3, 10, 0.5, 0]) {
    const { points, html } = judgeCheck(check({ maximum }), SEED);
    assert.equal(points, maximum);
    assert.match(html, new RegExp(`1\\.1 affine: ${maximum} of ${maximum} points`));
  }
});

test("part of the work earns its part of what the gradebook gives", () => {
  const record = recordOf((X, W, b) => (X.rows === 5 ? X : solved(X, W, b)));
  const [three, thirty] = [3, 30].map((maximum) => judgeCheck(check({ record, maximum }), SEED));
  assert.ok(three.points > 0 && three.points < 3);
  assert.ok(Math.abs(thirty.points - 10 * three.points) < 0.1);
});

test("answers to another seed's inputs earn little", () => {
  assert.ok(judgeCheck(check({ record: recordOf(solved, SEED + 1) }), SEED).points < 3);
});

test("without a record the report says why, by the first thing that went wrong", () => {
  const said = (change: Partial<Check>) => {
    const { points, html } = judgeCheck(check({ record: null, ...change }), SEED);
    assert.equal(points, 0);
    return html;
  };
  assert.match(said({}), /gave no answers/);
  assert.match(said({ checkError: "CellTimeoutError" }), /does a loop never end\?/);
  assert.match(said({ checkError: "TypeError: no" }), /The check stopped with TypeError: no/);
  assert.match(
    said({ checkError: "ReferenceError: affine", exerciseError: "Error: <b>" }),
    /The exercise&#39;s cell stopped with Error: &#60;b&#62;/,
  );
  assert.match(said({ record: { exercise: "1.4", answers: [] } }), /another exercise/);
});

test("whatever a record is, the judge ends with points between 0 and all", () => {
  const whole = recordOf(solved);
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        part: fc.oneof(fc.nat(3), fc.jsonValue()),
        input: fc.oneof(fc.nat(3), fc.jsonValue()),
        call: fc.nat(2),
        wroteTo: fc.jsonValue(),
        returned: fc.oneof(
          fc.jsonValue(),
          fc.record({ rows: fc.jsonValue(), cols: fc.jsonValue(), data: fc.jsonValue() }),
          fc.record({
            rows: fc.nat(),
            cols: fc.nat(),
            data: fc.record({ $numbers: fc.jsonValue() }),
          }),
        ),
        threw: fc.record({ kind: fc.constantFrom("own work", "error", "?"), text: fc.jsonValue() }),
      },
      { requiredKeys: [] },
    ),
  );
  const record = fc.oneof(
    fc.jsonValue(),
    fc.record({ exercise: fc.constant("1.1"), answers: fc.array(entry) }),
    fc.record({ exercise: fc.constant("1.1"), answers: fc.jsonValue() }),
  );
  fc.assert(
    fc.property(record, (hostile) => {
      const { points, html } = judgeCheck(
        check({ record: JSON.parse(JSON.stringify(hostile)) }),
        SEED,
      );
      assert.ok(points >= 0 && points <= 3 && html.length < 100_000);
    }),
    RUNS,
  );
  // Entries that answer no call don't hide those that do.
  const mixed = { ...whole, answers: [null, 3, { part: 77 }, ...whole.answers] };
  assert.equal(judgeCheck(check({ record: mixed }), SEED).points, 3);
});

test("a record nested a million times is refused, not walked", () => {
  const answers = recordOf(solved).answers.map((answer: object) => ({
    ...answer,
    returned: JSON.parse("[".repeat(100_000) + "]".repeat(100_000)),
  }));
  assert.equal(judgeCheck(check({ record: { exercise: "1.1", answers } }), SEED).points, 0);
});

test("an exercise that no lesson has is the teacher's mistake, and loud", () => {
  assert.throws(() => judgeCheck(check({ exercise: "1.99" }), SEED), /no exercise 1\.99/);
  assert.throws(() => judgeCheck(check({ exercise: "99.1" }), SEED), /no exercise 99\.1/);
});

test("the judge runs as a process of its own, on what a learner has installed", () => {
  const input = JSON.stringify({ seed: SEED, checks: [check({}), check({ record: null })] });
  const { stdout, stderr } = spawnSync(process.execPath, ["homework/judge/main.js"], {
    input,
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  const points = JSON.parse(stdout).map((judgement: { points: number }) => judgement.points);
  assert.deepEqual(points, [3, 0]);
});
