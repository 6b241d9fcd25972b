import { inventName } from "../../characters";
import { Note } from "../../checks/note";
import { ValueError } from "../../errors";
import type { Layer } from "../../network";
import { integer, type Random } from "../../random";
import { plural, wording } from "../../words";
import { noteGame, pointsOf } from "./score";

const words = wording({
  en: {
    ask: (letters: string) => `Which list taught the model that invented it: ${letters}?`,
    letters: (lists: readonly string[]) =>
      lists.map((list) => `${list[0]} for ${list}`).join(" or "),
    column: "a word of it",
    waiting: (count: number, letters: string) =>
      `Put your guess in place of \`null\`: ${count} letters, each ${letters}.`,
    need: (count: number, letters: string, got: string) =>
      `guessLists: need ${count} letters, each ${letters}; got "${got}".`,
    score: (right: number, of: number, best: number) =>
      `**${right} of ${of}.** Your best so far: ${best}.`,
    columns: "| | the whole name | its list | you said | |",
  },
  ru: {
    ask: (letters) => `На каком списке училась модель, которая это придумала: ${letters}?`,
    letters: (lists) => lists.map((list) => `${list[0]} — ${list}`).join(" или "),
    column: "слово из названия",
    waiting: (count, letters) =>
      `Поставьте догадку вместо \`null\`: ${count} ${plural(count, "буква", "буквы", "букв")}, каждая — ${letters}.`,
    need: (count, letters, got) =>
      `guessLists: букв нужно ${count}, каждая — ${letters}; получено "${got}".`,
    score: (right, of, best) => `**${right} из ${of}.** Лучший результат до сих пор: ${best}.`,
    columns: "| | название целиком | его список | вы сказали | |",
  },
});

/** A model, and the names that it has learned from. */
export interface Inventor {
  readonly model: Layer;
  readonly names: readonly string[];
}

/** How a game is made. */
export interface Game {
  readonly rng: Random;
  /** How many names. */
  readonly count?: number;
  readonly temperature?: number;
}

interface Riddle {
  readonly list: string;
  readonly name: string;
  /** What is shown of the name. */
  readonly word: string;
}

/** A model that has learned nearly nothing may never invent a new name of three letters. */
const patience = 100;

/** Invented names whose lists are to be guessed. It shows a word of each. */
export class Riddles {
  constructor(
    readonly riddles: readonly Riddle[],
    readonly lists: readonly string[],
  ) {}

  /** "t for tabletop or c for charms". */
  get letters(): string {
    return words.letters(this.lists);
  }

  [Symbol.for("Jupyter.display")]() {
    const rows = this.riddles.map(({ word }, k) => `| ${k + 1} | ${word} |`);
    const table = [`| | ${words.column} |`, "|---|---|", ...rows];
    const markdown = [words.ask(this.letters), "", ...table].join("\n");
    return { "text/markdown": markdown, "text/plain": markdown };
  }
}

/**
 * Lets models invent names that are in none of their lists, and asks which one it was.
 * @param inventors by the names of their lists, which begin with different letters.
 */
export function riddlesOf(
  inventors: Readonly<Record<string, Inventor>>,
  { rng, count = 10, temperature }: Game,
): Riddles {
  const lists = Object.keys(inventors);
  const riddles = Array.from({ length: count }, () => {
    const list = lists[integer(rng, lists.length)];
    const name = newName(inventors[list], rng, { temperature });
    // The longest word alone: the number of words would betray its list.
    const [word] = name.split(" ").sort((a, b) => b.length - a.length);
    return { list, name, word };
  });
  return new Riddles(riddles, lists);
}

/** A name that the model's list does not have; see `inventName` for the temperature. */
export function newName(
  { model, names }: Inventor,
  rng: Random,
  options: { readonly temperature?: number } = {},
): string {
  const known = new Set(names.map((name) => name.toLowerCase()));
  let name = "";
  for (let tries = 0; tries < patience; tries++) {
    name = inventName(model, rng, options).trim();
    if (name.length >= 3 && !known.has(name)) break;
  }
  return name;
}

/** Compares a guess, a letter for each name, with the truth; keeps the best in the progress. */
export function guessLists(game: Riddles, guess: string | null): Note {
  const { riddles, lists, letters } = game;
  if (guess === null) return new Note(words.waiting(riddles.length, letters));
  const said = [...guess.toLowerCase().replace(/[\s,]/g, "")];
  const known = said.every((letter) => lists.some((list) => list[0] === letter));
  if (said.length !== riddles.length || !known)
    throw new ValueError(words.need(riddles.length, letters, guess));
  const right = riddles.filter(({ list }, k) => list[0] === said[k]).length;
  noteGame("8 which list", right, riddles.length);
  const rows = riddles.map(
    ({ name, list }, k) =>
      `| ${k + 1} | ${name} | ${list} | ${said[k]} | ${list[0] === said[k] ? "✓" : "✗"} |`,
  );
  const best = pointsOf("8 which list");
  return new Note(
    [
      words.score(right, riddles.length, best),
      "",
      words.columns,
      "|---|---|---|---|---|",
      ...rows,
    ].join("\n"),
  );
}
