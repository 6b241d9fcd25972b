import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { commandsIn, root, runs } from "../setup/readme";

const readme = (name: string): string =>
  // Without the indent of what stands in a list.
  readFileSync(path.join(root, "homework", "course", name), "utf8").replace(/^ {3}/gm, "");

const COURSE = '"@COURSE_PATH@"';
const LESSON = "01-logistic-regression";

/** The commands of a course's README, and the test that runs each. */
const tried: { readonly [command: string]: string } = {
  [`nbgrader generate_assignment ${LESSON}`]: "test_exchange.py",
  [`nbgrader validate source/${LESSON}/${LESSON}.ipynb`]: "test_exchange.py",
  [`nbgrader zip_collect ${LESSON}`]: "test_exchange.py",
  [`nbgrader autograde ${LESSON}`]: "test_exchange.py",
  [`nbgrader generate_feedback ${LESSON}`]: "test_exchange.py",
  "nbgrader export": "test_exchange.py",
  "nbgrader autograde": "test_exchange.py",
  "npm start": "../setup/start.test.ts",
  [`nbgrader release_assignment ${LESSON}`]: "test_exchange.py",
  [`nbgrader fetch_assignment ${LESSON}`]: "test_exchange.py",
  [`nbgrader submit ${LESSON}`]: "test_exchange.py",
  [`nbgrader collect ${LESSON} --update`]: "test_exchange.py",
  [`nbgrader release_feedback ${LESSON}`]: "test_exchange.py",
  [`nbgrader fetch_feedback ${LESSON}`]: "test_exchange.py",
  [`npm run grade -- ${COURSE} ${LESSON}`]: "test_class.py",
  [`npm start -- --teacher ${COURSE}`]: "../browser/teacher.slow.test.ts",
  [`npm run course -- ${COURSE} --add 09-my-lesson`]: "test_own_assignment.py",
  "nbgrader generate_assignment 09-my-lesson": "test_own_assignment.py",
  [`npm run course -- ${COURSE}`]: "test_course.py",
};

/** Installs for the whole machine. */
const untried = ["apt install bubblewrap"];

for (const name of ["README.md", "README.ru.md"])
  test(`every command of a course's ${name} is tried by a test`, () => {
    const commands = commandsIn(readme(name)).map((command) => command.replace(" --lang ru", ""));
    assert.deepEqual(commands.sort(), [...untried, ...Object.keys(tried)].sort());
    for (const [command, file] of Object.entries(tried))
      assert.ok(runs(path.join("tests/homework", file), command), `${file}: ${command}`);
  });
