import type { Progress } from "../checks/progress";
import type { Lesson } from "./lessons";

/** What a learner has done in a lesson. */
export interface Work {
  readonly begun: boolean;
  readonly solved: number;
  readonly exercises: number;
  readonly points: number;
  readonly of: number;
  readonly right: number;
  readonly guesses: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Adds up what is noted of a lesson; an exercise that earned nothing yet counts as not solved. */
export function workIn({ number, points }: Lesson, progress: Progress): Work {
  const best = (id: string): number => progress.exercises[id]?.points ?? 0;
  const ids = Object.keys(points);
  const guesses = Object.entries(progress.predictions)
    .filter(([id]) => id.startsWith(`${Number(number)}.`))
    .map(([, guess]) => guess);
  return {
    begun: guesses.length > 0 || ids.some((id) => best(id) > 0),
    solved: ids.filter((id) => best(id) === points[id]).length,
    exercises: ids.length,
    points: sum(ids.map(best)),
    of: sum(Object.values(points)),
    right: guesses.filter(({ right }) => right).length,
    guesses: guesses.length,
  };
}

/** The sum over several lessons. */
export const total = (all: readonly Work[]): Work => ({
  begun: all.some(({ begun }) => begun),
  solved: sum(all.map(({ solved }) => solved)),
  exercises: sum(all.map(({ exercises }) => exercises)),
  points: sum(all.map(({ points }) => points)),
  of: sum(all.map(({ of }) => of)),
  right: sum(all.map(({ right }) => right)),
  guesses: sum(all.map(({ guesses }) => guesses)),
});
