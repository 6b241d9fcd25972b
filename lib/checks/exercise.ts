import { ownWork } from "../own-work";
import type { Random } from "../random";
import type { Words } from "../words";
import type { Closeness } from "./closeness";

// biome-ignore lint/suspicious/noExplicitAny: a function of any arguments, as in Parameters<F>
export type AnyFunction = (...args: any[]) => unknown;

/** What a part of a check looks at. Each earns its share of the points. */
export type PartName = "example" | "hard" | "shapes";

/** Inputs of one part. A random part draws other inputs from every seed. */
export interface Part<F extends AnyFunction> {
  readonly name: PartName;
  readonly share: number;
  readonly inputs: (rng: Random) => readonly Parameters<F>[];
}

/** One call of the learner's function, beside what it should have given. */
export interface Evidence<F extends AnyFunction> {
  readonly input: Parameters<F>;
  readonly expected: unknown;
  readonly got: unknown;
  readonly right: boolean;
}

/**
 * A likely mistake and its fingerprint: a wrong formula that gives the same answers on every
 * input, or a sign in the evidence.
 */
export type Diagnosis<F extends AnyFunction, Mistake extends string> = {
  readonly mistake: Mistake;
} & (
  | { readonly wrong: (...input: Parameters<F>) => unknown }
  | { readonly sign: (evidence: readonly Evidence<F>[]) => boolean }
);

/** What an exercise says: three hints, each nearer to the answer, and a sentence a mistake. */
export interface ExerciseWords<Mistake extends string> {
  readonly hints: readonly [idea: string, formula: string, pseudocode: string];
  readonly mistakes: { readonly [mistake in Mistake]: string };
}

/**
 * An exercise is data: inputs made from a seed, a reference, a comparison and diagnoses. So the
 * learner's function can be called in one process and its answers judged in another.
 *
 * Write its type beside its name, `const affineExercise: Exercise<Affine, "transposed"> = {…}`:
 * every cell that calls `check` asks for it, and the compiler then need not look inside.
 */
export interface Exercise<
  F extends AnyFunction = AnyFunction,
  Mistake extends string = string,
  Work = F,
> {
  /** "1.1": lesson and number. */
  readonly id: string;
  /** What the learner writes: a function, or, as `Work` says, a record of functions. */
  readonly name: string;
  /** Its parameters, as the lesson calls them: `["X", "W", "b"]`. */
  readonly parameters: readonly string[];
  readonly points: number;
  readonly reference: Work;
  /**
   * What of the learner's work is compared for an input, where that is not simply what it returns.
   * `F` then names the inputs.
   */
  readonly observe?: (work: Work, ...input: Parameters<F>) => unknown;
  /** What has to come for an input, where that is not what comes of the reference. */
  readonly expected?: (...input: Parameters<F>) => unknown;
  readonly parts: readonly Part<F>[];
  readonly close: Closeness;
  /** In the order in which they are tried: the most particular first. */
  readonly diagnoses: readonly Diagnosis<F, Mistake>[];
  readonly words: Words<ExerciseWords<Mistake>>;
}

/**
 * Makes an exercise keep its answers to itself: while it is being checked, none of its functions that
 * know them can be called, whoever has imported them.
 */
export function keepAnswers<F extends AnyFunction, Mistake extends string, Work>(
  exercise: Exercise<F, Mistake, Work>,
): void {
  const kept = <T>(answer: T): T =>
    typeof answer !== "function"
      ? answer
      : new Proxy(answer, {
          apply(f, self, input) {
            ownWork(exercise.name);
            return Reflect.apply(f, self, input);
          },
        });
  const { reference, expected, diagnoses } = exercise;
  const functions = Object.entries(reference as object).map(([name, f]) => [name, kept(f)]);
  Object.assign(exercise, {
    reference: typeof reference === "function" ? kept(reference) : Object.fromEntries(functions),
    expected: kept(expected),
    diagnoses: diagnoses.map((diagnosis) =>
      "wrong" in diagnosis ? { ...diagnosis, wrong: kept(diagnosis.wrong) } : diagnosis,
    ),
  });
}
