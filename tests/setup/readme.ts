import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(__dirname, "../..");

export const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** What tells a reader what to type. */
export const guides = ["README.md", "README.ru.md", "CONTRIBUTING.md"];

/** What a reader could type: the lines of shell blocks, and what stands in the text as a command. */
export function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
    block.split("\n").map((line) => line.replace(/\s+#.*/, "").trim()),
  );
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
  const isCommand = (code: string) => /^(npm|node|npx|nbgrader|apt|\.venv\/bin\/\w+) \S/.test(code);
  return [...new Set([...blocks, ...inline].filter(isCommand))];
}

/**
 * Whether a test, or a file beside it that it imports, has what a command is made of: its program,
 * its verb and its options. A script of npm's may be called by its file, too.
 */
export function runs(test: string, command: string): boolean {
  const folder = path.dirname(test);
  const imported = [...textOf(test).matchAll(/from "\.\/([\w-]+)"|^from (\w+) import/gm)]
    .map(([, module, ofPython]) => (module ? `${module}.ts` : `${ofPython}.py`))
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(path.join(root, file)));
  const text = [test, ...imported].map(textOf).join("\n");
  const [, program, verb] = command.match(/(\w+) (?:run )?([\w:]+)/) ?? [];
  const called =
    program === "npm"
      ? new RegExp(`"npm",[^\\]]*"${verb}"|\\b${verb}\\.mjs"`).test(text.replace(/`/g, '"'))
      : new RegExp(program, "i").test(text) && text.includes(`"${verb}"`);
  const options = [...command.matchAll(/ (--[\w-]+)/g)].map(([, option]) => option);
  return called && options.every((option) => text.includes(option));
}

/** What a test machine can't try, and why. */
export const untried: { readonly [command: string]: string } = {
  "apt install python3-venv": "installs for the whole machine",
  "apt install chromium": "installs for the whole machine",
  "npm audit": "asks a registry that may not answer, as the text says",
  "npm test": "is what runs these tests",
  "npm run test:all": "is what runs these tests",
  "npm test -- WORD": "stands for a word of the reader's own",
};

/** Commands that another test is about. */
export const triedElsewhere: { readonly [command: string]: string } = {
  "npm start": "tests/setup/start.test.ts",
  "npm start -- --no-browser --port=9999": "tests/browser/lab.test.ts",
  "npm start -- --lang ru": "tests/setup/start.test.ts",
  "npm start -- --teacher": "tests/browser/teacher.slow.test.ts",
  "npm start -- --teacher ../my-course": "tests/browser/teacher.slow.test.ts",
  "npm run course -- ../my-course": "tests/homework/test_course.py",
  "npm run course -- ../мой-курс --lang ru": "tests/homework/test_course.py",
  "npm run grade -- ../my-course 01-logistic-regression": "tests/homework/test_class.py",
  "nbgrader generate_assignment": "tests/homework/test_grading.py",
  "nbgrader autograde": "tests/homework/test_grading.py",
  "nbgrader generate_feedback": "tests/homework/test_grading.py",
  "nbgrader export": "tests/homework/test_grading.py",
  "npm run site": "tests/browser/site.slow.test.ts",
  ".venv/bin/jupyter notebook": "tests/setup/doors.test.ts",
};

/** Commands that are run as they stand, in a clean copy of the project. */
export const inCleanFolder: readonly string[] = [
  "npm run setup",
  "npm run build:notebooks",
  "npm run build:kernel",
  "npm run reset -- 03",
  "npm run reset -- 03 --lang ru",
  "npm run translate -- 03",
  "npm run lint",
  "npm run format",
  "npm run setup -- --dev",
  "npm test -- matrix kernel",
  "npm run measure:activations",
  "npm run bench -- import",
  "npm run bench",
  "node --import tsx scripts/render-figure.mjs tests/lib/plots-gallery.ts ../figures tangent",
  "node --import tsx scripts/readme-picture.ts",
  ".venv/bin/jupyter nbconvert --to html notebooks/02-softmax.ipynb",
  ".venv/bin/jupyter nbconvert --to script notebooks/02-softmax.ipynb",
  ".venv/bin/jupyter nbconvert --to html notebooks/ru/02-softmax.ipynb",
];
