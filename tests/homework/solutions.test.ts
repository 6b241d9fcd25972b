import assert from "node:assert/strict";
import { test } from "node:test";
import { attempts } from "../../homework/attempts";
import * as nn from "../../lib";
import { answersOf, type Exercise, judge, Report } from "../../lib/checks";
import { whileChecking } from "../../lib/own-work";
import { functionOf, typeErrors } from "./cell";
import { englishIn } from "./english";

/** Seeds of a learner's session and of two gradings. */
const SEEDS = [20, 7, 2026];

/** The exercise without the inputs that take long, which `solutions.slow.test.ts` asks, too. */
const withoutInputs = (long: (input: unknown) => boolean, exercise: Exercise): typeof exercise => ({
  ...exercise,
  parts: exercise.parts.map((part) => ({
    ...part,
    inputs: (rng) => part.inputs(rng).filter((input) => !long(input)),
  })),
});

/** A function, and those that it or a record has, each called in another check. */
function inACheck<T>(work: T): T {
  const parts = Object.fromEntries(
    Object.entries(work as object).map(([name, part]) => [
      name,
      typeof part === "function" ? inACheck(part) : part,
    ]),
  );
  if (typeof work !== "function") return parts as T;
  const call = (...input: unknown[]) => whileChecking("another", () => work(...input));
  return Object.assign(call, parts) as T;
}

for (const { lesson, exercises, functions } of attempts) {
  for (const { exercise: id, name, right, wrong, long } of functions) {
    const exercise = long ? withoutInputs(long, exercises[id]) : exercises[id];
    const seeds = long ? SEEDS.slice(0, 1) : SEEDS;
    const check = (source: string, seed: number) => {
      const answers = answersOf(exercise, functionOf(source, name), seed);
      const verdict = judge(exercise, JSON.parse(JSON.stringify(answers)), seed);
      return { points: verdict.points, report: new Report(exercise, verdict) };
    };
    const inRussian = (source: string, seed: number) => {
      nn.language("ru");
      const { report } = check(source, seed);
      const text = `${report}`;
      nn.language("en");
      return { message: report.message, text };
    };

    test(`${lesson} ${id}: every right solution earns every point`, () => {
      assert.ok(Object.keys(right).length >= 3);
      for (const [way, source] of Object.entries(right))
        for (const seed of seeds) {
          const { points, report } = check(source, seed);
          assert.equal(points, exercise.points, `${way}: ${report}`);
        }
    });

    for (const [slip, { source, says }] of Object.entries(wrong))
      test(`${lesson} ${id}: wrong, and told why: ${slip}`, () => {
        for (const seed of seeds) {
          const { points, report } = check(source, seed);
          assert.ok(points < exercise.points, `full points: ${report}`);
          assert.ok(report.message.includes(says), `“${says}” is not in “${report.message}”`);
        }
        const { message, text } = inRussian(source, seeds[0]);
        assert.match(message, /[а-яё]{2}/i);
        assert.deepEqual(englishIn(text), []);
      });

    test(`${lesson} ${id}: the exercise's own answers earn nothing, nor do they in a check of its own`, () => {
      for (const work of [exercise.reference, inACheck(exercise.reference)]) {
        const answers = answersOf(exercise, work, SEEDS[0]);
        const verdict = judge(exercise, answers, SEEDS[0]);
        assert.equal(verdict.points, 0);
        assert.match(
          new Report(exercise, verdict).message,
          /is the function that this exercise asks for/,
        );
      }
    });

    test(`${lesson} ${id}: an untouched exercise and a forwarded one earn nothing`, () => {
      const stub = `function ${name}() { throw new Error("not started"); }`;
      assert.equal(check(stub, SEEDS[0]).points, 0);
      // Some exercises ask for what the library has not: there is nothing to forward to.
      const forwarded = Object.entries(wrong).filter(([slip]) => slip.startsWith("forwarded"));
      if (name in nn) assert.ok(forwarded.length > 0, `nobody forwards to nn.${name}`);
      for (const [slip, { source }] of forwarded)
        assert.equal(check(source, SEEDS[0]).points, 0, slip);
    });
  }

  test(`${lesson}: every attempt is a cell that compiles`, () => {
    const sources = functions.flatMap(({ right, wrong }) => [
      ...Object.values(right),
      ...Object.values(wrong).map(({ source }) => source),
    ]);
    const [planted, ...errors] = typeErrors(["const text: string = nn.pi;", ...sources]);
    assert.match(planted, /'pi' does not exist/);
    sources.forEach((source, k) => {
      assert.equal(errors[k], "", source);
    });
  });
}
