import { Held } from "./held";
import { say } from "./words";

/**
 * An exercise asks for a function that the library has, too. While the learner's version is being
 * checked, the library's own refuses to be called, so that a solution can't forward to it.
 */
const guarded = new Held<ReadonlySet<string> | undefined>(undefined);

/** The library's function was called by a solution that should do its work. */
export class OwnWorkError extends Error {
  override readonly name = "OwnWorkError";

  constructor(readonly functionName: string) {
    super(
      say({
        en:
          `${functionName} is the function that this exercise asks for: write it yourself, ` +
          "with anything else of the library.",
        ru:
          `${functionName} — та самая функция, которую просит упражнение: напишите её сами, ` +
          "пользуясь чем угодно другим из библиотеки.",
      }),
    );
  }
}

/** First line of every library function that is also an exercise. Throws {@link OwnWorkError}. */
export function ownWork(name: string): void {
  if (guarded.now?.has(name)) throw new OwnWorkError(name);
}

/**
 * Runs `work` while the library's function `name` refuses to be called, beside those that refuse
 * already: a check within a check, which a solution could make, too, sets nothing free.
 */
export const whileChecking = <T>(name: string, work: () => T): T =>
  guarded.during(new Set(guarded.now).add(name), work);
