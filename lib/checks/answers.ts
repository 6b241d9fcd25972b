import { inspect } from "node:util";
import { OwnWorkError, whileChecking } from "../own-work";
import { mulberry32 } from "../random";
import { copied } from "./copy";
import type { AnyFunction, Exercise } from "./exercise";
import { type Json, toPlain } from "./plain";

/** What one call of the learner's function gave: plain data, fit for another process. */
export type Answer = {
  /** Which input: the part's index and the input's index in it. */
  readonly part: number;
  readonly input: number;
  /** 0 for the first call with this input, 1 when it is asked again after all others. */
  readonly call: 0 | 1;
  /** Index of the argument that the function wrote to, where it did. */
  readonly wroteTo?: number;
} & (
  | { readonly returned: Json }
  | {
      readonly threw: {
        readonly kind: "not started" | "own work" | "error";
        readonly text: string;
      };
    }
);

/**
 * The inputs of every part of an exercise, drawn from the seed, the same in every process.
 * They are the caller's own: a function that writes to them spoils nobody else's.
 */
export const inputsOf = <F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  seed: number,
): readonly (readonly Parameters<F>[])[] =>
  exercise.parts.map((_, part) => drawn(exercise, seed, part));

/** One of these inputs, drawn anew: nothing else that was drawn shares anything with it. */
export const inputOf = <F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  seed: number,
  { part, input }: Pick<Answer, "part" | "input">,
): Parameters<F> => drawn(exercise, seed, part)[input];

/** Every part has a generator of its own, so that it can be drawn without the others. */
const drawn = <F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  seed: number,
  part: number,
): readonly Parameters<F>[] => copied(exercise.parts[part].inputs(mulberry32(seed + part)));

/** Every call that a check makes: each input once, then the first of every part once more. */
export function callsOf<F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  seed: number,
): readonly Pick<Answer, "part" | "input" | "call">[] {
  const inputs = inputsOf(exercise, seed);
  const first = inputs.flatMap((part, p) =>
    part.map((_, i) => ({ part: p, input: i, call: 0 as const })),
  );
  const again = inputs.map((_, p) => ({ part: p, input: 0, call: 1 as const }));
  return [...first, ...again];
}

/** What the exercise compares of a function for an input: by default, what it returns. */
export const observed = <F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  work: Work,
  input: Parameters<F>,
): unknown =>
  exercise.observe ? exercise.observe(work, ...input) : (work as unknown as F)(...input);

/**
 * Makes every call of a check with the learner's function.
 * Never throws: what the function throws is an answer too.
 */
export function answersOf<F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  learners: Work,
  seed: number,
): Answer[] {
  return callsOf(exercise, seed).map((call) => {
    // Inputs are made anew for each call: a function that writes to them spoils only its own.
    const given = inputOf(exercise, seed, call);
    const before = given.map(textOf);
    const outcome = outcomeOf(exercise, learners, given);
    const wroteTo = given.findIndex((argument, k) => isChanged(argument, before[k]));
    return { ...call, ...outcome, ...(wroteTo >= 0 && { wroteTo }) };
  });
}

const textOf = (argument: unknown): string => JSON.stringify(toPlain(argument));

/** Whether an argument is other than it was; one that can't even be read any more is. */
function isChanged(argument: unknown, before: string): boolean {
  try {
    return textOf(argument) !== before;
  } catch {
    return true;
  }
}

/**
 * What was thrown, on one line or a few: an error's name, message and place in a cell, if it has
 * one, or the thrown value.
 */
function thrownText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return cut(inspect(thrown), MAX_TEXT);
  const place = placeInCell(thrown);
  return cut(`${thrown.name}: ${thrown.message}`, MAX_TEXT - place.length) + place;
}

/** What is thrown may be anything: also what throws again when it is looked at. */
function read(text: () => string): string {
  try {
    return text();
  } catch {
    return "Error";
  }
}

/** Whoever judges the answers reads no more of a text. */
const MAX_TEXT = 500;

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 2)} …` : text;

/** How the kernel calls a place in a line of a stack: `at f (cell 18:3:24)` or `at cell 18:3:24`. */
const CELL = /^ +at (?:.*[ (])?((?:cell|ячейка) \d{1,9}:\d{1,9}:\d{1,9})\)?$/m;

/** The innermost place of the learner's own: what called the check is in a cell as well. */
function placeInCell({ stack }: Error): string {
  const [inside] = String(stack).split(` ${whileChecking.name} `);
  const [, place] = CELL.exec(inside) ?? [];
  return place ? ` (${place})` : "";
}

function outcomeOf<F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  learners: Work,
  input: Parameters<F>,
) {
  try {
    const returned = whileChecking(exercise.name, () => observed(exercise, learners, input));
    return { returned: toPlain(returned) };
  } catch (error) {
    if (error instanceof OwnWorkError)
      return { threw: { kind: "own work", text: error.message } } as const;
    const message = read(() => (error instanceof Error ? error.message : ""));
    const kind = message === "not started" ? "not started" : "error";
    return { threw: { kind, text: read(() => thrownText(error)) } } as const;
  }
}
