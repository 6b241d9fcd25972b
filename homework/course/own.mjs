import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "../../scripts/setup/project.mjs";
import { CourseError } from "./make.mjs";

const texts = {
  en: {
    title: "An assignment of my own",
    intro: "A question, a prediction, a small cell that answers it.",
    comment: "Returns twice x.",
    words: "### In your own words\nWhy is twice a number below zero still below zero?",
    answer: "Two numbers below zero add up to one below zero.",
  },
  ru: {
    title: "Моё задание",
    intro: "Вопрос, догадка и маленькая ячейка с ответом.",
    comment: "Возвращает удвоенный x.",
    words: "### Своими словами\nПочему удвоенное отрицательное число тоже отрицательное?",
    answer: "Сумма двух отрицательных чисел отрицательна.",
  },
};

/** The notebook of an assignment, in its course. */
const notebookIn = (directory, name) => path.join(directory, "source", name, `${name}.ipynb`);

/**
 * Refuses a name for an assignment of the teacher's own.
 *
 * @throws {CourseError} where the name is none, or taken
 */
export function refuseOwn(directory, name) {
  if (!/^\d\d-[a-z0-9-]+$/.test(name))
    throw new CourseError(
      `An assignment is called like 09-my-lesson: two digits, a dash, small Latin letters; got ${name}.`,
    );
  const taken = readdirSync(inProject("lib", "exercises")).find(
    (other) => other !== name && other.startsWith(name.slice(0, 3)),
  );
  if (taken || existsSync(notebookIn(directory, name)))
    throw new CourseError(`There is a lesson ${taken ?? name} already: take another number.`);
}

/**
 * Begins an assignment of the teacher's own, complete and with one exercise: its notebook in the
 * course, its exercises in the project's `lib/`, where the learners' copy of it has them, too.
 *
 * @param {string} directory the course
 * @param {string} name of the assignment, such as 09-my-lesson
 * @param {"en" | "ru"} language
 * @returns {string[]} the files to edit
 */
export function beginOwn(directory, name, language) {
  const number = String(Number(name.slice(0, 2)));
  const notebook = notebookIn(directory, name);
  const exercises = inProject("lib", "exercises", name, "index.ts");
  const template = readFileSync(inProject("homework", "course", "own", "index.txt"), "utf8");
  if (!existsSync(exercises)) write(exercises, template.replaceAll("@N@", number));
  write(notebook, `${JSON.stringify(notebookOf(name, number, language), undefined, 1)}\n`);
  return [notebook, exercises];
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A notebook with an exercise, its check and a question in words. */
function notebookOf(name, number, language) {
  const { title, intro, comment, words, answer } = texts[language];
  const chooses = language === "en" ? "" : `\nnn.language("${language}");`;
  const cells = [
    cell("markdown", "title", `# ${name.slice(0, 2)} · ${title}\n\n${intro}`),
    cell(
      "code",
      "imports",
      `import * as nn from "./lib";\nimport { check, hint } from "./lib/exercises/${name}";${chooses}`,
    ),
    cell(
      "code",
      `exercise-${number}-1`,
      `/** ${comment} */\nfunction twice(x: number): number {\n  // BEGIN SOLUTION\n  return 2 * x;\n  // END SOLUTION\n}`,
      { grade: false, solution: true, locked: false },
    ),
    cell("code", `check-${number}-1`, `check("${number}.1", twice)`, {
      grade: true,
      solution: false,
      locked: true,
      points: 2,
    }),
    cell(
      "markdown",
      `words-${number}-1`,
      `${words}\n\n<!-- BEGIN SOLUTION -->\n${answer}\n<!-- END SOLUTION -->`,
      { grade: true, solution: true, locked: false, points: 1 },
    ),
  ];
  const kernelspec = { display_name: "TypeScript (tslab)", language: "typescript", name: "tslab" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

/** A cell as JupyterLab's "Create Assignment" panel marks it. */
function cell(kind, id, source, graded) {
  const nbgrader = { schema_version: 3, grade_id: id, task: false, ...graded };
  const code = kind === "code" ? { execution_count: null, outputs: [] } : {};
  return { cell_type: kind, id, metadata: graded ? { nbgrader } : {}, ...code, source };
}
