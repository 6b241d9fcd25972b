import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { attempts } from "../../homework/attempts";
import { earned } from "./earned";

/** Another seed than a learner's session and the other tests have. */
const SEED = 31_415;

interface Cell {
  readonly source: readonly string[];
  readonly metadata: { readonly nbgrader?: { readonly grade_id: string } };
}

/**
 * What a lesson's master has for an exercise, solved and as a learner gets it. A solution may call
 * those of earlier exercises: they stand before it.
 */
function cellsOf(lesson: string, exercise: string): { fresh: string; solved: string } | undefined {
  const master = `solutions/${lesson}.ipynb`;
  if (!existsSync(master)) return undefined;
  const { cells }: { cells: readonly Cell[] } = JSON.parse(readFileSync(master, "utf8"));
  const named =
    (id: string) =>
    ({ metadata }: Cell) =>
      metadata.nbgrader?.grade_id.startsWith(id);
  const last = cells.findIndex(named(`exercise-${exercise.replace(".", "-")}`));
  const solutions = cells.slice(0, last + 1).filter(named("exercise-"));
  const solved = solutions.map(({ source }) => source.join("")).join("\n");
  const stub = 'throw new Error("not started");';
  return { solved, fresh: solved.replace(/\/\/ BEGIN SOLUTION[\s\S]*?\/\/ END SOLUTION/g, stub) };
}

test("marks that can be trusted: the confusion table", () => {
  const header = ["lesson", "points", "fresh", "solved", "right: full, less", "wrong: full, less"];
  const rows = [header];
  const sums = { points: 0, fresh: 0, solved: 0, right: [0, 0], wrong: [0, 0] };
  for (const { lesson, exercises, functions } of attempts) {
    const row = { points: 0, fresh: 0, solved: 0, right: [0, 0], wrong: [0, 0] };
    for (const { exercise, name, right, wrong } of functions) {
      const maximum = exercises[exercise].points;
      const points = (source: string) => earned(exercises[exercise], name, source, SEED);
      const cells = cellsOf(lesson, exercise);
      if (cells) {
        row.points += maximum;
        row.fresh += points(cells.fresh);
        row.solved += points(cells.solved);
      }
      for (const source of Object.values(right)) row.right[points(source) === maximum ? 0 : 1]++;
      for (const { source } of Object.values(wrong))
        row.wrong[points(source) === maximum ? 0 : 1]++;
    }
    rows.push(shown(lesson, row));
    for (const key of ["points", "fresh", "solved"] as const) sums[key] += row[key];
    for (const key of ["right", "wrong"] as const)
      row[key].forEach((count, k) => {
        sums[key][k] += count;
      });
  }
  rows.push(shown("all", sums));
  const widths = header.map((_, j) => Math.max(...rows.map((row) => row[j].length)));
  console.log(
    rows.map((row) => row.map((text, j) => text.padEnd(widths[j])).join("  ")).join("\n"),
  );
  assert.equal(sums.fresh, 0);
  assert.equal(sums.solved, sums.points);
  assert.equal(sums.right[1], 0, "a right solution earned less than all points");
  assert.equal(sums.wrong[0], 0, "a wrong solution earned all points");
});

const shown = (
  name: string,
  row: { points: number; fresh: number; solved: number; right: number[]; wrong: number[] },
): string[] => [
  name,
  ...[row.points, row.fresh, row.solved].map(String),
  row.right.join(", "),
  row.wrong.join(", "),
];
