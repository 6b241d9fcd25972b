import { readProgress } from "../checks/progress";
import { showNumber } from "../checks/show";
import { table } from "../checks/table";
import { say, type Words } from "../words";
import { lessons } from "./lessons";
import { total, type Work, workIn } from "./work";

const progressWords: Words<{
  columns: readonly [lesson: string, solved: string, points: string, right: string];
  of: (some: string, all: string) => string;
  noGuess: string;
  course: string;
}> = {
  en: {
    columns: ["Lesson", "Exercises solved", "Points", "Guesses right"],
    of: (some, all) => `${some} of ${all}`,
    noGuess: "none yet",
    course: "The course",
  },
};

function rowOf(name: string, work: Work): string[] {
  const words = say(progressWords);
  const of = (some: number, all: number) => words.of(showNumber(some), showNumber(all));
  const right = work.guesses > 0 ? of(work.right, work.guesses) : words.noGuess;
  return [name, of(work.solved, work.exercises), of(work.points, work.of), right];
}

/**
 * What the learner has done so far, lesson by lesson: exercises solved, the best points of each,
 * and how many of the guesses so far were right.
 */
export function progress() {
  const noted = readProgress();
  const works = lessons.map((lesson) => workIn(lesson, noted));
  const rows = lessons.map(({ number, title }, k) => rowOf(`${number} ${say(title)}`, works[k]));
  rows.push(rowOf(say(progressWords).course, total(works)));
  return {
    [Symbol.for("Jupyter.display")]: () => ({
      "text/html": table(say(progressWords).columns, rows),
      "text/plain": rows.map((row) => row.join(" | ")).join("\n"),
    }),
  };
}
