import type { Activation } from "../../activations";
import { alike, type Evidence } from "../../checks";

/** What a learner writes of an activation. */
export type OwnActivation = Pick<Activation, "f" | "df" | "kinks">;

/** What a check asks: values of f or f′ at some places, or the kinks. */
export type Part = keyof OwnActivation;
export type Asked<Parameters extends number[] = []> = (
  part: Part,
  x: readonly number[],
  ...parameters: Parameters
) => unknown;

/** f and f′ are called as methods, so that one may use the other. Kinks count in any order. */
export function ask(own: OwnActivation, part: Part, x: readonly number[]): unknown {
  if (part !== "kinks") return x.map((at) => own[part](at));
  return Array.isArray(own.kinks) ? [...own.kinks].sort((a, b) => a - b) : own.kinks;
}

type Calls<P extends number[]> = readonly Evidence<Asked<P>>[];
type Formula<P extends number[]> = (x: number, ...parameters: P) => number;

const ofPart = <P extends number[]>(calls: Calls<P>, part: Part) =>
  calls.filter(({ input }) => input[0] === part);

/** The answers to one part are wrong somewhere, and every one is what this formula gives. */
export const formulaIs =
  <P extends number[]>(part: "f" | "df", formula: Formula<P>) =>
  (calls: Calls<P>): boolean => {
    const asked = ofPart(calls, part);
    return (
      asked.some(({ right }) => !right) &&
      asked.every(({ input: [, x, ...parameters], got }) =>
        x.every((at, k) => alike((got as number[])[k], formula(at, ...parameters))),
      )
    );
  };

/** Some answer to the part shows this: the place, what came there, and what should have. */
export const somewhere =
  <P extends number[]>(
    part: "f" | "df",
    shows: (x: number, got: number, expected: number) => boolean,
  ) =>
  (calls: Calls<P>): boolean =>
    ofPart(calls, part).some(({ input: [, x], got, expected }) =>
      x.some((at, k) => shows(at, (got as number[])[k], (expected as number[])[k])),
    );

/** Kinks were named where there are none, or not where there are. */
export const kinksAre =
  <P extends number[]>(which: "too many" | "too few") =>
  (calls: Calls<P>): boolean =>
    ofPart(calls, "kinks").some(({ got, expected, right }) => {
      const [more, fewer] = which === "too many" ? [got, expected] : [expected, got];
      return !right && (more as number[]).length > (fewer as number[]).length;
    });
