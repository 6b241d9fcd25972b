import { type Exercise, T9 } from "../../checks";
import { logSumExp, softmax } from "../../losses";
import { div, exp, fromRows, type Matrix, map, max, row, sub, sum, transpose } from "../../matrix";
import { randn } from "../../random";

type OnMatrix = (Z: Matrix) => Matrix;

const Z = fromRows([
  [1, 2, 3],
  [0, 1000, 0],
]);

const perRow = (E: Matrix) => div(E, sum(E, 1));

export const softmaxExercise: Exercise<
  OnMatrix,
  | "noShift"
  | "whole"
  | "columns"
  | "oneShift"
  | "columnShift"
  | "notDivided"
  | "sigmoids"
  | "logarithm"
> = {
  id: "2.2",
  name: "softmax",
  parameters: ["Z"],
  points: 3,
  reference: (Z) => softmax(Z),
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[row([1, 2, 3])], [row([0.5, -1, 2])]] },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [
        [Z],
        [
          fromRows([
            [-1000, -1000, -1000],
            [1000, -1000, 0],
            [-1000, 1000, 999],
            [0, 0, 0],
          ]),
        ],
        [fromRows([[1000], [-1000]])],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        [randn(rng, 4, 3)],
        [randn(rng, 3, 3)],
        [map(randn(rng, 2, 7), (z) => 10 * z)],
        [randn(rng, 6, 2)],
      ],
    },
  ],
  diagnoses: [
    { mistake: "noShift", wrong: (Z) => perRow(exp(Z)) },
    {
      mistake: "whole",
      wrong: (Z) => {
        const E = exp(sub(Z, max(Z)));
        return div(E, sum(E));
      },
    },
    { mistake: "whole", wrong: (Z) => div(exp(Z), sum(exp(Z))) },
    {
      mistake: "whole",
      wrong: (Z) => {
        const E = exp(sub(Z, max(Z, 1)));
        return div(E, sum(E));
      },
    },
    { mistake: "columns", wrong: (Z) => transpose(softmax(transpose(Z))) },
    { mistake: "columns", wrong: (Z) => div(exp(Z), sum(exp(Z), 0)) },
    {
      mistake: "columns",
      wrong: (Z) => {
        const E = exp(sub(Z, max(Z, 1)));
        return div(E, sum(E, 0));
      },
    },
    { mistake: "columnShift", wrong: (Z) => perRow(exp(sub(Z, max(Z, 0)))) },
    { mistake: "notDivided", wrong: (Z) => exp(sub(Z, max(Z, 1))) },
    { mistake: "notDivided", wrong: exp },
    { mistake: "sigmoids", wrong: (Z) => map(Z, (z) => 1 / (1 + Math.exp(-z))) },
    { mistake: "logarithm", wrong: (Z) => sub(Z, logSumExp(Z, 1)) },
    { mistake: "oneShift", wrong: (Z) => perRow(exp(sub(Z, max(Z)))) },
  ],
  words: {
    en: {
      hints: [
        "Each row is one sample: it is turned into probabilities on its own, whatever the others hold.",
        "Subtract the row's largest logit, then $p_j = e^{z_j - m} / \\sum_k e^{z_k - m}$. The factor $e^{-m}$ cancels.",
        "For each row: its maximum, then `exp(z - max)` of each entry and their sum, then each divided by the sum.",
      ],
      mistakes: {
        noShift: "NaN in row 1: Infinity/Infinity at 1000. Subtract the row's largest logit first.",
        whole:
          "Every row should add up to 1; yours do only all together. Divide by the row's own sum.",
        columns: "The columns add up to 1: rows are samples, so each row should.",
        oneShift:
          "Row 0 became NaN: with the maximum of the whole matrix every exponent there underflowed, and 0/0 is left. Take each row's own.",
        columnShift:
          "You subtracted each column's largest logit. What is subtracted has to be the same along a row, or it doesn't cancel: take the row's largest.",
        sigmoids:
          "Each entry on its own, by a sigmoid: the entries of a row have to share, so divide by the row's sum.",
        logarithm: "This is the logarithm of the shares: the exponential of it is wanted.",
        notDivided:
          "The rows don't add up to 1: the powers were not divided by the sum of their row.",
      },
    },
    ru: {
      hints: [
        "Каждая строка — один пример: она превращается в вероятности сама по себе, что бы ни было в остальных.",
        "Вычтите наибольший логит строки, затем $p_j = e^{z_j - m} / \\sum_k e^{z_k - m}$. Множитель $e^{-m}$ сокращается.",
        "Для каждой строки: её максимум, затем `exp(z - max)` каждого элемента и их сумма, затем каждый делится на сумму.",
      ],
      mistakes: {
        noShift:
          "NaN в строке 1: Infinity/Infinity при 1000. Сначала вычтите наибольший логит строки.",
        whole:
          "Каждая строка должна давать в сумме 1, а у вас 1 дают только все вместе. Делите на сумму своей строки.",
        columns: "В сумме 1 дают столбцы, а примеры — это строки: 1 должна давать каждая строка.",
        oneShift:
          "Строка 0 стала NaN: с максимумом всей матрицы все её экспоненты обратились в 0, и осталось 0/0. Берите максимум своей строки.",
        columnShift:
          "Вычтен наибольший логит каждого столбца. Вычитаемое должно быть одним и тем же вдоль строки, иначе оно не сократится: берите наибольший в строке.",
        sigmoids:
          "Каждый элемент сам по себе, через сигмоиду: элементы строки делят единицу между собой, поэтому делите на сумму строки.",
        logarithm: "Это логарифм долей: нужна его экспонента.",
        notDivided: "Строки не дают в сумме 1: степени не поделены на сумму своей строки.",
      },
    },
  },
};
