import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { inProject, pythonEnvironment, root, venvPython } from "../../scripts/setup/project.mjs";

const templates = inProject("homework", "course");
/** The lessons with solutions, in a language. */
const mastersIn = (language) =>
  language === "en" ? inProject("solutions") : inProject("solutions", language);

/** It teaches how a notebook works, and earns nothing. */
const startPage = "00-start-here.ipynb";

/** A course can't be made; the message says why. */
export class CourseError extends Error {}

/**
 * Refuses a folder in which no course can be made.
 *
 * @param {string} directory has to be empty or not there yet: nothing is ever overwritten
 * @param {string} language of the lessons
 * @throws {CourseError}
 */
export function refuse(directory, language = "en") {
  const masters = mastersIn(language);
  if (!existsSync(masters))
    throw new CourseError(`The lessons with solutions are not here: ${masters} is missing.`);
  if (!isFree(directory))
    throw new CourseError(
      `${directory} is not empty, and nothing in it is overwritten: name another folder.`,
    );
}

/**
 * Makes an nbgrader course: its settings, a README for the teacher, each lesson with its
 * solutions as an assignment, and what learners get. Returns the assignments' names.
 *
 * @param {string} directory a folder that is empty or not there yet
 * @param {string} language of the lessons, and of what learners are told about their work
 * @throws {CourseError}
 */
export function makeCourse(directory, language = "en") {
  refuse(directory, language);
  const masters = mastersIn(language);
  const lessons = readdirSync(masters)
    .filter((name) => /^\d\d-.*\.ipynb$/.test(name) && name !== startPage)
    .map((name) => path.basename(name, ".ipynb"))
    .sort();
  for (const lesson of lessons) {
    const assignment = path.join(directory, "source", lesson);
    mkdirSync(assignment, { recursive: true });
    copyFileSync(path.join(masters, `${lesson}.ipynb`), path.join(assignment, `${lesson}.ipynb`));
  }
  mkdirSync(path.join(directory, "submitted"));
  writeHandout(path.join(directory, "handout.zip"));
  const values = {
    COURSE_PATH: directory.split(path.sep).join("/"),
    PROJECT: root.split(path.sep).join("/"),
    COURSE: path.basename(directory).replace(/[^\w.-]+/g, "-"),
    LANGUAGE: language,
    SEED: String(randomInt(1, 2 ** 31)),
  };
  for (const name of ["nbgrader_config.py", "README.md"]) {
    const text = readFileSync(path.join(templates, name), "utf8");
    writeFileSync(
      path.join(directory, name),
      text.replace(/@([A-Z_]+)@/g, (_, key) => values[key]),
    );
  }
  return lessons;
}

/** The project as learners get it. Its lessons are made by nbgrader's preprocessors, in Python. */
function writeHandout(file) {
  const { status, stderr } = spawnSync(venvPython, [path.join(templates, "handout.py"), file], {
    env: pythonEnvironment(),
    encoding: "utf8",
  });
  if (status !== 0) throw new CourseError(`${file} can't be written:\n${stderr}`);
}

/** Whether a path is an empty folder, or one that can be made. */
function isFree(directory) {
  try {
    return readdirSync(directory).length === 0;
  } catch (error) {
    return error.code === "ENOENT";
  }
}
