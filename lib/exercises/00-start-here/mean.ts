import { type Exercise, T9 } from "../../checks";
import { integer, type Random } from "../../random";

type Mean = (numbers: number[]) => number;

const sum: Mean = (numbers) => numbers.reduce((total, x) => total + x, 0);

/** Σx / n. */
export const mean: Mean = (numbers) => sum(numbers) / numbers.length;

const numbers = (rng: Random, n: number): number[] =>
  Array.from({ length: n }, () => integer(rng, 200) - 100);

export const meanExercise: Exercise<Mean, "sum" | "rounded" | "neighbour"> = {
  id: "0.1",
  name: "mean",
  parameters: ["numbers"],
  points: 1,
  reference: mean,
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[[1, 2, 6]]] },
    { name: "hard", share: 1, inputs: () => [[[7]], [[-3, 3]], [[0.5, 0.25]]] },
    { name: "shapes", share: 1, inputs: (rng) => [2, 5, 40].map((n) => [numbers(rng, n)]) },
  ],
  diagnoses: [
    { mistake: "sum", wrong: sum },
    { mistake: "rounded", wrong: (xs) => Math.round(mean(xs)) },
    { mistake: "rounded", wrong: (xs) => Math.floor(mean(xs)) },
    { mistake: "neighbour", wrong: (xs) => sum(xs) / (xs.length - 1) },
    { mistake: "neighbour", wrong: (xs) => sum(xs) / (xs.length + 1) },
  ],
  words: {
    en: {
      hints: [
        "Two numbers are needed: the total, and how many there are.",
        "$\\frac{1}{n} \\sum_i x_i$: add them all up, then divide by their number.",
        "`for (const x of numbers) total += x;`, and then `total / numbers.length`.",
      ],
      mistakes: {
        sum: "This is the sum: divide it by how many numbers there are.",
        rounded: "Rounded to a whole number: leave the digits after the point.",
        neighbour: "Divided by one number too many or too few: there are numbers.length of them.",
      },
    },
    ru: {
      hints: [
        "Нужны два числа: сколько всего и сколько их.",
        "$\\frac{1}{n} \\sum_i x_i$: сложите все и разделите на их количество.",
        "`for (const x of numbers) total += x;`, а затем `total / numbers.length`.",
      ],
      mistakes: {
        sum: "Это сумма: разделите её на количество чисел.",
        rounded: "Округлено до целого: оставьте цифры после точки.",
        neighbour: "Поделено на единицу больше или меньше, чем надо: чисел здесь numbers.length.",
      },
    },
  },
};
