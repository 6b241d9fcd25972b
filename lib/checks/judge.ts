import { type Answer, callsOf, inputOf, observed } from "./answers";
import { alike } from "./closeness";
import { type Difference, firstDifference } from "./difference";
import type { AnyFunction, Evidence, Exercise, PartName } from "./exercise";
import { fromPlain } from "./plain";

/** One line of a report: what was looked at, what it earned, and where it first went wrong. */
export interface PartVerdict {
  readonly name: PartName | "untouched" | "again";
  readonly points: number;
  readonly of: number;
  readonly failure?: Failure;
}

/** The first call of a part that is not as expected. */
export interface Failure {
  readonly input: readonly unknown[];
  readonly expected: unknown;
  readonly got?: unknown;
  readonly difference?: Difference;
  readonly threw?: string;
  readonly wroteTo?: number;
}

/** The most helpful thing that can be said about an attempt. */
export type Finding =
  | { readonly kind: "right" | "not started" | "other" }
  | { readonly kind: "own work" | "threw"; readonly text: string }
  | { readonly kind: "mistake"; readonly mistake: string };

export interface Verdict {
  readonly exercise: string;
  readonly points: number;
  readonly of: number;
  readonly finding: Finding;
  readonly parts: readonly PartVerdict[];
}

/** A call that the exercise asks for, what came of it, and the difference. */
interface Judged<F extends AnyFunction> extends Evidence<F> {
  readonly at: Pick<Answer, "part" | "input" | "call">;
  /** Missing where the learner's process never gave one. */
  readonly answer?: Answer;
  readonly difference?: Difference;
  readonly fresh: () => Parameters<F>;
}

/** Leaving the arguments alone and answering the same again earn a share of this size each. */
const BEHAVIOUR_SHARE = 0.5;

/**
 * Compares the answers to an exercise with its reference and says what they earn and why.
 * `seed` is the one with which the answers were made. Needs nothing of the learner's process.
 */
export function judge<F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  answers: readonly Answer[],
  seed: number,
): Verdict {
  const judged = callsOf(exercise, seed).map((at): Judged<F> => {
    const { part, input, call } = at;
    // Drawn anew for each use: an input may hold a generator, and a generator moves on.
    const fresh = () => inputOf(exercise, seed, at);
    const expected = exercise.expected
      ? exercise.expected(...fresh())
      : observed(exercise, exercise.reference, fresh());
    const answer = answers.find((a) => a.part === part && a.input === input && a.call === call);
    const base = { at, answer, fresh, input: fresh(), expected };
    if (!answer || "threw" in answer) return { ...base, got: undefined, right: false };
    const got = fromPlain(answer.returned);
    const difference = firstDifference(expected, got, exercise.close);
    return { ...base, got, difference, right: !difference };
  });

  const parts = partsOf(exercise, judged);
  const earned = parts.reduce((sum, part) => sum + part.points, 0);
  const right = parts.every((part) => !part.failure && part.points === part.of);
  const finding = findingOf(exercise, judged, right);
  // What the library did in some branch is not the learner's, whatever the others earn.
  const isForwarded = finding.kind === "own work";
  return {
    exercise: exercise.id,
    points: right ? exercise.points : isForwarded ? 0 : Math.round(earned * 100) / 100,
    of: exercise.points,
    finding,
    parts,
  };
}

function partsOf<F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  judged: readonly Judged<F>[],
) {
  const shares = exercise.parts.reduce((sum, part) => sum + part.share, 2 * BEHAVIOUR_SHARE);
  const worth = (share: number) => (exercise.points * share) / shares;
  const failureOf = ({ answer, input, expected, got, difference }: Judged<F>): Failure => ({
    input,
    expected,
    got,
    difference,
    ...(answer && "threw" in answer && { threw: answer.threw.text }),
    ...(answer?.wroteTo !== undefined && { wroteTo: answer.wroteTo }),
  });
  const line = (
    name: PartVerdict["name"],
    share: number,
    asked: readonly Judged<F>[],
    fails: (one: Judged<F>) => boolean,
    earns = true,
  ): PartVerdict => {
    const failed = asked.find(fails);
    const of = worth(share);
    const points = earns && !failed ? of : 0;
    return { name, points, of, ...(failed && { failure: failureOf(failed) }) };
  };

  const firstCalls = judged.filter(({ at }) => at.call === 0);
  const values = exercise.parts.map((part, p) =>
    line(
      part.name,
      part.share,
      firstCalls.filter(({ at }) => at.part === p),
      ({ right }) => !right,
    ),
  );
  // Good manners alone are no solution: they count once a part beyond the example is right (or the
  // example, where there is nothing else).
  const beyond = values.filter((part) => part.name !== "example");
  const someValues = (beyond.length > 0 ? beyond : values).some((part) => part.points > 0);
  return [
    ...values,
    line(
      "untouched",
      BEHAVIOUR_SHARE,
      judged,
      ({ answer }) => answer?.wroteTo !== undefined,
      someValues,
    ),
    line(
      "again",
      BEHAVIOUR_SHARE,
      judged.filter(({ at }) => at.call === 1),
      // A wrong second answer is news only where the first one to the same input was right.
      (again) =>
        !again.right &&
        firstCalls.some(
          ({ at, right }) => right && at.part === again.at.part && at.input === again.at.input,
        ),
      someValues,
    ),
  ];
}

function findingOf<F extends AnyFunction, Work>(
  exercise: Exercise<F, string, Work>,
  judged: readonly Judged<F>[],
  right: boolean,
): Finding {
  if (right) return { kind: "right" };
  const thrown = judged.flatMap(({ answer }) =>
    answer && "threw" in answer ? [answer.threw] : [],
  );
  if (thrown.some(({ kind }) => kind === "not started")) return { kind: "not started" };
  const forwarded = thrown.find(({ kind }) => kind === "own work");
  if (forwarded) return { kind: "own work", text: forwarded.text };

  const evidence = judged.filter(({ at, answer }) => at.call === 0 && answer);
  const calls = evidence.filter(({ answer }) => answer && "returned" in answer);
  const mistake = exercise.diagnoses.find((diagnosis) =>
    "sign" in diagnosis
      ? calls.some(({ right }) => !right) && shows(diagnosis.sign, calls)
      : evidence.some(({ right }) => !right) &&
        evidence.every((one) => gives(diagnosis.wrong, one)),
  );
  if (mistake) return { kind: "mistake", mistake: mistake.mistake };
  if (thrown.length > 0) return { kind: "threw", text: thrown[0].text };
  return { kind: "other" };
}

/** Whether a sign is there. What was returned may be anything, and what confuses a sign is none. */
function shows<F extends AnyFunction>(
  sign: (evidence: readonly Evidence<F>[]) => boolean,
  evidence: readonly Evidence<F>[],
): boolean {
  try {
    return sign(evidence);
  } catch {
    return false;
  }
}

/** Whether the wrong formula answers this input as the learner's function did. */
function gives<F extends AnyFunction>(
  wrong: (...input: Parameters<F>) => unknown,
  { answer, fresh, got }: Judged<F>,
): boolean {
  const returned = answer !== undefined && "returned" in answer;
  try {
    const guess = wrong(...fresh());
    return returned && !firstDifference(guess, got, alike);
  } catch {
    return !returned;
  }
}
