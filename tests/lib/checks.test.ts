import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type Answer,
  alike,
  answersOf,
  callsOf,
  type Exercise,
  firstDifference,
  G7,
  inputsOf,
  judge,
  Report,
  same,
  T9,
  T9r,
} from "../../lib/checks";
import { fromPlain, toPlain } from "../../lib/checks/plain";
import { fromRows, type Matrix, map, row } from "../../lib/matrix";
import { randn } from "../../lib/random";

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };

test("closeness: what counts as the same number", () => {
  assert.ok(T9(1 + 1e-10, 1) && !T9(1 + 1e-8, 1));
  assert.ok(T9(1e-13, 0) && !T9r(1e-13, 0));
  assert.ok(T9(Infinity, Infinity) && !T9(1e308, Infinity) && !T9(-Infinity, Infinity));
  assert.ok(!T9(Number.NaN, 0) && !T9(0, Number.NaN) && !same(Number.NaN, Number.NaN));
  assert.ok(alike(Number.NaN, Number.NaN) && !alike(Number.NaN, 1));
  assert.ok(G7(1, 1 + 1e-8) && !G7(1, 1 + 1e-6) && G7(0, 0));
});

test("difference: a value equals itself, whatever it is made of", () => {
  const value = fc.letrec((tie) => ({
    tree: fc.oneof(
      fc.double({ noNaN: true }),
      fc.string(),
      fc.array(tie("tree")),
      fc.float64Array({ noNaN: true }),
      fc.dictionary(fc.string(), tie("tree")),
    ),
  })).tree;
  fc.assert(
    fc.property(value, (v) => assert.equal(firstDifference(v, v, T9), undefined)),
    RUNS,
  );
});

test("difference: the place, and what kind of difference", () => {
  const M = fromRows([
    [1, 2],
    [3, 4],
  ]);
  const kind = (expected: unknown, got: unknown) => firstDifference(expected, got, T9);
  assert.deepEqual(
    kind(
      M,
      map(M, (x) => (x === 3 ? 0 : x)),
    ),
    {
      kind: "value",
      at: "row 1, column 0",
      expected: 3,
      got: 0,
    },
  );
  assert.deepEqual(kind(M, row([1, 2, 3, 4])), {
    kind: "shape",
    at: "",
    expected: "2×2",
    got: "1×4",
  });
  assert.deepEqual(kind({ loss: 1, dz: [1, 2] }, { loss: 1, dz: [1, 0] }), {
    kind: "value",
    at: "dz, entry 1",
    expected: 2,
    got: 0,
  });
  assert.equal(kind({ loss: 1 }, {})?.kind, "nothing");
  assert.deepEqual(kind(M, [1]), {
    kind: "type",
    at: "",
    expected: "a Matrix 2×2",
    got: "an array of 1",
  });
  for (const other of [null, 1, "1", [1], {}, { rows: 2, cols: 2 }, { ...M, data: null }])
    assert.equal(kind(M, other)?.kind, "type");
});

test("difference: a plain object is a matrix, and says it when its data is short", () => {
  const M = fromRows([[1, 2, 3]]);
  assert.equal(firstDifference(M, { rows: 1, cols: 3, data: [1, 2, 3] }, T9), undefined);
  const short = firstDifference(M, { rows: 1, cols: 3, data: [1, 2] }, T9);
  assert.deepEqual(short, {
    kind: "shape",
    at: "",
    expected: "1×3 with 3 numbers",
    got: "1×3 with 2 numbers",
  });
});

