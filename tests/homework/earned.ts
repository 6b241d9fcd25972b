import { type Check, judgeCheck } from "../../homework/judge/judge-checks";
import { answersOf, type Exercise } from "../../lib/checks";
import { functionOf } from "./cell";

/** The points that a cell's function earns, by the shortest way: no kernel and no notebook. */
export function earned(
  // biome-ignore lint/suspicious/noExplicitAny: exercises of any function, mistakes of any name
  exercise: Exercise<any, any, any>,
  name: string,
  source: string,
  seed: number,
): number {
  const { id, points } = exercise;
  const answers = answersOf(exercise, functionOf(source, name), seed);
  const record = JSON.parse(JSON.stringify({ exercise: id, answers }));
  const check: Check = {
    exercise: id,
    maximum: points,
    record,
    exerciseError: null,
    checkError: null,
  };
  return judgeCheck(check, seed).points;
}
