import { readProgress } from "../checks/progress";
import { escapeHtml } from "../html";
import { say, wording } from "../words";
import { type Lesson, notebookOf, parts } from "./lessons";
import { workIn } from "./work";

const words = wording({
  en: {
    map: "Map of the course",
    minutes: (reading: number, exercises: number) => `${reading} + ${exercises} min`,
    missing: "not written yet",
    done: (points: number, of: number) =>
      points === of ? `✓ ${points} points` : `◐ ${points} of ${of} points`,
  },
  ru: {
    map: "Карта курса",
    minutes: (reading, exercises) => `${reading} + ${exercises}\u00a0мин`,
    missing: "ещё не написан",
    done: (points, of) => (points === of ? `✓ баллов: ${points}` : `◐ баллов: ${points} из ${of}`),
  },
});

const box =
  "flex: 1 1 11em; min-width: 9em; padding: 0.6em 0.8em; border: 2px solid currentColor; border-radius: 0.6em";
const row = "display: flex; flex-wrap: wrap; align-items: center; gap: 0.6em; margin: 0.3em 0 1em";
const arrow = '<span aria-hidden="true">→</span>';

/** A lesson's box: its number and name with the way there, its minutes, what is done in it. */
function boxOf(lesson: Lesson): string {
  const title = `${lesson.number} · ${escapeHtml(say(lesson.title))}`;
  const file = notebookOf(lesson.number);
  const name = file ? `<a href="${file}"><strong>${title}</strong></a>` : `<em>${title}</em>`;
  const { begun, points, of } = workIn(lesson, readProgress());
  const lines = [
    name,
    file ? words.minutes(lesson.minutes.reading, lesson.minutes.exercises) : words.missing,
    ...(begun ? [words.done(points, of)] : []),
  ];
  return `<div role="listitem" style="${box}">${lines.join("<br>")}</div>`;
}

/** The course as a picture: its lessons in their order, each a link to its notebook. */
export function map() {
  const rows = parts.map(
    ({ title, lessons }) =>
      `<p style="margin: 0"><strong>${escapeHtml(say(title))}</strong></p>` +
      `<div role="list" style="${row}">${lessons.map(boxOf).join(arrow)}</div>`,
  );
  const text = parts.flatMap(({ lessons }) =>
    lessons.map(({ number, title }) => `${number} ${say(title)}`),
  );
  return {
    [Symbol.for("Jupyter.display")]: () => ({
      "text/html": `<div role="navigation" aria-label="${words.map}">${rows.join("")}</div>`,
      "text/plain": text.join("\n"),
    }),
  };
}
