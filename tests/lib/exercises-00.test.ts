import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf, type Exercise, judge, Report } from "../../lib/checks";
import { exercises } from "../../lib/exercises/00-start-here";

// biome-ignore lint/suspicious/noExplicitAny: exercises of any function, mistakes of any name
const exercise: Exercise<any, any> = exercises["0.1"];
const check = (work: (numbers: number[]) => number) =>
  new Report(exercise, judge(exercise, answersOf(exercise, work, 20), 20));
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

test("0.1: a mean is right, however it is computed", () => {
  assert.equal(check((numbers) => sum(numbers) / numbers.length).points, 1);
  assert.equal(check((numbers) => sum(numbers.map((x) => x / numbers.length))).points, 1);
});

const slips: [message: RegExp, work: (numbers: number[]) => number][] = [
  [/This is the sum/, sum],
  [/Rounded/, (numbers) => Math.floor(sum(numbers) / numbers.length)],
  [/one number too many or too few/, (numbers) => sum(numbers) / (numbers.length - 1)],
];
for (const [message, work] of slips)
  test(`0.1: a slip is told: ${message.source}`, () => {
    const report = check(work);
    assert.ok(report.points < 1);
    assert.match(report.message, message);
  });
