import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "./readme";

const options = { timeout: 1_800_000 };

const LESSON = "01-logistic-regression";

const SOLUTION = `function affine(X: Matrix, W: Matrix, b: Matrix): Matrix {
  return nn.add(nn.matmul(X, W), b);
}`;

const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-handout-"));
const home = path.join(folder, "home");
const project = path.join(folder, "my downloads", "spellgrad");
const lesson = path.join(project, "notebooks", `${LESSON}.ipynb`);

function run(command: string[], cwd: string): string {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, HOME: home, SPELLGRAD_PROGRESS: "" },
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, `${command.join(" ")}\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
  return stdout;
}

interface Cell {
  id: string;
  source: string | string[];
  outputs?: { data?: Record<string, string | string[]> }[];
}
const cellsOf = (file: string): Cell[] => JSON.parse(readFileSync(file, "utf8")).cells;

before(() => {
  mkdirSync(home);
  const course = path.join(folder, "course");
  run([process.execPath, path.join(root, "scripts", "course.mjs"), course], folder);
  run(["python3", "-m", "zipfile", "-e", `${course}/handout.zip`, path.dirname(project)], folder);
}, options);
after(() => rmSync(folder, { recursive: true, force: true }));

test("a learner unpacks the handout and sets it up", options, () => {
  assert.match(run(["npm", "run", "setup"], project), /Everything is there/);
});

test("a lesson runs there, and an exercise that is solved earns its points", options, () => {
  const notebook = JSON.parse(readFileSync(lesson, "utf8"));
  const exercise = notebook.cells.find((cell: Cell) => cell.id === "exercise-1-1");
  exercise.source = SOLUTION;
  writeFileSync(lesson, JSON.stringify(notebook));
  const jupyter = path.join(project, ".venv", "bin", "jupyter");
  run([jupyter, "nbconvert", "--to", "notebook", "--execute", "--inplace", lesson], project);
  const points = (id: string) =>
    cellsOf(lesson).find((cell) => cell.id === id)?.outputs?.[0]?.data?.["text/plain"];
  assert.deepEqual([points("check-1-1")].flat(), ["3"]);
  assert.deepEqual([points("check-1-2")].flat(), ["0"]);
});

test("a fresh copy of a lesson keeps the learner's own beside it", options, () => {
  run(["npm", "run", "reset", "--", "01"], project);
  const [kept] = readdirSync(path.dirname(lesson)).filter((name) => name.includes(".mine-"));
  const source = (file: string) =>
    [cellsOf(file).find((cell) => cell.id === "exercise-1-1")?.source].flat().join("");
  assert.equal(source(path.join(path.dirname(lesson), kept)), SOLUTION);
  assert.match(source(lesson), /not started/);
});
