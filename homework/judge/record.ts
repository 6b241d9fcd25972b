import { type Answer, callsOf, type Exercise } from "../../lib/checks";
import type { Json } from "../../lib/checks/plain";

/** Why a record is not judged. */
export type Refusal = "none" | "malformed" | "another exercise";

/** Deeper than any answer that a check writes down. */
const MAX_DEPTH = 24;
const MAX_TEXT = 500;

type Fields = { readonly [key: string]: unknown };

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The answers in what a check's cell showed. The record comes from the learner's process, so
 * nothing of it is believed: whatever is not an answer to a call of this exercise is left out.
 */
export function answersIn(
  record: unknown,
  exercise: Exercise,
  seed: number,
): { readonly answers: readonly Answer[] } | { readonly refused: Refusal } {
  if (record === null || record === undefined) return { refused: "none" };
  if (!isRecord(record) || typeof record.exercise !== "string" || !Array.isArray(record.answers))
    return { refused: "malformed" };
  if (record.exercise !== exercise.id) return { refused: "another exercise" };
  const given: readonly unknown[] = record.answers;
  const answers = callsOf(exercise, seed).flatMap((call) => {
    const one = given.find(
      (answer) =>
        isRecord(answer) &&
        answer.part === call.part &&
        answer.input === call.input &&
        answer.call === call.call,
    );
    const outcome = outcomeIn(one, exercise.parameters.length);
    return outcome ? [{ ...call, ...outcome }] : [];
  });
  return answers.length > 0 ? { answers } : { refused: "malformed" };
}

type Outcome = Answer extends infer A
  ? A extends Answer
    ? Omit<A, "part" | "input" | "call">
    : never
  : never;

/** What one call gave, of what is believable; nothing where it is neither a value nor an error. */
function outcomeIn(answer: unknown, parameters: number): Outcome | undefined {
  if (!isRecord(answer)) return undefined;
  const { wroteTo, returned, threw } = answer;
  if (wroteTo !== undefined && !isIndex(wroteTo, parameters)) return undefined;
  const written = wroteTo === undefined ? {} : { wroteTo };
  if (isRecord(threw)) {
    const { kind, text } = threw;
    if (typeof text !== "string") return undefined;
    if (kind !== "not started" && kind !== "own work" && kind !== "error") return undefined;
    return { ...written, threw: { kind, text: text.slice(0, MAX_TEXT) } };
  }
  return returned !== undefined && isShallow(returned, MAX_DEPTH)
    ? { ...written, returned }
    : undefined;
}

const isIndex = (value: unknown, length: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < length;

/** Whether a value out of JSON is nested no deeper than `depth`, so that it can be walked. */
function isShallow(value: unknown, depth: number): value is Json {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((entry) => isShallow(entry, depth - 1));
}
