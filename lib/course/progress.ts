import { readProgress } from "../checks/progress";
import { showNumber } from "../checks/show";
import { table } from "../checks/table";
import { say, wording } from "../words";
import { lessons } from "./lessons";
import { total, type Work, workIn } from "./work";

const words = wording({
  en: {
    columns: ["Lesson", "Exercises solved", "Points", "Guesses right"],
    of: (some: string, all: string) => `${some} of ${all}`,
    noGuess: "none yet",
    course: "The course",
  },
  ru: {
    columns: ["Урок", "Решено упражнений", "Баллы", "Верных догадок"],
    of: (some, all) => `${some} из ${all}`,
    noGuess: "пока нет",
    course: "Весь курс",
  },
});

function rowOf(name: string, work: Work): string[] {
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
  rows.push(rowOf(words.course, total(works)));
  return {
    [Symbol.for("Jupyter.display")]: () => ({
      "text/html": table(words.columns, rows),
      "text/plain": rows.map((row) => row.join(" | ")).join("\n"),
    }),
  };
}
