import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Exercise, judge, Report } from "../../lib/checks";
import { checkWords } from "../../lib/checks/words";
import { escapeHtml } from "../../lib/html";
import { say } from "../../lib/words";
import { answersIn, type Refusal } from "./record";
import { judgeWords } from "./words";

/** What came of one check of a submission. */
export interface Check {
  /** "1.1": the gradebook's word, not the submission's. */
  readonly exercise: string;
  /** The points that the gradebook gives for it; a teacher may have changed them. */
  readonly maximum: number;
  /** What the check's cell showed as its answers. From the learner's process: anything. */
  readonly record: unknown;
  /** The errors of the exercise's cell and of the check's, where they ended with one. */
  readonly exerciseError: string | null;
  readonly checkError: string | null;
}

export interface Judgement {
  readonly points: number;
  readonly html: string;
  /** Why there was nothing to judge. */
  readonly reason?: string;
}

export const judgeChecks = (request: {
  readonly seed: number;
  readonly checks: readonly Check[];
}): Judgement[] => request.checks.map((check) => judgeCheck(check, request.seed));

export function judgeCheck(check: Check, seed: number): Judgement {
  // Worth what the gradebook says, so that the report's table speaks of the same points.
  const exercise = { ...exerciseOf(check.exercise), points: check.maximum };
  const read = answersIn(check.record, exercise, seed);
  if ("refused" in read) return nothing(exercise, reasonFor(check, read.refused));
  const report = new Report(exercise, judge(exercise, read.answers, seed));
  return { points: report.points, html: report.toHtml() };
}

/** The exercise of that number, from the lesson's folder: 1.2 is in `lib/exercises/01-…`. */
function exerciseOf(id: string): Exercise {
  const room = join(__dirname, "..", "..", "lib", "exercises");
  const prefix = `${id.split(".")[0].padStart(2, "0")}-`;
  const lesson = readdirSync(room).find((name) => name.startsWith(prefix));
  const exercises = lesson ? require(join(room, lesson)).exercises : {};
  if (!Object.hasOwn(exercises, id)) throw new Error(say(judgeWords).noExercise(id));
  return exercises[id];
}

/** Why there is nothing to judge: the first thing that went wrong. */
function reasonFor({ exerciseError, checkError }: Check, refused: Refusal): string {
  const words = say(judgeWords);
  const stopped = /^(CellTimeoutError|KeyboardInterrupt)/;
  if ([exerciseError, checkError].some((error) => error !== null && stopped.test(error)))
    return words.tooLong;
  if (exerciseError !== null) return words.exerciseStopped(exerciseError);
  if (checkError !== null) return words.checkStopped(checkError);
  return words.refused[refused];
}

function nothing({ id, name, points }: Exercise, reason: string): Judgement {
  const score = say(checkWords).score("0", String(points));
  const html = `<p><strong>✗ ${escapeHtml(`${id} ${name}: ${score}.`)}</strong> ${escapeHtml(reason)}</p>`;
  return { points: 0, html, reason };
}
