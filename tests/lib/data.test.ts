import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe as group, test } from "node:test";
import fc from "fast-check";
import { DataFrame, describe, labels, load, split, standardise, toMatrix } from "../../lib/data";
import { DataError, ShapeError, ValueError } from "../../lib/errors";
import { fromRows, matrix, mean, toRows } from "../../lib/matrix";

const ROOT = resolve(__dirname, "../..");
const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };
const folder = mkdtempSync(join(tmpdir(), "data-"));
after(() => rmSync(folder, { recursive: true }));

/** A CSV file of this text; its path. */
function file(name: string, text: string): string {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, text);
  return path;
}

function emptyFolder(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

const near = (actual: ArrayLike<number>, expected: readonly number[], digits = 7) =>
  assert.deepEqual(
    Array.from(actual, (x) => Number(x.toPrecision(digits))),
    expected,
  );

group("load", () => {
  test("iris: 150 flowers, four measures and the species", async () => {
    const iris = await load("iris");
    assert.deepEqual(iris.shape, [150, 5]);
    assert.deepEqual(iris.columns.slice(2), ["petal_length", "petal_width", "species"]);
    assert.deepEqual(iris.values[0], [5.1, 3.5, 1.4, 0.2, "setosa"]);
  });

  test("finds data/ from any working directory", () => {
    const script = `require(${JSON.stringify(join(ROOT, "lib/data"))}).load("iris").then((df) => console.log(df.shape.join()))`;
    const tsx = require.resolve("tsx");
    const out = execFileSync(process.execPath, ["--import", tsx, "-e", script], { cwd: folder });
    assert.equal(out.toString().trim(), "150,5");
  });

  for (const [what, text, values] of [
    [
      "Windows line ends",
      "a,b\r\n1,2\r\n3,4\r\n",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["a byte order mark", "\uFEFFa,b\n1,2\n", [[1, 2]]],
    ["no line end at the end", "a,b\n1,2", [[1, 2]]],
    ["commas in quotes", 'a,b\n"x, ""y""",2\n', [['x, "y"', 2]]],
  ] as const) {
    test(`reads ${what}`, async () => {
      const df = await load(file(what, text));
      assert.deepEqual(df.columns, ["a", "b"]);
      assert.deepEqual(df.values, values);
    });
  }

  for (const [what, name, message] of [
    [
      "an unknown name",
      "irsi",
      /^load: there is no data set "irsi"; there are activations, iris, optdigits-test, optdigits-train \(another file needs its path, with \.csv at the end\)\.$/,
    ],
    ["a missing file", "data/nowhere.csv", /^load: there is no file data\/nowhere\.csv\.$/],
    ["a folder", emptyFolder("x.csv"), /^load: .*x\.csv can't be read \(EISDIR/],
    ["an open quote", file("open", 'a,b\n"x,1\n'), /^load: .*open\.csv is malformed \(.*[Qq]uote/],
    ["an address", "https://example.org/iris.csv", /is an address; only files on this computer/],
    ["an empty file", file("empty", "\n"), /^load: .*empty\.csv is empty\.$/],
    ["a header alone", file("head", "a,b\n"), /names its columns and has no rows\.$/],
    [
      "a short row",
      file("short", "a,b\n1,2\n3\n"),
      /line 3 of .*short\.csv needs 2 cells, as the header has, and has 1\.$/,
    ],
    [
      "a long row",
      file("long", "a,b\n1,2,3\n"),
      /line 2 of .*long\.csv needs 2 cells, as the header has, and has 3\.$/,
    ],
    ["a gap", file("gap", "a\n1\n\n2\n"), /line 3 of .*gap\.csv is empty\.$/],
    [
      "two columns of one name",
      file("twice", "a,a\n1,2\n"),
      /names two columns "a"; every name must differ\.$/,
    ],
    [
      "numbers instead of a header",
      "optdigits-test",
      /^load: the first line of data\/optdigits-test\.csv must name the columns, and it holds "0" \(the digits have no such line; loadDigits\(\) reads them\)\.$/,
    ],
  ] as const) {
    test(`says what is wrong with ${what}`, () =>
      assert.rejects(load(name), (error: Error) => {
        assert.ok(error instanceof DataError);
        assert.match(error.message, message);
        return true;
      }));
  }
});

group("describe", () => {
  test("gives the sample's deviation", async () => {
    const table = describe(await load("iris"));
    assert.deepEqual(table.index, ["count", "mean", "std", "min", "median", "max", "variance"]);
    near(table.values[1] as number[], [5.843333, 3.054, 3.758667, 1.198667]);
    near(table.values[2] as number[], [0.8280661, 0.4335943, 1.76442, 0.7631607]);
  });

  test("needs numbers, all of them, in two rows", () => {
    assert.throws(() => describe(new DataFrame([["a"]], { columns: ["name"] })), {
      name: "DataError",
      message: "describe: no column of numbers among name.",
    });
    assert.throws(() => describe(new DataFrame([[1], [Number.NaN]], { columns: ["size"] })), {
      message: 'describe: row 1 of column "size" is missing; fill it or drop the row first.',
    });
    assert.throws(() => describe(new DataFrame([[1]], { columns: ["size"] })), {
      message: "describe: a standard deviation needs at least 2 rows, and there is 1.",
    });
  });
});

group("toMatrix and labels", () => {
  const frame = new DataFrame(
    [
      [1.5, "b", 1],
      [2.1, "a", Number.NaN],
      [-3, "b", 7],
    ],
    { columns: ["x", "class", "y"], index: ["first", "second", "third"] },
  );

  test("columns become columns, in float64 and in the order asked for", async () => {
    const X = toMatrix(await load("iris"));
    assert.deepEqual([X.rows, X.cols, X.data[0]], [150, 4, 5.1]);
    const petals = toMatrix(await load("iris"), ["petal_width", "petal_length"]);
    assert.deepEqual(toRows(petals)[149], [1.8, 5.1]);
  });

  test("classes are numbered as they appear", async () => {
    assert.deepEqual(labels(frame, "class"), { y: Int32Array.of(0, 1, 0), classes: ["b", "a"] });
    const { y, classes } = labels(await load("iris"), "species");
    assert.deepEqual(classes, ["setosa", "versicolor", "virginica"]);
    assert.deepEqual([y[0], y[50], y[149]], [0, 1, 2]);
  });

  test("say which column, which row, which cell", () => {
    const says = (work: () => unknown, message: string) =>
      assert.throws(work, { name: "DataError", message });
    says(
      () => toMatrix(frame, ["z"]),
      'toMatrix: there is no column "z"; the columns are x, class, y.',
    );
    says(() => labels(frame, "z"), 'labels: there is no column "z"; the columns are x, class, y.');
    says(
      () => toMatrix(frame, ["class"]),
      'toMatrix: row first of column "class" holds "b", not a number.',
    );
    says(
      () => toMatrix(frame),
      'toMatrix: row second of column "y" is missing; fill it or drop the row first.',
    );
    says(
      () => labels(frame, "y"),
      'labels: row second of column "y" is missing; fill it or drop the row first.',
    );
    says(() => toMatrix(frame, []), "toMatrix: no column of numbers among x, class, y.");
  });
});

group("standardise", () => {
  test("iris, with the deviation of the population and of the sample", async () => {
    const X = toMatrix(await load("iris"));
    const population = standardise(X);
    near(population.mean.data, [5.843333, 3.054, 3.758667, 1.198667]);
    near(population.sd.data, [0.8253013, 0.4321466, 1.758529, 0.7606126]);
    near(standardise(X, { ddof: 1 }).sd.data, [0.8280661, 0.4335943, 1.76442, 0.7631607]);
  });

  test("columns have mean 0 and deviation 1, and the scale leads back", () => {
    const row = fc.tuple(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.integer({ min: -9, max: 9 }),
    );
    const varied = fc
      .array(row, { minLength: 2, maxLength: 30 })
      .map((rows) => [...rows, [200, 20], [-200, -20]]);
    fc.assert(
      fc.property(varied, (rows) => {
        const X = fromRows(rows);
        const { X: Z, mean: centre, sd } = standardise(X);
        for (const m of mean(Z, 0).data) assert.ok(Math.abs(m) < 1e-12);
        for (const x of mean(
          matrix(
            Z.rows,
            2,
            Z.data.map((z) => z * z),
          ),
          0,
        ).data)
          assert.ok(Math.abs(x - 1) < 1e-12);
        Z.data.forEach((z, i) => {
          assert.ok(Math.abs(z * sd.data[i % 2] + centre.data[i % 2] - X.data[i]) < 1e-10);
        });
      }),
      RUNS,
    );
  });

  test("measures the test with the training's ruler", () => {
    const trained = standardise(matrix(3, 1, [1, 2, 3]));
    assert.deepEqual(toRows(standardise(matrix(1, 1, [2]), trained).X), [[0]]);
    assert.throws(() => standardise(matrix(1, 2, [1, 2]), trained), ShapeError);
    assert.throws(() => standardise(matrix(1, 2, [1, 2]), trained), {
      message:
        "standardise: X is 1×2 and the scale is 1×1; take the same columns as for the training data.",
    });
  });

  test("refuses a constant column, even where rounding would leave a deviation", () => {
    const X = fromRows([0.1, 0.1, 0.1].map((c, i) => [i, c]));
    assert.throws(() => standardise(X), ValueError);
    assert.throws(() => standardise(X), {
      message:
        "standardise: column 1 is 0.1 in every row, so its deviation is 0 and nothing can be divided by it; leave the column out.",
    });
    assert.throws(() => standardise(matrix(2, 1, [1, Number.NaN])), {
      message: "standardise: column 0 holds a value that is not a finite number.",
    });
    assert.throws(() => standardise(matrix(1, 1, [1]), { ddof: 1 }), {
      message: "standardise: need at least 2 rows, X is 1×1.",
    });
  });
});

group("split", () => {
  const cases = fc.record({
    n: fc.integer({ min: 2, max: 300 }),
    share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    seed: fc.integer(),
  });

  test("every row is in one part, once; the same seed splits the same", () => {
    fc.assert(
      fc.property(cases, ({ n, share, seed }) => {
        const cut = Math.round(share * n);
        fc.pre(cut > 0 && cut < n);
        const { train, test } = split(n, share, seed);
        assert.equal(train.length, cut);
        assert.deepEqual(
          [...train, ...test].sort((a, b) => a - b),
          Array.from({ length: n }, (_, i) => i),
        );
        assert.deepEqual(split(n, share, seed), { train, test });
      }),
      RUNS,
    );
  });

  test("cuts the course's shuffle", () => {
    assert.deepEqual(split(10, 0.4, 42), {
      train: Int32Array.of(0, 7, 3, 5),
      test: Int32Array.of(2, 1, 8, 9, 4, 6),
    });
  });

  test("a data frame's rows keep their index", async () => {
    const iris = await load("iris");
    const { train, test } = split(iris, 0.8, 42);
    const rows = split(150, 0.8, 42);
    assert.deepEqual(
      [train.shape, test.shape],
      [
        [120, 5],
        [30, 5],
      ],
    );
    assert.deepEqual(test.index, Array.from(rows.test));
    assert.deepEqual(test.values[0], iris.values[rows.test[0]]);
  });

  test("needs a share that leaves something on both sides", () => {
    const says = (work: () => unknown, message: string) =>
      assert.throws(work, { name: "ValueError", message });
    says(() => split(1, 0.5, 1), "split: need a whole number of rows, at least 2, got 1.");
    says(
      () => split(10, 80, 1),
      "split: share is the part to train on, between 0 and 1 (0.8, say), got 80.",
    );
    says(
      () => split(3, 0.9, 1),
      "split: with a share of 0.9, 3 of 3 rows train and 0 test; both need at least one.",
    );
  });
});
