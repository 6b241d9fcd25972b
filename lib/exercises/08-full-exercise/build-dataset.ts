import { encode, symbols, type Transitions } from "../../characters";
import { type Exercise, same } from "../../checks";
import { integer, type Random } from "../../random";

type BuildDataset = (names: string[], k: number) => Transitions;

/** How a data set is made, with the places where it goes wrong left open. */
interface Way {
  /** The symbol before a name. */
  readonly padding?: number;
  readonly ends?: boolean;
  /** Whether the context of a name begins where the one before has ended. */
  readonly carries?: boolean;
  /** What the model sees before the symbol: the context, or something else. */
  readonly sees?: (context: readonly number[], next: number) => readonly number[];
  readonly moves?: (context: readonly number[], next: number) => readonly number[];
  readonly numbers?: (name: string) => ArrayLike<number>;
}

const shifted = ([, ...rest]: readonly number[], next: number): readonly number[] => [
  ...rest,
  next,
];

const buildBy =
  ({
    padding = 0,
    ends = true,
    carries = false,
    sees = (context) => context,
    moves = shifted,
    numbers = encode,
  }: Way = {}): BuildDataset =>
  (names, k) => {
    const X: Int32Array[] = [];
    const y: number[] = [];
    let context: readonly number[] = new Array(k).fill(padding);
    for (const name of names) {
      if (!carries) context = new Array(k).fill(padding);
      for (const next of [...Array.from(numbers(name)), ...(ends ? [0] : [])]) {
        X.push(Int32Array.from(sees(context, next)));
        y.push(next);
        context = moves(context, next);
      }
    }
    return { X, y: Int32Array.from(y) };
  };

/** Each symbol of each name, and the k before it; dots before the first, a dot after the last. */
export const buildDataset: BuildDataset = buildBy();

const space = symbols.indexOf(" ");

/** A name of 1 to 8 letters, with a space or a hyphen now and then. */
function drawnName(rng: Random): string {
  const letter = () => symbols[1 + integer(rng, 26)];
  const word = () => Array.from({ length: 1 + integer(rng, 4) }, letter).join("");
  return [word(), word()].join(["", " ", "-"][integer(rng, 3)]);
}

const drawnNames = (rng: Random, n: number): string[] =>
  Array.from({ length: n }, () => drawnName(rng));

export const buildDatasetExercise: Exercise<
  BuildDataset,
  | "noEnd"
  | "carried"
  | "spaces"
  | "visible"
  | "sameArray"
  | "capitals"
  | "prepends"
  | "fixedContext"
  | "offByOne"
> = {
  id: "8.4",
  name: "buildDataset",
  parameters: ["names", "k"],
  points: 3,
  reference: buildDataset,
  close: same,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [["hex"], 3],
        [["hex", "lo"], 3],
      ],
    },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [["Ember Whisper", "will-o"], 3],
        [["a", "b", "a"], 2],
        [[], 3],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => [
        [drawnNames(rng, 4), 1],
        [drawnNames(rng, 3), 5],
        [drawnNames(rng, 6), 3],
      ],
    },
  ],
  diagnoses: [
    { mistake: "noEnd", wrong: buildBy({ ends: false }) },
    { mistake: "carried", wrong: buildBy({ carries: true }) },
    { mistake: "spaces", wrong: buildBy({ padding: space }) },
    { mistake: "visible", wrong: buildBy({ sees: shifted }) },
    {
      mistake: "sameArray",
      // Every row of X is the array that the last step has left.
      wrong: (names, k) => {
        const { X, y } = buildDataset(names, k);
        return { X: X.map(() => X[X.length - 1]), y };
      },
    },
    {
      mistake: "sameArray",
      wrong: (names, k) => {
        const { X, y } = buildDataset(names, k);
        const left = Int32Array.from(X.length > 0 ? shifted([...X[X.length - 1]], 0) : []);
        return { X: X.map(() => left), y };
      },
    },
    {
      mistake: "sameArray",
      // The same with an array that is made anew for each name.
      wrong: (names, k) => {
        const each = names.map((name) => buildDataset([name], k));
        const X = each.flatMap(({ X }) =>
          X.map(() => Int32Array.from(shifted([...X[X.length - 1]], 0))),
        );
        return { X, y: Int32Array.from(each.flatMap(({ y }) => [...y])) };
      },
    },
    {
      mistake: "capitals",
      wrong: buildBy({ numbers: (name) => Array.from(name, (letter) => symbols.indexOf(letter)) }),
    },
    {
      mistake: "prepends",
      wrong: buildBy({ moves: (context, next) => [next, ...context.slice(0, -1)] }),
    },
    {
      mistake: "fixedContext",
      wrong: (names) => buildDataset(names, 3),
    },
    {
      mistake: "offByOne",
      wrong: buildBy({ numbers: (name) => Array.from(encode(name), (number) => number - 1) }),
    },
  ],
  words: {
    en: {
      hints: [
        "Start from dots. For each symbol of the name, and for the dot at its end, note what stood before; then let the window move on.",
        "n letters make n + 1 examples. The window: drop its first symbol, append the new one.",
        "For each name: `context = new Array(k).fill(0)`; for each `next` of its numbers and a final 0: push `Int32Array.from(context)` and `next`; `context = [...context.slice(1), next]`.",
      ],
      mistakes: {
        noEnd: "Names never stop: after the last letter the model has to learn the dot, too.",
        carried: "'lo' begins in the context of 'hex': start every name from dots.",
        spaces: "Padding is `.` (0): a name starts after dots, not after spaces.",
        visible:
          "The answer is visible: X already holds the symbol that y asks for. The loss falls to 0 and the samples are nonsense.",
        sameArray:
          "All rows of X are one and the same array, changed again and again: push a copy of it.",
        capitals: "Capitals are not among the symbols: make each name lower-case first.",
        prepends: "The window is turned round: the newest symbol stands last.",
        fixedContext: "The context has k symbols, whatever k is; yours always has 3.",
        offByOne: "Letters are numbered from 1, since 0 is the dot: a is 1, z is 26.",
      },
    },
    ru: {
      hints: [
        "Начните с точек. Для каждого символа названия и для точки в конце запишите, что стояло перед ними; потом сдвиньте окно.",
        "n букв дают n + 1 примеров. Окно: уберите первый символ, допишите новый.",
        "Для каждого названия: `context = new Array(k).fill(0)`; для каждого `next` из его номеров и завершающего 0: добавьте `Int32Array.from(context)` и `next`; `context = [...context.slice(1), next]`.",
      ],
      mistakes: {
        noEnd:
          "Названия никогда не кончаются: точке после последней буквы модель тоже должна научиться.",
        carried: "'lo' начинается в контексте 'hex': каждое название начинайте с точек.",
        spaces: "Заполнение — это `.` (0): название начинается после точек, а не после пробелов.",
        visible:
          "Ответ виден: в X уже есть символ, о котором спрашивает y. Потери упадут до 0, а придуманные названия будут бессмыслицей.",
        sameArray:
          "Все строки X — один и тот же массив, который меняется снова и снова: добавляйте его копию.",
        capitals: "Заглавных букв среди символов нет: сначала сделайте буквы названия строчными.",
        prepends: "Окно перевёрнуто: самый новый символ стоит последним.",
        fixedContext: "В контексте k символов, каким бы ни было k; у вас их всегда 3.",
        offByOne: "Буквы нумеруются с 1, потому что 0 — это точка: a — 1, z — 26.",
      },
    },
  },
};
