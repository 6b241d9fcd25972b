import assert from "node:assert/strict";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";

const file = path.resolve(__dirname, "../../scripts/jupyter/teacher.mjs");

let takeTeacher: (args: string[]) => { teacher: boolean; course?: string; rest: string[] };
before(async () => {
  ({ takeTeacher } = await import(pathToFileURL(file).href));
});

test("a learner's arguments go to JupyterLab as they are", () => {
  const args = ["--no-browser", "--port=9999"];
  assert.deepEqual(takeTeacher(args), { teacher: false, rest: args });
});

test("a teacher may name a course, from where npm was called", () => {
  process.env.INIT_CWD = path.resolve("/classes");
  const { teacher, course, rest } = takeTeacher(["--no-browser", "--teacher", "my-course"]);
  assert.deepEqual([teacher, rest], [true, ["--no-browser"]]);
  assert.equal(course, path.resolve("/classes/my-course"));
});

test("what follows --teacher as an option is JupyterLab's", () => {
  const { teacher, course, rest } = takeTeacher(["--teacher", "--port=9999"]);
  assert.deepEqual([teacher, course, rest], [true, undefined, ["--port=9999"]]);
});
