import { plural, say, type Words, wording } from "../words";
import { firstDifference } from "./difference";
import { show } from "./show";

const words = wording({
  en: {
    count: (n: number, example: string, got: number) =>
      `This question is answered by ${n} numbers, like \`${example}\`, and your guess has ${got}. Mend it and run the cell again.`,
    oneOf: (options: string, got: string) =>
      `This question is answered by one of ${options}; your guess is \`${got}\`. Mend it and run the cell again.`,
  },
  ru: {
    count: (n, example, got) =>
      `Ответ на этот вопрос — ${n} ${plural(n, "число", "числа", "чисел")}, например \`${example}\`, а в вашей догадке их ${got}. Исправьте её и выполните ячейку ещё раз.`,
    oneOf: (options, got) =>
      `Ответ на этот вопрос — что-то одно: ${options}; ваша догадка — \`${got}\`. Исправьте её и выполните ячейку ещё раз.`,
  },
});

/** A question that a learner answers before the cell that answers it. */
export interface Prediction<Guess> {
  readonly accepts: (guess: Guess) => boolean;
  /** What keeps a guess from being an answer, right or wrong, in words: then it is asked for again. */
  readonly misread?: (guess: Guess) => string | undefined;
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

/** What is said of a guess that has not so many numbers. */
export const countOf =
  (n: number) =>
  (guess: readonly number[]): string | undefined =>
    guess.length === n
      ? undefined
      : words.count(n, show(Array.from({ length: n }, (_, k) => k + 1)), guess.length);

/** A list of numbers, all of which have to be right. */
export const numbers = (
  answer: readonly number[],
  tolerance: number,
  words: Prediction<readonly number[]>["words"],
): Prediction<readonly number[]> => ({
  accepts: (guess) =>
    !firstDifference(answer, guess, (got, expected) => Math.abs(got - expected) <= tolerance),
  misread: countOf(answer.length),
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
  misread: countOf(answer.length),
  words,
});

/** A word as it is compared: in small letters, and with a keyboard's hyphen for a minus. */
const plain = (word: string): string => word.trim().toLowerCase().replaceAll("−", "-");

/** One of some words, which an editor offers; another is asked for again, not refused. */
type OneOf<Word extends string> = Word | (string & {});

/**
 * One of several words, in the same order in each language. A guess may be made in any of them, so
 * that it stays right when the language changes, and in letters of any case.
 */
export const choice = <
  const English extends readonly string[],
  const Russian extends readonly string[] = English,
>(
  options: { readonly en: English; readonly ru?: Russian },
  answer: English[number],
  told: Prediction<string>["words"],
): Prediction<OneOf<English[number] | Russian[number]>> => {
  const lists = Object.values(options);
  const right = lists.map((list) => plain(list[options.en.indexOf(answer)]));
  const known = lists.flatMap((list) => list.map(plain));
  return {
    accepts: (guess) => right.includes(plain(guess)),
    misread: (guess) => {
      if (known.includes(plain(guess))) return undefined;
      const offered = say<readonly string[]>(options).map((word) => `\`${show(word)}\``);
      return words.oneOf(offered.join(", "), show(guess));
    },
    words: told,
  };
};

/** A guess as it is shown. */
export const showGuess = (guess: unknown): string =>
  typeof guess === "string" ? guess : show(guess);
