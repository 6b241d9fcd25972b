import { checkGradient, type GradientReport } from "../../checks";
import { Note } from "../../checks/note";
import { ValueError } from "../../errors";
import { wording } from "../../words";
import { examination, type Place, patients, places, program } from "./patients";
import { noteGame, pointsOf } from "./score";

/** The number of a line, or that there is nothing wrong. */
export type Accusation = number | "healthy";

const words = wording({
  en: {
    noPatient: (of: number, got: number) =>
      `The networks are numbered from 1 to ${of}; there is no ${got}.`,
    noPlace: (known: string, got: string) => `examine: look at one of ${known}; got ${got}.`,
    noLine: (of: number, got: string) =>
      `accuse: name a line, 1 to ${of}, or "healthy"; got ${got}.`,
    waiting: "Examine first; then put the number of the wrong line in place of `null`.",
    found: (line: string, what: string) => `**Found.** ${line}. ${what}`,
    line: (number: number) => `Line ${number} it is: \`${program()[number - 1]}\``,
    healthy: "This network is healthy",
    innocent: (number: number) =>
      `Line ${number} does what it should. Start at Z2, next to the loss, and go backward: where a gradient is wrong and all that it is made from are right, there is the bug.`,
    notHealthy: "It is ill: at least one gradient disagrees with its differences.",
    suspects: "| line | what it should do |",
    whole: "But every gradient of this network agrees with its differences.",
    score: (found: number, of: number, points: number, most: number) =>
      `Settled: ${found} of ${of} networks, ${points} of ${most} points.`,
    open: (numbers: readonly number[]) =>
      numbers.length === 0 ? "The ward is empty, doctor." : `Still open: ${numbers.join(", ")}.`,
    what: [
      "The 1/n is missing where the gradient starts, so every gradient behind it is n times too large.",
      "The mask is missing. At W1 it looks like nothing in particular; at Z1 it is plain.",
      "A mean in place of the sum, in the last line: everything before it is right.",
      "W2 instead of its transpose. A square W2 lets it pass; the shapes never complain.",
      "W2 was updated before dH was computed: the error grows with the learning rate.",
      "Not every suspect is guilty, and now you know it.",
      "dZ1ᵀ·X in place of Xᵀ·dZ1. Where W1 is square only a comparison with differences tells.",
    ],
  },
  ru: {
    noPatient: (of, got) => `Сети пронумерованы от 1 до ${of}; сети ${got} нет.`,
    noPlace: (known, got) => `examine: посмотрите на что-то из ${known}; получено ${got}.`,
    noLine: (of, got) => `accuse: назовите строку, от 1 до ${of}, или "healthy"; получено ${got}.`,
    waiting: "Сначала осмотр; потом поставьте номер неверной строки вместо `null`.",
    found: (line, what) => `**Найдено.** ${line}. ${what}`,
    line: (number) => `Да, это строка ${number}: \`${program()[number - 1]}\``,
    healthy: "Эта сеть здорова",
    innocent: (number) =>
      `Строка ${number} делает то, что должна. Начните с Z2, ближайшей к функции потерь, и идите назад: там, где градиент неверен, а всё, из чего он сделан, верно, и сидит ошибка.`,
    notHealthy: "Она больна: хотя бы один градиент не сходится с разностями.",
    suspects: "| строка | что она должна делать |",
    whole: "Но все градиенты этой сети сходятся с разностями.",
    score: (found, of, points, most) =>
      `Разобрано сетей: ${found} из ${of}, очков ${points} из ${most}.`,
    open: (numbers) =>
      numbers.length === 0 ? "Палата пуста, доктор." : `Остались: ${numbers.join(", ")}.`,
    what: [
      "Там, где начинается градиент, нет 1/n, и каждый градиент за ним в n раз больше.",
      "Нет маски. У W1 это ни на что не похоже, у Z1 это ясно видно.",
      "Среднее вместо суммы, в последней строке: всё до неё верно.",
      "W2 вместо транспонированной. Квадратная W2 её пропускает: размеры не жалуются.",
      "W2 обновлена раньше, чем вычислена dH: ошибка растёт вместе со скоростью обучения.",
      "Не всякий подозреваемый виновен, и теперь вы это знаете.",
      "dZ1ᵀ·X вместо Xᵀ·dZ1. Когда W1 квадратная, об этом говорит только сравнение с разностями.",
    ],
  },
});

/** Points for a bug that is found at once, and for one that is found later. */
const [atOnce, later] = [2, 1];

/** Accusations of each network in this session that were wrong. */
const mistaken = new Set<number>();

const needPatient = (number: number): void => {
  if (patients[number - 1] === undefined)
    throw new ValueError(words.noPatient(patients.length, number));
};

/** The program of all suspects, as it should be. */
export const suspects = (): Note =>
  new Note(
    [words.suspects, "|---|---|", ...program().map((line, k) => `| ${k + 1} | \`${line}\` |`)].join(
      "\n",
    ),
  );

/**
 * Compares one gradient of a network with differences.
 * @param number of the network, from 1.
 * @param place a parameter, or a value on the way: its gradient is examined.
 */
export function examine(number: number, place: Place): GradientReport {
  needPatient(number);
  if (!places.includes(place)) throw new ValueError(words.noPlace(places.join(", "), place));
  const { f, x, analytic, context } = examination(number, place);
  return checkGradient(f, x, analytic, context);
}

/** Names the line that is wrong in a network; keeps the score in the learner's progress. */
export function accuse(number: number, accusation: Accusation | null): Note {
  needPatient(number);
  if (accusation === null) return new Note(words.waiting);
  const isLine = typeof accusation === "number" && program()[accusation - 1] !== undefined;
  if (!isLine && accusation !== "healthy")
    throw new ValueError(words.noLine(program().length, String(accusation)));
  const { lines } = patients[number - 1];
  const isRight = accusation === "healthy" ? lines.length === 0 : lines.includes(accusation);
  if (!isRight) {
    mistaken.add(number);
    return new Note(
      `${accusation === "healthy" ? words.notHealthy : lines.length === 0 ? words.whole : words.innocent(accusation)} ${score()}`,
    );
  }
  noteGame(gameOf(number), mistaken.has(number) ? later : atOnce, atOnce);
  const line = accusation === "healthy" ? words.healthy : words.line(accusation);
  return new Note(`${words.found(line, words.what[number - 1])} ${score()}`);
}

const gameOf = (number: number): string => `8 bug ${number}`;

function score(): string {
  const points = patients.map((_, k) => pointsOf(gameOf(k + 1)));
  const found = points.filter((point) => point > 0).length;
  const total = points.reduce((a, b) => a + b);
  const open = points.flatMap((point, k) => (point > 0 ? [] : [k + 1]));
  return `${words.score(found, patients.length, total, atOnce * patients.length)} ${words.open(open)}`;
}