test("plain: every value comes back from JSON as it was", () => {
  const there = (value: unknown) => fromPlain(JSON.parse(JSON.stringify(toPlain(value))));
  fc.assert(
    fc.property(fc.float64Array(), (data) => {
      assert.deepEqual(there(data), data);
    }),
    RUNS,
  );
  fc.assert(
    fc.property(fc.double(), fc.string(), (x, text) => {
      assert.deepEqual(there([x, { text }, null, true]), [x, { text }, null, true]);
    }),
    RUNS,
  );
  assert.ok(Object.is(there(-0), -0));
  assert.deepEqual(there(Int32Array.of(1, -2)), Int32Array.of(1, -2));
  const { rows, cols, data } = there(fromRows([[1, Number.NaN]])) as Matrix;
  assert.deepEqual([rows, cols, data], [1, 2, Float64Array.of(1, Number.NaN)]);
});

test("plain: what is no answer is cut, not followed", () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  assert.ok(JSON.stringify(toPlain(circle)).length < 1000);
  assert.equal(fromPlain(toPlain(() => 1)), undefined);
  assert.equal(fromPlain(toPlain(new Float64Array(2e6))), undefined);
});

/** y = 2x, with a sign for its mistake: an exercise small enough to see through. */
type Double = (M: Matrix) => Matrix;
const double: Exercise<Double, "triple"> = {
  id: "0.1",
  name: "double",
  parameters: ["M"],
  points: 5,
  reference: (M) => map(M, (x) => 2 * x),
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[EXAMPLE]] },
    { name: "hard", share: 1, inputs: () => [[row([1e300])], [row([0])]] },
    { name: "shapes", share: 2, inputs: (rng) => [[randn(rng, 2, 3)], [randn(rng, 4, 1)]] },
  ],
  diagnoses: [{ mistake: "triple", wrong: (M) => map(M, (x) => 3 * x) }],
  words: {
    en: { hints: ["twice", "2x", "return 2 * x"], mistakes: { triple: "That is three times." } },
  },
};
const EXAMPLE = row([1, 2]);

const attempt = (f: (M: Matrix) => unknown, seed = 1) => {
  const verdict = judge(double, answersOf(double, f as Double, seed), seed);
  return { ...verdict, message: new Report(double as Exercise, verdict).message };
};

test("judge: right in every part earns all, whatever the seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      assert.equal(attempt((M) => map(M, (x) => x + x), seed).points, 5);
    }),
    RUNS,
  );
});

test("judge: each part earns its share, good manners count with right values only", () => {
  assert.equal(attempt((M) => (M.data[0] === 1 ? row([2, 4]) : M)).points, 1);
  const inPlace = (M: Matrix) => {
    M.data.forEach((x, k) => {
      M.data[k] = 2 * x;
    });
    return M;
  };
  assert.equal(attempt(inPlace).points, 4.5);
  assert.match(attempt(inPlace).message, /double wrote to its argument M/);
  assert.deepEqual([...EXAMPLE.data], [1, 2]);
  let calls = 0;
  const tires = (M: Matrix) => map(M, (x) => (calls++ < 12 + 5 ? 2 * x : 0));
  assert.ok(attempt(tires).points < 5);
});

test("judge: a known mistake is named, an unknown one is located", () => {
  assert.equal(attempt((M) => map(M, (x) => 3 * x)).message, "That is three times.");
  assert.match(attempt((M) => map(M, (x) => 4 * x)).message, /row 0, column 0: 2 expected, got 4/);
  assert.match(attempt(() => undefined).message, /is a return missing\?/);
  assert.match(attempt(() => 3).message, /a Matrix 1×2 expected, got a number/);
});

test("judge: what is thrown is said, and an untouched stub is no error", () => {
  const throwing = (thrown: unknown) =>
    attempt(() => {
      throw thrown;
    });
  assert.match(throwing(new TypeError("no such thing")).message, /TypeError: no such thing/);
  assert.match(throwing("a text").message, /a text/);
  assert.match(throwing(Object.create(null)).message, /double threw/);
  assert.ok(throwing(new Error("x".repeat(1e6))).message.length < 1000);
  const untouched = throwing(new Error("not started"));
  assert.deepEqual([untouched.points, untouched.finding.kind], [0, "not started"]);
});

