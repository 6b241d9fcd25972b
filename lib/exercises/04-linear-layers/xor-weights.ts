import { relu } from "../../activations";
import type { Evidence, Exercise } from "../../checks";
import { affine, column, fromRows, type Matrix, row } from "../../matrix";

type Weights = { W1: Matrix; b1: Matrix; w2: Matrix; b2: Matrix };
type XorWeights = () => Weights;

/** 00, 01, 10, 11. */
export const corners = fromRows([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);

/** h₁ counts the ones, h₂ wakes up only at two of them: h₁ − 2h₂ is 0, 1, 1, 0. */
export const xorWeights: XorWeights = () => ({
  W1: fromRows([
    [1, 1],
    [1, 1],
  ]),
  b1: row([0, -1]),
  w2: column([1, -2]),
  b2: row([0]),
});

/** What a 2-2-1 network with ReLU answers at the four corners, and the shapes of its weights. */
const outputs = (weights: XorWeights) => {
  const given: Weights | undefined = weights();
  if (!given) return given;
  const { W1, b1, w2, b2 } = given;
  const shapes = [W1, b1, w2, b2].map(({ rows, cols }) => [rows, cols]);
  return { shapes, answers: [...affine(relu(affine(corners, W1, b1)), w2, b2).data] };
};

/** The four answers are these. */
const answersAre =
  (...wanted: readonly number[]) =>
  (evidence: readonly Evidence<XorWeights>[]): boolean =>
    evidence.some(({ got }) => {
      const answers = (got as Partial<ReturnType<typeof outputs>> | undefined)?.answers ?? [];
      return wanted.every((x, k) => Math.abs(x - answers[k]) < 1e-9);
    });

export const xorWeightsExercise: Exercise<
  XorWeights,
  "sameUnits" | "or" | "and" | "xnor" | "affine"
> = {
  id: "4.2",
  name: "xorWeights",
  parameters: [],
  points: 2,
  reference: xorWeights,
  close: (got, expected) => Math.abs(got - expected) <= 1e-12,
  observe: outputs,
  parts: [{ name: "example", share: 1, inputs: () => [[]] }],
  diagnoses: [
    { mistake: "sameUnits", sign: answersAre(0, -1, -1, -2) },
    { mistake: "or", sign: answersAre(0, 1, 1, 1) },
    { mistake: "and", sign: answersAre(0, 0, 0, 1) },
    { mistake: "xnor", sign: answersAre(1, 0, 0, 1) },
    {
      mistake: "affine",
      // Answers of an affine function: f(00) + f(11) = f(01) + f(10).
      sign: (evidence) =>
        evidence.some(({ got }) => {
          const a = (got as Partial<ReturnType<typeof outputs>> | undefined)?.answers ?? [];
          return a.length === 4 && Math.abs(a[0] + a[3] - a[1] - a[2]) < 1e-9;
        }),
    },
  ],
  words: {
    en: {
      hints: [
        "Let one hidden unit count the ones: 0, 1, 1, 2. What has to be taken away, and where?",
        "A second unit that is 0 until there are two ones: $h_2 = \\text{ReLU}(x_1 + x_2 - 1)$.",
        "The answer is $h_1 - 2 h_2$ with $h_1 = \\text{ReLU}(x_1 + x_2)$. Read the weights off.",
      ],
      mistakes: {
        sameUnits:
          "[0, −1, −1, −2]: both hidden units are the same; give the second one a bias that keeps it asleep until there are two ones.",
        affine:
          "The answers are those of a line, [2, 1, 1, 0] for example: no ReLU is at work, since no unit is ever cut off.",
        xnor: "[1, 0, 0, 1]: that is XNOR, the opposite. Take every output from 1.",
        or: "[0, 1, 1, 1]: that is OR.",
        and: "[0, 0, 0, 1]: that is AND.",
      },
    },
    ru: {
      hints: [
        "Пусть один скрытый нейрон считает единицы: 0, 1, 1, 2. Что и где надо отнять?",
        "Второй нейрон равен 0, пока единиц не две: $h_2 = \\text{ReLU}(x_1 + x_2 - 1)$.",
        "Ответ — $h_1 - 2 h_2$, где $h_1 = \\text{ReLU}(x_1 + x_2)$. Осталось прочитать веса.",
      ],
      mistakes: {
        sameUnits:
          "[0, −1, −1, −2]: оба скрытых нейрона одинаковы; дайте второму смещение, с которым он спит, пока единиц не две.",
        affine:
          "Так отвечает прямая, например [2, 1, 1, 0]: ReLU не работает, потому что ни один нейрон ни разу не выключается.",
        xnor: "[1, 0, 0, 1]: это XNOR, противоположность. Вычтите каждый выход из 1.",
        or: "[0, 1, 1, 1]: это OR, «или».",
        and: "[0, 0, 0, 1]: это AND, «и».",
      },
    },
  },
};
