import { escapeHtml } from "../html";
import { say } from "../words";
import type { Difference } from "./difference";
import type { Exercise } from "./exercise";
import type { Failure, PartVerdict, Verdict } from "./judge";
import { show, showBoth, showNumber } from "./show";
import { table } from "./table";
import { checkWords } from "./words";

/**
 * A verdict as the learner sees it: a sentence, a table of what was looked at, and the way to a
 * hint. Its plain text is the number of points, which is what nbgrader takes as the mark.
 */
export class Report {
  readonly points: number;
  readonly of: number;
  /** The one sentence that helps most. */
  readonly message: string;

  constructor(
    private readonly exercise: Exercise,
    private readonly verdict: Verdict,
  ) {
    this.points = verdict.points;
    this.of = verdict.of;
    this.message = messageOf(exercise, verdict);
  }

  /** A row for each part that was looked at; none where there was nothing to look at. */
  private rows(): string[][] {
    const { kind } = this.verdict.finding;
    if (kind === "not started" || kind === "own work") return [];
    return this.verdict.parts.map((part) => rowOf(this.exercise, part));
  }

  toHtml(): string {
    const words = say(checkWords);
    const right = this.verdict.finding.kind === "right";
    const score = words.score(showNumber(this.points), showNumber(this.of));
    const sign = right ? "✓" : this.verdict.finding.kind === "not started" ? "○" : "✗";
    const rows = this.rows();
    return [
      `<p><strong>${sign} ${escapeHtml(this.exercise.id)} ${escapeHtml(this.exercise.name)}: ${escapeHtml(score)}.</strong> `,
      `${escapeHtml(this.message)}</p>`,
      rows.length > 0 ? table(...withoutEmptyColumns(words.columns, rows)) : "",
      right ? "" : `<p>${escapeHtml(words.hint(this.exercise.id))}</p>`,
    ].join("");
  }

  /** The whole report as text, for a console. */
  toString(): string {
    const words = say(checkWords);
    const score = words.score(showNumber(this.points), showNumber(this.of));
    const rows = this.rows().map((row) => `  ${row.filter(Boolean).join(" | ")}`);
    return [`${this.exercise.id} ${this.exercise.name}: ${score}. ${this.message}`, ...rows].join(
      "\n",
    );
  }

  [Symbol.for("Jupyter.display")]() {
    return { "text/html": this.toHtml(), "text/plain": String(this.points) };
  }
}

/** A table without the columns in which no row says anything. */
function withoutEmptyColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): [columns: string[], rows: string[][]] {
  const says = (_: string, j: number) => rows.some((row) => row[j] !== "");
  return [columns.filter(says), rows.map((row) => row.filter(says))];
}

function messageOf(exercise: Exercise, { finding, parts }: Verdict): string {
  const words = say(checkWords);
  switch (finding.kind) {
    case "right":
      return words.right;
    case "not started":
      return words.notStarted(exercise.name);
    case "own work":
      return finding.text;
    case "mistake":
      return say(exercise.words).mistakes[finding.mistake];
    case "threw":
      return words.threw(exercise.name, finding.text);
    case "other":
      return otherMessage(exercise, parts);
  }
}

/** How much a difference tells: a missing return explains all wrong values behind it. */
const TELLING: readonly Difference["kind"][] = ["nothing", "type", "shape", "text", "value"];

/**
 * No known mistake: an argument that was written to explains wrong values, too; otherwise say
 * where it goes wrong, by the difference that tells most.
 */
function otherMessage(exercise: Exercise, parts: readonly PartVerdict[]): string {
  const words = say(checkWords);
  const wroteTo = parts.find(({ name }) => name === "untouched")?.failure?.wroteTo;
  if (wroteTo !== undefined) return words.wroteTo(exercise.name, exercise.parameters[wroteTo]);
  const rank = (part: PartVerdict) => TELLING.indexOf(part.failure?.difference?.kind ?? "value");
  const [worst] = parts.filter((part) => part.failure).sort((a, b) => rank(a) - rank(b));
  if (!worst?.failure) return words.noAnswer;
  return words.first(inputText(exercise, worst.failure), seen(worst.failure));
}

/** The arguments of a call by their names. */
const inputText = (exercise: Exercise, { input }: Failure): string =>
  input.map((argument, k) => `${exercise.parameters[k]} = ${show(argument)}`).join("; ");

/** What differs, in words. */
function seen({ difference, threw }: Failure): string {
  const words = say(checkWords);
  if (threw) return threw;
  return difference ? describe(difference) : words.noAnswer;
}

function describe(difference: Difference): string {
  const words = say(checkWords);
  switch (difference.kind) {
    case "nothing":
      return words.nothing(difference.at);
    case "type":
    case "text":
      return words.type(difference.at, difference.expected, difference.got);
    case "shape": {
      const { at, expected, got } = difference;
      const transposed = expected !== got && expected.split("×").reverse().join("×") === got;
      return words.shape(at, expected, got, transposed);
    }
    case "value":
      return words.value(difference.at, ...showBoth(difference.expected, difference.got));
  }
}

function rowOf(exercise: Exercise, { name, points, of, failure }: PartVerdict): string[] {
  const words = say(checkWords);
  const share = (x: number) => String(Math.round(x * 100) / 100);
  const score = `${share(points)} / ${share(of)}`;
  if (!failure) {
    const passed = points === of;
    const said = passed ? `✓ ${words.passed}` : `○ ${words.needsValues}`;
    return [words.part[name], "", "", said, score];
  }
  const input = inputText(exercise, failure);
  if (name === "untouched") return [words.part[name], input, "", `✗ ${words.changed}`, score];
  const { difference } = failure;
  if (difference?.kind === "value") {
    const [expected, got] = showBoth(difference.expected, difference.got);
    const at = difference.at ? `${difference.at}: ` : "";
    return [words.part[name], input, `${at}${expected}`, `✗ ${got}`, score];
  }
  return [words.part[name], input, show(failure.expected), `✗ ${seen(failure)}`, score];
}
