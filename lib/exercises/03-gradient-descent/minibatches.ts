import { type Evidence, type Exercise, firstDifference, same } from "../../checks";
import { minibatches } from "../../optimizers";
import { mulberry32, type Random, shuffle } from "../../random";

type Minibatches = (n: number, size: number, rng: Random) => Int32Array[];
/** What a check asks: the batches of so many epochs, one after another, by one generator. */
type Asked = (n: number, size: number, rng: Random, epochs: number) => Int32Array[];

const epochsOf = (work: Minibatches, ...[n, size, rng, epochs]: Parameters<Asked>) =>
  epochs === 1
    ? work(n, size, rng)
    : Array.from({ length: epochs }, () => work(n, size, rng)).flat();

const wrong =
  (work: Minibatches): Asked =>
  (...asked) =>
    epochsOf(work, ...asked);

/** Batches of an order, each starting `stride` after the one before. */
const cut = (order: Int32Array, size: number, stride = size): Int32Array[] => {
  const batches: Int32Array[] = [];
  for (let i = 0; i < order.length; i += stride) batches.push(order.slice(i, i + size));
  return batches;
};

const inOrder = (n: number) => Int32Array.from({ length: n }, (_, i) => i);

/** A shuffle whose partner may be any index: not every order is equally likely. */
const biased = (n: number, rng: Random): Int32Array => {
  const order = inOrder(n);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * n);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
};
const biasedForwards = (n: number, rng: Random): Int32Array => {
  const order = inOrder(n);
  for (let i = 0; i < n; i++) {
    const j = Math.floor(rng() * n);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
};

const flat = (got: unknown): number[] =>
  Array.isArray(got) ? got.flatMap((batch) => Array.from(batch as ArrayLike<number>)) : [];

/** The number of samples that all batches of an input should hold. */
const asked = ([n, , , epochs]: Parameters<Asked>): number => n * epochs;

const oneEpoch = ({ input: [, , , epochs] }: Evidence<Asked>): boolean => epochs === 1;

export const minibatchesExercise: Exercise<
  Asked,
  | "unshuffled"
  | "repeats"
  | "biased"
  | "dropped"
  | "padded"
  | "overlap"
  | "drawsMore"
  | "otherOrder",
  Minibatches
> = {
  id: "3.2",
  name: "minibatches",
  parameters: ["n", "size", "rng", "epochs"],
  points: 3,
  reference: minibatches,
  close: same,
  observe: epochsOf,
  parts: [
    { name: "example", share: 1, inputs: () => [[10, 4, mulberry32(42), 1]] },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [1, 4, mulberry32(1), 1],
        [6, 3, mulberry32(2), 1],
        // No batches of one: a stride of size − 1 would never come to an end.
        [5, 2, mulberry32(3), 1],
        [4, 9, mulberry32(4), 1],
        [5, 3, mulberry32(5), 2],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) =>
        [
          [23, 5],
          [64, 16],
          [7, 2],
        ].map(([n, size]) => [n, size, mulberry32(Math.floor(rng() * 1e6)), 1]),
    },
  ],
  diagnoses: [
    { mistake: "unshuffled", wrong: wrong((n, size) => cut(inOrder(n), size)) },
    { mistake: "biased", wrong: wrong((n, size, rng) => cut(biased(n, rng), size)) },
    { mistake: "biased", wrong: wrong((n, size, rng) => cut(biasedForwards(n, rng), size)) },
    {
      mistake: "dropped",
      wrong: wrong((n, size, rng) =>
        cut(shuffle(n, rng), size).filter((batch) => batch.length === size),
      ),
    },
    {
      mistake: "padded",
      // All batches are of one size, and those that should be are as they should be.
      sign: (evidence) =>
        evidence.filter(oneEpoch).every(({ input: [, size], expected, got }) => {
          const [right, batches] = [expected as Int32Array[], got as Int32Array[]];
          return (
            batches.every((batch) => batch.length === size) &&
            right.every(
              (batch, k) => batch.length < size || !firstDifference(batch, batches[k], same),
            )
          );
        }),
    },
    {
      mistake: "overlap",
      wrong: wrong((n, size, rng) => cut(shuffle(n, rng), size, Math.max(1, size - 1))),
    },
    {
      mistake: "overlap",
      sign: (evidence) =>
        evidence.some(({ input, got }) => flat(got).length > asked(input)) &&
        evidence.every(({ input: [n], got }) => new Set(flat(got)).size === n),
    },
    {
      mistake: "repeats",
      sign: (evidence) =>
        evidence.filter(oneEpoch).some(({ got }) => new Set(flat(got)).size < flat(got).length),
    },
    {
      mistake: "drawsMore",
      sign: (evidence) => evidence.every((one) => one.right === oneEpoch(one)),
    },
    {
      mistake: "otherOrder",
      sign: (evidence) =>
        evidence.every(
          ({ input, got }) =>
            flat(got).length === asked(input) && new Set(flat(got)).size === input[0],
        ),
    },
  ],
  words: {
    en: {
      hints: [
        "Every sample once in an epoch, in an order that is new each time.",
        "Shuffle the indices from the end: for i = n − 1 … 1 swap i with j = ⌊u·(i + 1)⌋, one number u from `rng` for each. Then cut the order into slices.",
        "`order` holds 0 … n − 1 and is swapped from the end; then for `i = 0, size, 2·size, …`: push a slice of `order` that starts at `i`. The last slice may be short.",
      ],
      mistakes: {
        unshuffled:
          "Not shuffled: the file is sorted by class, so every batch would see one class only.",
        repeats:
          "An index repeats: that is drawing with replacement. In an epoch every sample comes once.",
        biased:
          "The swap partner must be at most i, j = ⌊u·(i + 1)⌋, or the orders are not equally likely.",
        dropped: "The last samples are never seen: the last batch may be shorter than the others.",
        padded: "Padded to size: the last may be shorter.",
        drawsMore:
          "The first epoch is right, and the next isn't: a shuffle takes n − 1 numbers from rng, one for each swap, and the loop ends at i = 1.",
        overlap: "Batches overlap: the next one starts where the last one ended.",
        otherOrder:
          "Every index once, but in another order than the shuffle of the text gives: from the end, one number for each swap.",
      },
    },
    ru: {
      hints: [
        "За эпоху — каждый пример один раз, и каждый раз в новом порядке.",
        "Перемешайте номера с конца: для i = n − 1 … 1 поменяйте местами i и j = ⌊u·(i + 1)⌋, по одному числу u из `rng` на обмен. Потом нарежьте порядок на куски.",
        "В `order` лежат 0 … n − 1, и обмены идут с конца; затем для `i = 0, size, 2·size, …`: добавьте кусок `order`, который начинается с `i`. Последний кусок может быть коротким.",
      ],
      mistakes: {
        unshuffled:
          "Не перемешано: файл отсортирован по классам, и каждый пакет видел бы только один класс.",
        repeats:
          "Номер повторяется: это выбор с возвращением. За эпоху каждый пример встречается один раз.",
        biased:
          "Для обмена берётся номер не больше i, j = ⌊u·(i + 1)⌋, иначе порядки не равновероятны.",
        dropped: "Последние примеры никто не видит: последний пакет может быть короче остальных.",
        padded: "Пакет дополнен до size: последний может быть короче.",
        drawsMore:
          "Первая эпоха верна, а следующая нет: перемешивание берёт из rng n − 1 чисел, по одному на обмен, и цикл кончается на i = 1.",
        overlap: "Пакеты перекрываются: следующий начинается там, где кончился предыдущий.",
        otherOrder:
          "Каждый номер встречается один раз, но порядок не тот, что даёт перемешивание из текста: с конца, по одному числу на обмен.",
      },
    },
  },
};
