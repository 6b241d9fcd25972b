import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { before, describe as group, test } from "node:test";
import {
  concat,
  DataFrame,
  load,
  StandardScaler,
  standardise,
  toCSV,
  toMatrix,
} from "../../lib/data";
import { readCSV } from "../../lib/data/danfojs";
import { toRows } from "../../lib/matrix";

const ROOT = resolve(__dirname, "../..");

/** Runs a script in a process of its own, from the project's root: all that it says. */
function run(script: string): string {
  const node = ["--import", "tsx", "-e", script];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { cwd: ROOT });
  assert.equal(status, 0, String(stderr));
  return `${stdout}${stderr}`.trim();
}

let iris: DataFrame;
let flowers: DataFrame;
before(async () => {
  iris = await load("iris");
  flowers = iris.loc({ columns: iris.columns.slice(0, 4) }) as DataFrame;
});

group("what the lessons use of danfojs-node works", () => {
  test("readCSV of a local path", async () => {
    const df = await readCSV(join(ROOT, "data/iris.csv"));
    assert.deepEqual(df.shape, [150, 5]);
    assert.deepEqual(df.dtypes, [...Array(4).fill("float32"), "string"]);
  });

  test("head and print", () => {
    assert.deepEqual(iris.head(2).shape, [2, 5]);
    const script = `require("./lib/data").load("iris").then((df) => df.head(1).print())`;
    assert.match(run(script), /sepal_length[\s\S]*setosa/);
  });

  test("filter by class", () => {
    const setosa = iris.query(iris.species.eq("setosa"));
    assert.deepEqual(setosa.shape, [50, 5]);
    assert.deepEqual([...new Set<unknown>(setosa.column("species").values)], ["setosa"]);
  });

  test("groupby and mean", () => {
    const means = iris.groupby(["species"]).col(["petal_length"]).mean();
    assert.deepEqual(means.columns, ["species", "petal_length_mean"]);
    assert.deepEqual(means.values, [
      ["setosa", 1.464],
      ["versicolor", 4.26],
      ["virginica", 5.552],
    ]);
  });

  test("iloc by a shuffled index", () => {
    const picked = iris.iloc({ rows: [149, 0] });
    assert.deepEqual(picked.index, [149, 0]);
    assert.deepEqual(picked.values[1], [5.1, 3.5, 1.4, 0.2, "setosa"]);
  });

  test("add, sub, mul and div, with a number, a table, a row", () => {
    const df = new DataFrame(
      [
        [1, 2],
        [3, 4],
      ],
      { columns: ["a", "b"] },
    );
    assert.deepEqual(df.add(1).values, [
      [2, 3],
      [4, 5],
    ]);
    assert.deepEqual(df.sub(df).values, [
      [0, 0],
      [0, 0],
    ]);
    assert.deepEqual(df.mul(2).values, [
      [2, 4],
      [6, 8],
    ]);
    assert.deepEqual(df.div([1, 2], { axis: 1 }).values, [
      [1, 1],
      [3, 2],
    ]);
    assert.deepEqual(df.gt(2).values, [
      [false, false],
      [true, true],
    ]);
    assert.deepEqual(df.add(1).columns, ["a", "b"]);
  });

  test("sortValues", () => {
    const results = new DataFrame(
      [
        ["Sigmoid", 276],
        ["ReLU", 298],
        ["Identity", 157],
      ],
      { columns: ["name", "score"] },
    );
    const best = results.sortValues("score", { ascending: false });
    assert.deepEqual(best.column("name").values, ["ReLU", "Sigmoid", "Identity"]);
  });

  test("toCSV, as text and into a file that load reads again", async () => {
    const df = new DataFrame(
      [
        [0.5, "x"],
        [2, "y"],
      ],
      { columns: ["n", "name"] },
    );
    assert.equal(String(toCSV(df)).trim(), "n,name\n0.5,x\n2,y");
    const folder = mkdtempSync(join(tmpdir(), "csv-"));
    const filePath = join(folder, "results.csv");
    toCSV(df, { filePath });
    assert.match(readFileSync(filePath, "utf8"), /^n,name\n/);
    assert.deepEqual((await load(filePath)).values, df.values);
    rmSync(folder, { recursive: true });
  });

  test("valueCounts", () => {
    const counts = iris.species.valueCounts();
    assert.deepEqual(counts.index, ["setosa", "versicolor", "virginica"]);
    assert.deepEqual(counts.values, [50, 50, 50]);
  });

  test("concat", () => {
    const both = concat({ dfList: [iris.head(1), iris.tail(1)], axis: 0 }) as DataFrame;
    assert.deepEqual(both.column("species").values, ["setosa", "virginica"]);
  });

  test("StandardScaler agrees with standardise as far as float32 goes", () => {
    const scaled = new StandardScaler().fitTransform(flowers).values as number[][];
    const exact = toRows(standardise(toMatrix(flowers)).X);
    let worst = 0;
    exact.forEach((row, i) => {
      row.forEach((x, j) => {
        worst = Math.max(worst, Math.abs(x - scaled[i][j]));
      });
    });
    assert.ok(worst < 1e-5, `${worst}`);
    assert.ok(worst > 1e-9, "float32: not the same numbers");
  });
});

group("its traps are where we say they are", () => {
  test("mean and std go along the rows unless an axis is given", () => {
    assert.equal(flowers.mean().values.length, 150);
    assert.equal(flowers.mean({ axis: 0 }).values.length, 4);
    assert.equal(flowers.std({ axis: 0 }).values.length, 4);
  });

  test("arithmetic is done in float32", () => {
    assert.notEqual(flowers.add(1).values[0], 6.1);
    assert.equal((flowers.add(1).values[0] as number[])[0], Math.fround(6.1));
  });

  test("a negative iloc and plot throw", () => {
    assert.throws(() => iris.iloc({ rows: [-1] }));
    assert.throws(() => iris.plot("div"), /Not supported in NodeJS/);
  });
});

group("its import", () => {
  const loaded = (work: string) =>
    run(`
      const { load, describe, toMatrix } = require("./lib/data");
      (async () => {
        ${work}
        const heavy = ["mathjs", "@e965/xlsx", "xlsx", "request", "node-fetch"];
        const paths = Object.keys(require.cache);
        console.log(heavy.filter((name) => paths.some((p) => p.includes("/node_modules/" + name + "/"))).join());
      })();
    `);

  test("leaves the heavy packages for their first use, and prints nothing", () => {
    assert.equal(loaded(""), "");
    assert.equal(
      loaded(
        "toMatrix(await load('iris')); (await load('iris')).head(2).column('species').valueCounts();",
      ),
      "",
    );
    assert.equal(loaded("describe(await load('iris'));"), "mathjs");
  });

  test("prints no banner with the first tensor", () => {
    const script = `const d = require("danfojs-node"); console.log(new d.DataFrame([[1], [2]]).add(1).values.join())`;
    assert.equal(run(script), "2,3");
  });

  test("gives others the packages themselves", () => {
    const script = `
      require("./lib/data");
      const math = require("mathjs");
      console.log(typeof math.std, Object.keys(math).length > 100);`;
    assert.equal(run(script), "function true");
  });
});
