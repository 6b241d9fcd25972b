import path from "node:path";
import { takeLanguage } from "../../scripts/setup/language.mjs";
import { setUp } from "../../scripts/setup/steps.mjs";
import { CourseError, makeCourse, refuse } from "./make.mjs";

const { language, rest } = takeLanguage(process.argv.slice(2));
const [given, ...more] = rest;
if (given === undefined || given.startsWith("-") || more.length > 0) {
  console.error("Name a folder for the course: npm run course -- ../my-course");
  process.exit(1);
}
// npm runs scripts in the project's folder; a relative path means the folder where npm was called.
const directory = path.resolve(process.env.INIT_CWD ?? ".", given);

try {
  refuse(directory, language);
  await setUp();
  const lessons = makeCourse(directory, language);
  console.log(`${directory} has ${lessons.length} assignments: ${lessons.join(", ")}.`);
  console.log("Its README.md says how to hand them out, mark them and hand them back.");
} catch (error) {
  if (!(error instanceof CourseError)) throw error;
  console.error(error.message);
  process.exit(1);
}
