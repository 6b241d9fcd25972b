import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { inProject, pythonEnvironment, root, venvPython } from "../../scripts/setup/project.mjs";
import { Made } from "./made.mjs";

const templates = inProject("homework", "course");
/** The lessons with solutions, in a language. */
const mastersIn = (language) =>
  language === "en" ? inProject("solutions") : inProject("solutions", language);

/** It teaches how a notebook works, and earns nothing. */
const startPage = "00-start-here.ipynb";

const settings = "nbgrader_config.py";

/** A course can't be made; the message says why. */
export class CourseError extends Error {}

/**
 * Refuses a folder in which no course can be made.
 *
 * @param {string} directory has to be a course, empty, or not there yet
 * @param {string | undefined} language of the lessons
 * @throws {CourseError}
 */
export function refuse(directory, language) {
  const masters = mastersIn(language ?? "en");
  if (!existsSync(masters))
    throw new CourseError(`The lessons with solutions are not here: ${masters} is missing.`);
  if (existsSync(path.join(directory, settings))) {
    const spoken = languageOf(directory);
    if (language !== undefined && language !== spoken)
      throw new CourseError(
        `${directory} is a course in the language ${spoken}: one in ${language} needs another folder.`,
      );
  } else if (!isFree(directory))
    throw new CourseError(
      `${directory} is no course and not empty, and nothing in it is overwritten: name another folder.`,
    );
}

/**
 * Makes an nbgrader course: its settings, a README for the teacher, each lesson with its
 * solutions as an assignment, and what learners get. In a folder that is a course already, what
 * the teacher has not touched is brought up to date.
 *
 * @param {string} directory a course, or a folder that is empty or not there yet
 * @param {string | undefined} language of the lessons, and of what learners are told about their work
 * @returns {{ lessons: string[], made: Made }} all assignments of the course, and what was done
 * @throws {CourseError}
 */
export function makeCourse(directory, language) {
  refuse(directory, language);
  const made = new Made(directory);
  const seed = /^c\.Grading\.seed = (\d+)/m.exec(textOf(directory, settings))?.[1];
  made.values.LANGUAGE ??= languageOf(directory) ?? language ?? "en";
  made.values.COURSE ??= path.basename(directory).replace(/[^\p{L}\p{N}_.-]+/gu, "-");
  made.values.SEED ??= seed ?? String(randomInt(1, 2 ** 31));

  const masters = mastersIn(made.values.LANGUAGE);
  for (const file of readdirSync(masters).sort()) {
    if (!/^\d\d-.*\.ipynb$/.test(file) || file === startPage) continue;
    const lesson = path.basename(file, ".ipynb");
    // An assignment that was handed out stays what it was when it comes back.
    const inUse = existsSync(path.join(directory, "release", lesson));
    const name = `source/${lesson}/${file}`;
    made.write(name, readFileSync(path.join(masters, file)), { inUse });
  }
  mkdirSync(path.join(directory, "submitted"), { recursive: true });
  for (const [name, content] of guides(directory, made.values))
    made.write(name, content, { needed: true });
  made.remember();
  writeHandout(directory, made.values);
  const source = path.join(directory, "source");
  const lessons = readdirSync(source).filter((name) =>
    existsSync(path.join(source, name, `${name}.ipynb`)),
  );
  return { lessons: lessons.sort(), made };
}

/** The settings and the README, for this course. */
function guides(directory, known) {
  const values = {
    ...known,
    COURSE_PATH: directory.split(path.sep).join("/"),
    PROJECT: root.split(path.sep).join("/"),
    LESSONS: known.LANGUAGE === "en" ? "notebooks/" : `notebooks/${known.LANGUAGE}/`,
  };
  const fill = (text) => text.replace(/@([A-Z_]+)@/g, (_, key) => values[key]);
  const readme = known.LANGUAGE === "en" ? "README.md" : `README.${known.LANGUAGE}.md`;
  return [
    [settings, fill(textOf(templates, settings))],
    ["README.md", fill(textOf(templates, readme))],
  ];
}

/** The project as learners get it. Its lessons are made by nbgrader's preprocessors, in Python. */
function writeHandout(directory, { LANGUAGE, COURSE }) {
  const file = path.join(directory, "handout.zip");
  const draft = `${file}.part`;
  const command = [path.join(templates, "handout.py"), draft, directory, LANGUAGE, COURSE];
  const options = { env: pythonEnvironment(), encoding: "utf8" };
  try {
    const { status, stderr } = spawnSync(venvPython, command, options);
    if (status !== 0) throw new CourseError(`${file} can't be written.\n${stderr.trim()}`);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The language of a course; undefined where there is none yet. */
export const languageOf = (directory) =>
  /^os\.environ\["SPELLGRAD_LANGUAGE"\] = "(\w+)"/m.exec(textOf(directory, settings))?.[1];

/** A file's text; none where there is no such file. */
function textOf(...parts) {
  const file = path.join(...parts);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Whether a path is an empty folder, or one that can be made. */
function isFree(directory) {
  try {
    return readdirSync(directory).length === 0;
  } catch (error) {
    return error.code === "ENOENT";
  }
}
