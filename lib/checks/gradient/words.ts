import type { Words } from "../../words";
import type { GradientMistake } from "./diagnose";

/** The numbers that a sentence may quote. */
export interface GradientFacts {
  readonly analyticShape: string;
  readonly numericShape: string;
  readonly ratio: string;
  readonly uses: number;
}

export interface GradientWords {
  readonly right: string;
  readonly error: (error: string) => string;
  readonly skipped: (count: number, of: number) => string;
  readonly tooManySkipped: string;
  readonly columns: readonly [entry: string, yours: string, numeric: string, error: string];
  readonly mistakes: { readonly [mistake in GradientMistake]: (facts: GradientFacts) => string };
}

export const gradientWords: Words<GradientWords> = {
  en: {
    right: "Correct.",
    error: (error) => `Largest relative error: ${error}.`,
    skipped: (count, of) => `${count} of ${of} coordinates cross a kink and were skipped.`,
    tooManySkipped:
      "More than a tenth of the coordinates cross a kink: move the input away from the kinks and check again.",
    columns: ["Entry", "Yours", "Numeric", "Relative error"],
    mistakes: {
      transposed: ({ analyticShape, numericShape }) =>
        analyticShape === numericShape
          ? "The transpose agrees: swap the factors of the product."
          : `Right values, transposed (${analyticShape} for ${numericShape}): XᵀdZ, not dZᵀX.`,
      unsummed: ({ analyticShape, numericShape }) =>
        `${analyticShape} for a ${numericShape} bias: one bias serves all rows, so sum dZ over the rows.`,
      shape: ({ analyticShape, numericShape }) =>
        `The gradient has the shape of what it belongs to: ${numericShape} needed, ${analyticShape} came.`,
      notFinite: () =>
        "NaN or Infinity in the gradient: look for ln 0, 0/0 or an exponential that overflows.",
      firstRow: () => "Equals row 0 of dZ: sum all rows.",
      notTransposed: () => "Equals dZ·W: use Wᵀ (a square W hides it).",
      onePath: () => "Equals the gradient of one branch: add both branches.",
      sigmoidTwice: () => "σ applied twice: use s(1−s) with s = σ(x), not σ′(s).",
      sigmoidOfInput: () => "s(1−s) evaluated at the input: use the output.",
      tanhOfInput: () => "1−y² needs the output y = tanh x.",
      zero: () => "All zero: is the graph cut, the seed 0, or the activation Binary?",
      extraEntries: () =>
        "Agrees where the numeric gradient is not 0, and is nonzero where it is: multiply by [Z > 0].",
      sign: () => "Every sign is opposite: p−y, not y−p; does the loss have its minus?",
      notDivided: ({ ratio }) =>
        `The ratio is exactly 1/n (${ratio}): divide by n once, in the loss's gradient.`,
      meanForSum: () => "n times too small: sum, not mean (the 1/n is already in dZ).",
      dividedTwice: ({ ratio }) => `The ratio is n (${ratio}): 1/n was applied twice.`,
      countedOnce: ({ uses }) => `The value is used ${uses} times and was counted once: +=.`,
      twice: () => "Twice too large: a derivative of x² without the ½, or a gradient added twice?",
      half: () => "Half of what it should be: is a factor 2 or one of two paths missing?",
      constant: ({ ratio }) =>
        `Off by the same factor everywhere: multiply by ${ratio}. Where was it lost?`,
      noUpstream: () => "The ratio equals the upstream gradient: multiply by it.",
      updated: () =>
        "The error grows with the learning rate: finish the backward pass before updating.",
      suspicious: () =>
        "Nearly right, which is suspicious: a kink close by, cancellation, or float32 somewhere?",
      unknown: () =>
        "No single cause here: check the intermediate gradients, the one nearest to the loss first.",
    },
  },
  ru: {
    right: "Верно.",
    error: (error) => `Наибольшая относительная погрешность: ${error}.`,
    skipped: (count, of) => `Координат, пересекающих излом: ${count} из ${of}; они пропущены.`,
    tooManySkipped:
      "Больше десятой части координат пересекает излом: отодвиньте вход от изломов и проверьте ещё раз.",
    columns: ["Элемент", "У вас", "Численно", "Относительная погрешность"],
    mistakes: {
      transposed: ({ analyticShape, numericShape }) =>
        analyticShape === numericShape
          ? "Совпадает транспонированная матрица: поменяйте множители местами."
          : `Значения верные, но транспонированы (${analyticShape} вместо ${numericShape}): XᵀdZ, а не dZᵀX.`,
      unsummed: ({ analyticShape, numericShape }) =>
        `Получено ${analyticShape}, а смещение имеет размер ${numericShape}: одно смещение служит всем строкам, сложите dZ по строкам.`,
      shape: ({ analyticShape, numericShape }) =>
        `Размер градиента — размер того, к чему он относится: нужно ${numericShape}, получено ${analyticShape}.`,
      notFinite: () =>
        "В градиенте NaN или Infinity: ищите ln 0, 0/0 или экспоненту, которая переполняется.",
      firstRow: () => "Равно строке 0 матрицы dZ: сложите все строки.",
      notTransposed: () => "Равно dZ·W: нужна Wᵀ (при квадратной W этого не видно по размеру).",
      onePath: () => "Равно градиенту одной ветви: сложите обе.",
      sigmoidTwice: () => "σ применена дважды: s(1−s), где s = σ(x), а не σ′(s).",
      sigmoidOfInput: () => "s(1−s) вычислено от входа: нужен выход.",
      tanhOfInput: () => "В 1−y² нужен выход y = tanh x.",
      zero: () =>
        "Сплошные нули: граф разорван, начальный градиент равен 0 или активация — Binary?",
      extraEntries: () =>
        "Там, где численный градиент не 0, всё совпадает, а там, где он 0, у вас не 0: умножьте на [Z > 0].",
      sign: () => "Все знаки противоположны: p−y, а не y−p; есть ли минус в функции потерь?",
      notDivided: ({ ratio }) =>
        `Отношение в точности равно 1/n (${ratio}): разделите на n один раз, в градиенте функции потерь.`,
      meanForSum: () => "В n раз меньше: нужна сумма, а не среднее (1/n уже есть в dZ).",
      dividedTwice: ({ ratio }) => `Отношение равно n (${ratio}): 1/n применено дважды.`,
      countedOnce: ({ uses }) =>
        `Значение используется несколько раз (${uses}), а учтено однажды: нужно +=.`,
      twice: () => "Вдвое больше: производная x² без ½ или градиент прибавлен дважды?",
      half: () => "Вдвое меньше нужного: потерян множитель 2 или один из двух путей?",
      constant: ({ ratio }) =>
        `Всюду отличается в одно и то же число раз: умножьте на ${ratio}. Где потерян множитель?`,
      noUpstream: () => "Отношение равно градиенту сверху: умножьте на него.",
      updated: () =>
        "Ошибка растёт вместе со скоростью обучения: сначала закончите обратный проход, потом меняйте веса.",
      suspicious: () =>
        "Почти верно, и это подозрительно: излом рядом, потеря значащих цифр или где-то float32?",
      unknown: () =>
        "Одной причины не видно: проверьте промежуточные градиенты, начиная с ближайшего к функции потерь.",
    },
  },
};
