import { say, type Words } from "../words";
import { type Answer, answersOf } from "./answers";
import { type Exercise, keepAnswers } from "./exercise";
import { judge } from "./judge";
import { Note } from "./note";
import { type Prediction, showGuess } from "./prediction";
import { noteProgress, readProgress } from "./progress";
import { Report } from "./report";
import { isValidating, NotYet } from "./validation";

// biome-ignore lint/suspicious/noExplicitAny: exercises of any function, mistakes of any name
type Exercises = { readonly [id: string]: Exercise<any, any, any> };
// biome-ignore lint/suspicious/noExplicitAny: predictions of any kind of guess
type Predictions = { readonly [id: string]: Prediction<any> };

type LearnersWork<E> = E extends { readonly reference: infer Work } ? Work : never;
type Guess<P> = P extends Prediction<infer G> ? G : never;

/** The seed of the inputs that a learner sees; grading draws another. */
const LEARNING_SEED = 20;

/** Answers on their way to be judged in another process. They earn nothing by themselves. */
class Recorded {
  constructor(
    readonly exercise: string,
    readonly answers: readonly Answer[],
  ) {}

  [Symbol.for("Jupyter.display")]() {
    const { exercise, answers } = this;
    return {
      "application/vnd.spellgrad.answers+json": { exercise, answers },
      "text/plain": "0",
    };
  }
}

const lessonWords: Words<{
  guessFirst: (id: string) => string;
  noted: (guess: string) => string;
  waiting: string;
  revealed: (guess: string, answer: string, right: boolean) => string;
  hint: (level: number) => string;
  level: string;
  unknown: (what: "exercise" | "prediction", id: string, known: string) => string;
}> = {
  en: {
    guessFirst: (id) =>
      `**Guess first.** Put your guess in place of \`null\` in \`predict("${id}", null)\`, run that cell, then this one. A wrong guess costs nothing.`,
    noted: (guess) => `Your guess: **${guess}**. Go on and see.`,
    waiting: "Put your guess in place of `null` and run the cell again.",
    revealed: (guess, answer, right) =>
      right
        ? `You said **${guess}**, and so it is: **${answer}**.`
        : `You said **${guess}**; it is **${answer}**.`,
    hint: (level) => `**Hint ${level} of 3.**`,
    level: "A hint has a level: 1 for the idea, 2 for the formula, 3 for a line of pseudocode.",
    unknown: (what, id, known) => `There is no ${what} "${id}" in this lesson. It has ${known}.`,
  },
  ru: {
    guessFirst: (id) =>
      `**Сначала догадка.** Поставьте её вместо \`null\` в \`predict("${id}", null)\`, выполните ту ячейку, потом эту. Ошибиться не страшно.`,
    noted: (guess) => `Ваша догадка: **${guess}**. Теперь посмотрите, так ли это.`,
    waiting: "Поставьте догадку вместо `null` и выполните ячейку ещё раз.",
    revealed: (guess, answer, right) =>
      right
        ? `Вы сказали **${guess}**, и так оно и есть: **${answer}**.`
        : `Вы сказали **${guess}**; на самом деле **${answer}**.`,
    hint: (level) => `**Подсказка ${level} из 3.**`,
    level: "У подсказки есть уровень: 1 — идея, 2 — формула, 3 — строка псевдокода.",
    unknown: (what, id, known) =>
      `В этом уроке нет ${{ exercise: "упражнения", prediction: "вопроса" }[what]} "${id}". Есть ${known}.`,
  },
};

/** What a lesson's cells call: `check`, `hint`, `predict` and `reveal`, by names of the lesson. */
export function lesson<E extends Exercises, P extends Predictions>(content: {
  readonly exercises: E;
  readonly predictions: P;
}) {
  const { exercises, predictions } = content;
  const guesses = new Map<string, unknown>();
  Object.values(exercises).forEach(keepAnswers);

  const known = (what: "exercise" | "prediction", id: string, among: object): void => {
    if (!Object.hasOwn(among, id))
      throw new RangeError(say(lessonWords).unknown(what, id, Object.keys(among).join(", ")));
  };

  return {
    exercises,
    predictions,

    /** Checks your work and says what it found. The last expression of its cell. */
    check<Id extends keyof E & string>(id: Id, yours: LearnersWork<E[Id]>): Report | Recorded {
      known("exercise", id, exercises);
      const exercise = exercises[id];
      const gradingSeed = process.env.SPELLGRAD_GRADING_SEED;
      if (gradingSeed) return new Recorded(id, answersOf(exercise, yours, Number(gradingSeed)));

      const verdict = judge(exercise, answersOf(exercise, yours, LEARNING_SEED), LEARNING_SEED);
      const best = Math.max(verdict.points, readProgress().exercises[id]?.points ?? 0);
      noteProgress("exercises", id, { points: best, of: verdict.of });
      const report = new Report(exercise, verdict);
      if (isValidating() && report.points < report.of) throw new NotYet(report);
      return report;
    },

    /** Hint 1 names the idea, 2 the formula or shape, 3 gives one line of pseudocode. */
    hint<Id extends keyof E & string>(id: Id, level: 1 | 2 | 3): Note {
      known("exercise", id, exercises);
      const words = say(lessonWords);
      const hint = say(exercises[id].words).hints[level - 1];
      return new Note(hint === undefined ? words.level : `${words.hint(level)} ${hint}`);
    },

    /** Takes your guess before the answer is shown. */
    predict<Id extends keyof P & string>(id: Id, guess: Guess<P[Id]> | null): Note {
      known("prediction", id, predictions);
      const words = say(lessonWords);
      if (guess === null) {
        guesses.delete(id);
        return new Note(words.waiting);
      }
      const misread = predictions[id].misread?.(guess);
      if (misread !== undefined) {
        guesses.delete(id);
        return new Note(misread);
      }
      guesses.set(id, guess);
      return new Note(words.noted(showGuess(guess)));
    },

    /** Shows your guess, the answer and the reason; without a guess, asks for one. */
    reveal<Id extends keyof P & string>(id: Id): Note {
      known("prediction", id, predictions);
      const words = say(lessonWords);
      if (!guesses.has(id)) return new Note(words.guessFirst(id));
      const guess = guesses.get(id);
      const right = predictions[id].accepts(guess);
      noteProgress("predictions", id, { right });
      const { answer, reason } = say(predictions[id].words);
      return new Note(`${words.revealed(showGuess(guess), answer, right)} ${reason}`);
    },
  };
}
