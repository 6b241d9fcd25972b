import { type Exercise, same } from "../../checks";
import { type Matrix, row } from "../../matrix";
import type { Random } from "../../random";

type SampleIndex = (p: Matrix, u: number) => number;

/** The first i at which the running sum of p is above u. */
export const sampleIndex: SampleIndex = ({ data }, u) => {
  let end = 0;
  for (let i = 0; i < data.length; i++) {
    end += data[i];
    if (u < end) return i;
  }
  return data.length - 1;
};

/** The first share with which something is true. */
const first = (p: Matrix, is: (share: number, i: number) => boolean): number => {
  const i = Array.from(p.data).findIndex(is);
  return i < 0 ? p.data.length - 1 : i;
};

const runningSums = (p: Matrix): number[] => {
  let end = 0;
  return Array.from(p.data, (share) => {
    end += share;
    return end;
  });
};

/** Eighths: their sums are exact, so that u can lie on a border. */
const eighths = row([0.25, 0.125, 0, 0.5, 0.125]);

/** K random shares, and u in the middle of each of them. */
function middles(rng: Random, K: number): [Matrix, number][] {
  const shares = Array.from({ length: K }, () => 0.1 + rng());
  const total = shares.reduce((a, b) => a + b);
  const p = row(shares.map((share) => share / total));
  return runningSums(p).map((end, i) => [p, end - p.data[i] / 2]);
}

/** Probabilities whose sum, as computed, stays below 1: ten times 0.1 is 0.9999999999999999. */
const tenths = row(new Array(10).fill(0.1));

const example = row([0.2, 0.5, 0.3]);

export const sampleIndexExercise: Exercise<
  SampleIndex,
  "argmax" | "border" | "noSum" | "fromEnd" | "short" | "oneLater" | "uniform"
> = {
  id: "8.5",
  name: "sampleIndex",
  parameters: ["p", "u"],
  points: 3,
  reference: sampleIndex,
  close: same,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [0, 0.2, 0.69, 0.71, 0.999].map((u) => [example, u]),
    },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [tenths, 1 - 2 ** -53],
        ...[0, 0.25, 0.3, 0.375, 0.875, 0.99].map((u): [Matrix, number] => [eighths, u]),
        [row([1]), 0.7],
        [row([0, 0, 1]), 0],
      ],
    },
    { name: "shapes", share: 2, inputs: (rng) => [...middles(rng, 4), ...middles(rng, 7)] },
  ],
  diagnoses: [
    { mistake: "argmax", wrong: (p) => p.data.indexOf(Math.max(...p.data)) },
    {
      mistake: "border",
      wrong: (p, u) => {
        const sums = runningSums(p);
        return first(p, (_, i) => u <= sums[i]);
      },
    },
    { mistake: "noSum", wrong: (p, u) => first(p, (share) => u < share) },
    { mistake: "noSum", wrong: (p, u) => Array.from(p.data).findIndex((share) => u < share) },
    {
      mistake: "fromEnd",
      wrong: (p, u) => p.data.length - 1 - sampleIndex(row(Array.from(p.data).reverse()), u),
    },
    { mistake: "short", wrong: (p, u) => runningSums(p).findIndex((end) => u < end) },
    {
      mistake: "short",
      wrong: (p, u) => {
        const i = runningSums(p).findIndex((end) => u < end);
        return i < 0 ? p.data.length : i;
      },
    },
    {
      mistake: "short",
      wrong: (p, u) => {
        const i = runningSums(p).findIndex((end) => u < end);
        return i < 0 ? undefined : i;
      },
    },
    { mistake: "oneLater", wrong: (p, u) => runningSums(p).filter((end) => end <= u).length + 1 },
    { mistake: "uniform", wrong: (p, u) => Math.floor(u * p.data.length) },
  ],
  words: {
    en: {
      hints: [
        "Think of a ruler of length 1, cut into pieces as long as the probabilities. u is a place on it.",
        "The running sum says where each piece ends. The place is in the first piece that ends behind it.",
        "`sum += p.data[i]; if (u < sum) return i;` and, after the loop, the last index.",
      ],
      mistakes: {
        argmax: "Always the same name: this is the most probable index, whatever u says.",
        border:
          "u = 0.2 belongs to class 1: a piece begins where the one before ends, so u < sum, not u ≤ sum.",
        noSum: "Compare with the cumulative sum: piece i ends at p₀ + … + pᵢ, not at pᵢ.",
        fromEnd: "Order reversed: the ruler begins with class 0.",
        short:
          "Rounding can leave the sum below u: ten times 0.1 is 0.9999999999999999. Then it is the last index.",
        oneLater: "One too many: the first piece has the number 0.",
        uniform: "All classes get pieces of the same length: p has to decide.",
      },
    },
    ru: {
      hints: [
        "Представьте линейку длиной 1, разрезанную на куски, длины которых — вероятности. u — место на ней.",
        "Накопленная сумма говорит, где кончается каждый кусок. Место лежит в первом куске, который кончается за ним.",
        "`sum += p.data[i]; if (u < sum) return i;`, а после цикла — последний номер.",
      ],
      mistakes: {
        argmax: "Название всегда одно и то же: это самый вероятный номер, что бы ни говорило u.",
        border:
          "u = 0,2 относится к классу 1: кусок начинается там, где кончился предыдущий, значит, u < sum, а не u ≤ sum.",
        noSum: "Сравнивайте с накопленной суммой: кусок i кончается на p₀ + … + pᵢ, а не на pᵢ.",
        fromEnd: "Порядок обратный: линейка начинается с класса 0.",
        short:
          "Из-за округления сумма может остаться меньше u: десять раз по 0,1 — это 0,9999999999999999. Тогда ответ — последний номер.",
        oneLater: "На один больше: у первого куска номер 0.",
        uniform: "Все классы получают куски одной длины, а решать должно p.",
      },
    },
  },
};
