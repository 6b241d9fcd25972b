import path from "node:path";
import { takeLanguage } from "../../scripts/setup/language.mjs";
import { setUp } from "../../scripts/setup/steps.mjs";
import { CourseError, languageOf, makeCourse, refuse } from "./make.mjs";
import { beginOwn, refuseOwn } from "./own.mjs";

const args = process.argv.slice(2);
const { language: spoken, rest } = takeLanguage(args);
// A course that is there already keeps its language.
const language = rest.length < args.length ? spoken : undefined;
const [given, add, own, ...more] = rest;
const asked = add === undefined || (add === "--add" && own !== undefined && more.length === 0);
if (given === undefined || given.startsWith("-") || !asked) {
  console.error(
    "Name a folder for the course: npm run course -- ../my-course\n" +
      "For an assignment of your own in it: npm run course -- ../my-course --add 09-my-lesson",
  );
  process.exit(1);
}
// npm runs scripts in the project's folder; a relative path means the folder where npm was called.
const directory = path.resolve(process.env.INIT_CWD ?? ".", given);

try {
  refuse(directory, language);
  if (own) refuseOwn(directory, own);
  await setUp();
  const { lessons, made } = makeCourse(directory, language);
  console.log(`${directory} has ${lessons.length} assignments: ${lessons.join(", ")}.`);
  if (made.renewed.length > 0) console.log(`Brought up to date: ${made.renewed.join(", ")}.`);
  if (made.kept.length > 0)
    console.log(`Yours or handed out already, so kept as they are: ${made.kept.join(", ")}.`);
  console.log("handout.zip is for your learners. README.md says how all goes on.");
  if (own) {
    const begun = beginOwn(directory, own, languageOf(directory));
    console.log(`${own} is begun; change it as you like:\n  ${begun.join("\n  ")}`);
    console.log("Then run this again without --add: handout.zip will have it.");
  }
} catch (error) {
  if (!(error instanceof CourseError)) throw error;
  console.error(error.message);
  process.exit(1);
}
