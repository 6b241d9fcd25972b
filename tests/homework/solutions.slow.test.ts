import assert from "node:assert/strict";
import { test } from "node:test";
import { attempts } from "../../homework/attempts";
import { answersOf, judge, Report } from "../../lib/checks";
import { functionOf } from "./cell";

/** The checks that take long, asked in full: what `solutions.test.ts` asks without some inputs. */
for (const { lesson, exercises, functions } of attempts)
  for (const { exercise: id, name, right, wrong, long } of functions) {
    if (!long) continue;
    const exercise = exercises[id];
    const reportOn = (source: string, seed: number) => {
      const answers = answersOf(exercise, functionOf(source, name), seed);
      return new Report(exercise, judge(exercise, answers, seed));
    };
    for (const [way, source] of Object.entries(right))
      test(`${lesson} ${id}: in full, right: ${way}`, () => {
        for (const seed of [20, 7, 2026]) {
          const report = reportOn(source, seed);
          assert.equal(report.points, exercise.points, `${report}`);
        }
      });
    for (const [slip, { source, says }] of Object.entries(wrong))
      test(`${lesson} ${id}: in full, wrong, and told why: ${slip}`, () => {
        const report = reportOn(source, 7);
        assert.ok(report.points < exercise.points, `full points: ${report}`);
        assert.ok(report.message.includes(says), `“${says}” is not in “${report.message}”`);
      });
  }