test("judge: an error in a cell has its place, however long its message is", () => {
  const thrown = (message: string, ...frames: readonly string[]) => {
    const error = new RangeError(message);
    error.stack = [`RangeError: ${message}`, ...frames.map((at) => `    at ${at}`)].join("\n");
    const [answer] = answersOf(
      double,
      () => {
        throw error;
      },
      1,
    );
    return "threw" in answer ? answer.threw.text : "";
  };
  const library = "matmul (lib/matrix/product.ts:3:4)";
  const check = ["whileChecking (lib/own-work.ts:1:2)", "cell 19:1:1"];
  assert.equal(
    thrown("no", library, "f (cell 18:3:24)", ...check),
    "RangeError: no (cell 18:3:24)",
  );
  assert.equal(thrown("нет", "ячейка 7:1:2", ...check), "RangeError: нет (ячейка 7:1:2)");
  assert.equal(thrown("no", library, ...check), "RangeError: no");
  assert.equal(thrown("no", "f (/home/cell 1/a.ts:3:4)"), "RangeError: no");
  const long = thrown("x".repeat(1e4), "f (cell 18:3:24)", ...check);
  assert.equal(long.length, 500);
  assert.match(long, /xx … \(cell 18:3:24\)$/);
});

test("judge: anything may be returned; a verdict comes, with points between 0 and all", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const { points } = attempt(() => value);
      assert.ok(points >= 0 && points < 5);
    }),
    RUNS,
  );
});

test("an error that throws when it is read is an error as others are", () => {
  const unreadable = Object.defineProperty(new Error("no"), "message", {
    get: () => {
      throw new Error("not to be read");
    },
  });
  const throwing = () => {
    throw unreadable;
  };
  for (const answer of answersOf(double, throwing, 1))
    assert.deepEqual("threw" in answer && answer.threw, { kind: "error", text: "Error" });
});

test("judge: answers that nobody asked for, or that are missing, earn nothing", () => {
  const answers = answersOf(double, double.reference, 1);
  const elsewhere = answers.map((answer) => ({ ...answer, part: answer.part + 10 }));
  assert.equal(judge(double, elsewhere, 1).points, 0);
  assert.equal(judge(double, [], 1).points, 0);
  const first = answers.filter(({ part, call }) => part === 0 && call === 0);
  assert.equal(judge(double, first, 1).points, 1);
  assert.equal(judge(double, [...elsewhere, ...answers], 1).points, 5);
  assert.ok(judge(double, answersOf(double, double.reference, 2), 1).points < 5, "another seed");
});

test("judge: answers are judged in any process: JSON is enough", () => {
  const answers: Answer[] = JSON.parse(JSON.stringify(answersOf(double, double.reference, 3)));
  assert.equal(judge(double, answers, 3).points, 5);
});

test("inputs: every caller's own, the same from the same seed", () => {
  inputsOf(double, 4)[0][0][0].data[0] = 77;
  assert.equal(inputsOf(double, 4)[0][0][0].data[0], 1);
  assert.deepEqual(inputsOf(double, 4), inputsOf(double, 4));
  assert.notDeepEqual(inputsOf(double, 4), inputsOf(double, 5));
  assert.equal(callsOf(double, 4).length, 5 + 3);
});

test("report: the text is the number of points; the page is safe to show", () => {
  const evil = answersOf(
    double,
    (() => {
      throw new Error('<img src=x onerror="alert(1)">');
    }) as Double,
    1,
  );
  const report = new Report(double as Exercise, judge(double, evil, 1));
  const shown = report[
    Symbol.for("Jupyter.display") as unknown as keyof Report
  ] as unknown as () => {
    [mime: string]: string;
  };
  const bundle = shown.call(report);
  assert.equal(bundle["text/plain"], "0");
  assert.ok(!bundle["text/html"].includes("<img"));
  assert.match(bundle["text/html"], /0\.1 double: 0 of 5 points/);
});
