import type { Words } from "../words";
import { firstDifference } from "./difference";
import { show } from "./show";

/** A question that a learner answers before the cell that answers it. */
export interface Prediction<Guess> {
  readonly accepts: (guess: Guess) => boolean;
  /** The answer as it is shown, and the sentence that explains it. */
  readonly words: Words<{ readonly answer: string; readonly reason: string }>;
}

/** A number, right when it is within `tolerance` of the answer. */
export const number = (
  answer: number,
  tolerance: number,
  words: Prediction<number>["words"],
): Prediction<number> => ({
  accepts: (guess) => Math.abs(guess - answer) <= tolerance,
  words,
});

/** A list of numbers, all of which have to be right. */
export const numbers = (
  answer: readonly number[],
  tolerance: number,
  words: Prediction<readonly number[]>["words"],
): Prediction<readonly number[]> => ({
  accepts: (guess) =>
    !firstDifference(answer, guess, (got, expected) => Math.abs(got - expected) <= tolerance),
  words,
});

const withinFactor = (factor: number) => (got: number, expected: number) =>
  got <= expected * factor && got >= expected / factor;

/** A positive number, right within a factor. */
export const magnitude = (
  answer: number,
  factor: number,
  words: Prediction<number>["words"],
): Prediction<number> => ({
  accepts: (guess) => withinFactor(factor)(guess, answer),
  words,
});

/** A list of positive numbers of very different size, each right within a factor. */
export const magnitudes = (
  answer: readonly number[],
  factor: number,
  words: Prediction<readonly number[]>["words"],
): Prediction<readonly number[]> => ({
  accepts: (guess) => !firstDifference(answer, guess, withinFactor(factor)),
  words,
});

/**
 * One of several words, in the same order in each language. A guess may be made in any of them, so
 * that it stays right when the language changes.
 */
export const choice = <
  const English extends readonly string[],
  const Russian extends readonly string[] = English,
>(
  options: { readonly en: English; readonly ru?: Russian },
  answer: English[number],
  words: Prediction<English[number] | Russian[number]>["words"],
): Prediction<English[number] | Russian[number]> => {
  const right = Object.values(options).map((said) => said[options.en.indexOf(answer)]);
  return { accepts: (guess) => right.includes(guess), words };
};

/** A guess as it is shown. */
export const showGuess = (guess: unknown): string =>
  typeof guess === "string" ? guess : show(guess);
