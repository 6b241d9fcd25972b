import type { Words } from "../words";
import type { PartVerdict } from "./judge";

/** What every check says, whatever the exercise. */
export interface CheckWords {
  readonly part: { readonly [name in PartVerdict["name"]]: string };
  readonly columns: readonly [
    part: string,
    input: string,
    expected: string,
    got: string,
    points: string,
  ];
  readonly passed: string;
  readonly needsValues: string;
  readonly score: (points: string, of: string) => string;
  readonly right: string;
  readonly notStarted: (name: string) => string;
  readonly threw: (name: string, error: string) => string;
  readonly wroteTo: (name: string, parameter: string) => string;
  readonly first: (input: string, seen: string) => string;
  readonly changed: string;
  readonly nothing: (at: string) => string;
  readonly type: (at: string, expected: string, got: string) => string;
  readonly shape: (at: string, expected: string, got: string, transposed: boolean) => string;
  readonly value: (at: string, expected: string, got: string) => string;
  readonly noAnswer: string;
  readonly hint: (id: string) => string;
}

const place = (at: string): string => (at ? `${at}: ` : "");

/** A sentence, ended unless it ends by itself. */
const ended = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);

export const checkWords: Words<CheckWords> = {
  en: {
    part: {
      example: "The example",
      hard: "The hard input",
      shapes: "Other inputs",
      untouched: "Arguments left alone",
      again: "The same again",
    },
    columns: ["Looked at", "Input", "Expected", "Got", "Points"],
    passed: "as expected",
    needsValues: "counts once other inputs are right",
    score: (points, of) => `${points} of ${of} points`,
    right: "Correct.",
    notStarted: (name) =>
      `Not started: replace the line with throw in ${name}, run its cell, then run this one again.`,
    threw: (name, error) => `${name} threw ${error}`,
    wroteTo: (name, parameter) =>
      `${name} wrote to its argument ${parameter}: make a new array and leave what was given alone.`,
    first: (input, seen) => ended(input ? `With ${input}: ${seen}` : seen),
    changed: "an argument was changed",
    nothing: (at) => `${at || "the result"} is undefined: is a return missing?`,
    type: (at, expected, got) => `${place(at)}${expected} expected, got ${got}`,
    shape: (at, expected, got, transposed) =>
      `${place(at)}shape ${expected} expected, got ${got}${transposed ? " (transposed?)" : ""}`,
    value: (at, expected, got) => `${place(at)}${expected} expected, got ${got}`,
    noAnswer: "no answer",
    hint: (id) => `Stuck? hint("${id}", 1) gives the idea, 2 the formula, 3 a line of pseudocode.`,
  },
  ru: {
    part: {
      example: "Пример",
      hard: "Трудный вход",
      shapes: "Другие входы",
      untouched: "Аргументы не тронуты",
      again: "Ещё раз то же самое",
    },
    columns: ["Что проверено", "Вход", "Ожидалось", "Получено", "Баллы"],
    passed: "как и ожидалось",
    needsValues: "зачтётся, когда другие входы будут верны",
    score: (points, of) => `баллов ${points} из ${of}`,
    right: "Верно.",
    notStarted: (name) =>
      `Ещё не начато: замените строку с throw в ${name}, выполните её ячейку, потом эту.`,
    threw: (name, error) => `${name} выбрасывает ${error}`,
    wroteTo: (name, parameter) =>
      `${name} меняет свой аргумент ${parameter}: создайте новый массив, а данное оставьте как есть.`,
    first: (input, seen) => ended(input ? `Вход ${input}: ${seen}` : seen),
    changed: "аргумент изменён",
    nothing: (at) => `${at || "результат"} — undefined: нет ли пропущенного return?`,
    type: (at, expected, got) => `${place(at)}ожидалось ${expected}, получено ${got}`,
    shape: (at, expected, got, transposed) =>
      `${place(at)}ожидался размер ${expected}, получен ${got}${transposed ? " (транспонировано?)" : ""}`,
    value: (at, expected, got) => `${place(at)}ожидалось ${expected}, получено ${got}`,
    noAnswer: "нет ответа",
    hint: (id) => `Не получается? hint("${id}", 1) даёт идею, 2 — формулу, 3 — строку псевдокода.`,
  },
};
