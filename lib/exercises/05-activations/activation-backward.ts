import { alike, type Evidence, type Exercise, firstDifference, T9 } from "../../checks";
import { fromRows, type Matrix, map, row } from "../../matrix";
import { type Random, randn } from "../../random";

type Kind = "sigmoid" | "tanh" | "relu";
type ActivationBackward = (kind: Kind, Y: Matrix, dY: Matrix) => Matrix;

const sigma = (x: number) => 1 / (1 + Math.exp(-x));
const forward: Record<Kind, (x: number) => number> = {
  sigmoid: sigma,
  tanh: Math.tanh,
  relu: (x) => Math.max(0, x),
};

/** f′(x) in terms of the output y = f(x). */
const slope: Record<Kind, (y: number) => number> = {
  sigmoid: (y) => y * (1 - y),
  tanh: (y) => 1 - y * y,
  relu: (y) => (y > 0 ? 1 : 0),
};

/** ∂L/∂X = ∂L/∂Y ∘ f′, where f′ is taken from the output Y = f(X); n×m each. */
export const activationBackward: ActivationBackward = (kind, Y, dY) =>
  map(Y, (y, i, j) => dY.data[i * dY.cols + j] * slope[kind](y));

type Formula = (y: number, g: number) => number;

/** The answers to one kind are wrong, and all of them are what this formula gives. */
const inKind =
  (kind: Kind, formula: Formula) =>
  (evidence: readonly Evidence<ActivationBackward>[]): boolean => {
    const asked = evidence.filter(({ input }) => input[0] === kind);
    return (
      asked.some(({ right }) => !right) &&
      asked.every(({ input: [, Y, dY], got }) => {
        const guess = map(Y, (y, i, j) => formula(y, dY.data[i * dY.cols + j]));
        return !firstDifference(guess, got, alike);
      })
    );
  };

/** A mistake that may have been made in any of the kinds. */
const inSomeKind =
  (formula: (kind: Kind) => Formula) =>
  (evidence: readonly Evidence<ActivationBackward>[]): boolean =>
    kinds.some((kind) => inKind(kind, formula(kind))(evidence));

/** One formula for all kinds, right for one of them. */
const inEveryKind =
  (formula: Formula) =>
  (evidence: readonly Evidence<ActivationBackward>[]): boolean =>
    evidence.every(({ input: [, Y, dY], got }) => {
      const guess = map(Y, (y, i, j) => formula(y, dY.data[i * dY.cols + j]));
      return !firstDifference(guess, got, alike);
    });

const kinds: readonly Kind[] = ["sigmoid", "tanh", "relu"];

/** Every kind asked about the outputs for the same inputs. */
const ofAllKinds = (X: Matrix, dY: Matrix): [Kind, Matrix, Matrix][] =>
  kinds.map((kind) => [kind, map(X, forward[kind]), dY]);

const drawn = (rng: Random, n: number, m: number) => ofAllKinds(randn(rng, n, m), randn(rng, n, m));

export const activationBackwardExercise: Exercise<
  ActivationBackward,
  | "sigmaTwice"
  | "sigmaOfInput"
  | "tanhOfInput"
  | "tanhTwice"
  | "tanhNotSquared"
  | "upstream"
  | "reluAtZero"
  | "reluTimesY"
  | "reluByUpstream"
  | "sigmaHalf"
  | "oneKind"
> = {
  id: "5.1",
  name: "activationBackward",
  parameters: ["kind", "Y", "dY"],
  points: 4,
  reference: activationBackward,
  close: T9,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => ofAllKinds(row([-3, -0.5, 0, 0.5, 3]), row([1, -2, 0.5, 3, -1])),
    },
    {
      name: "hard",
      share: 1.5,
      inputs: () =>
        ofAllKinds(
          fromRows([
            [-1000, 0, 1000],
            [1000, -0.25, 0],
          ]),
          fromRows([
            [2, -3, 0.5],
            [-1, 0, 1e6],
          ]),
        ),
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [...drawn(rng, 4, 3), ...drawn(rng, 2, 5), ...drawn(rng, 3, 1)],
    },
  ],
  diagnoses: [
    { mistake: "upstream", sign: inSomeKind((kind) => (y) => slope[kind](y)) },
    {
      mistake: "oneKind",
      sign: inEveryKind((y, g) => g * slope.sigmoid(y)),
    },
    { mistake: "oneKind", sign: inEveryKind((y, g) => g * slope.tanh(y)) },
    { mistake: "oneKind", sign: inEveryKind((y, g) => g * slope.relu(y)) },
    {
      mistake: "sigmaTwice",
      sign: inKind("sigmoid", (y, g) => g * slope.sigmoid(sigma(y))),
    },
    {
      mistake: "sigmaOfInput",
      sign: inKind("sigmoid", (y, g) => {
        const x = Math.log(y / (1 - y));
        return g * x * (1 - x);
      }),
    },
    { mistake: "sigmaHalf", sign: inKind("sigmoid", (y, g) => g * y) },
    { mistake: "sigmaHalf", sign: inKind("sigmoid", (y, g) => g * (1 - y)) },
    { mistake: "tanhOfInput", sign: inKind("tanh", (y, g) => g * (1 - Math.atanh(y) ** 2)) },
    { mistake: "tanhTwice", sign: inKind("tanh", (y, g) => g * (1 - Math.tanh(y) ** 2)) },
    { mistake: "tanhNotSquared", sign: inKind("tanh", (y, g) => g * (1 - y)) },
    { mistake: "reluAtZero", sign: inKind("relu", (y, g) => (y >= 0 ? g : 0)) },
    { mistake: "reluTimesY", sign: inKind("relu", (y, g) => g * y) },
    { mistake: "reluByUpstream", sign: inKind("relu", (_, g) => Math.max(0, g)) },
  ],
  words: {
    en: {
      hints: [
        "The gradient behind a unit is the one before it times the unit's own slope: local × upstream. You know the output only, so write each slope with the output.",
        "$\\sigma' = y(1 - y)$, $\\tanh' = 1 - y^2$, and for ReLU 1 where $y > 0$, else 0.",
        "`nn.map(Y, (y, i, j) => slope(y) * nn.get(dY, i, j))`, with a `slope` for each kind.",
      ],
      mistakes: {
        upstream: "The ratio equals the upstream gradient: multiply the slope by dY.",
        oneKind: "Every kind gets the same slope: look at `kind` and choose among three formulas.",
        sigmaTwice: "σ was applied twice: Y is already σ(x), so the slope is y(1 − y).",
        sigmaOfInput:
          "x(1 − x) uses the input; the formula y(1 − y) is in terms of the output, which you have.",
        sigmaHalf: "For the sigmoid both factors are needed: y and 1 − y.",
        tanhOfInput: "1 − x² uses the input: tanh′ = 1 − y²; at x = 3 yours is −8.",
        tanhTwice: "tanh was applied twice: Y is already tanh(x), so the slope is 1 − y².",
        tanhNotSquared: "tanh′ = 1 − y²: the square is missing.",
        reluAtZero:
          "At 0 the slope of ReLU is 0 by convention, f′(0) = 0; every unit that is off has y = 0, so yours lets everything pass.",
        reluTimesY: "ReLU's slope is 1 where y > 0, not y: the gradient passes as it is.",
        reluByUpstream:
          "The gate of ReLU is opened by the output, y > 0, not by the sign of the gradient.",
      },
    },
    ru: {
      hints: [
        "Градиент за нейроном — это градиент перед ним, умноженный на собственный наклон нейрона: локальная производная × градиент сверху. Вам известен только выход, поэтому выразите каждый наклон через выход.",
        "$\\sigma' = y(1 - y)$, $\\tanh' = 1 - y^2$, а для ReLU — 1 там, где $y > 0$, иначе 0.",
        "`nn.map(Y, (y, i, j) => slope(y) * nn.get(dY, i, j))`, со своей `slope` для каждого вида.",
      ],
      mistakes: {
        upstream: "Отношение равно градиенту сверху: умножьте наклон на dY.",
        oneKind:
          "Для всех видов взят один и тот же наклон: смотрите на `kind` и выбирайте из трёх формул.",
        sigmaTwice: "σ применена дважды: Y — это уже σ(x), значит, наклон равен y(1 − y).",
        sigmaOfInput: "В x(1 − x) стоит вход; в формуле y(1 − y) стоит выход, и он у вас есть.",
        sigmaHalf: "Для сигмоиды нужны оба множителя: y и 1 − y.",
        tanhOfInput: "В 1 − x² стоит вход, а tanh′ = 1 − y²; при x = 3 у вас −8.",
        tanhTwice: "tanh применён дважды: Y — это уже tanh(x), значит, наклон равен 1 − y².",
        tanhNotSquared: "tanh′ = 1 − y²: пропущен квадрат.",
        reluAtZero:
          "В 0 наклон ReLU по соглашению 0, f′(0) = 0; у каждого выключенного нейрона y = 0, и у вас он всё пропускает.",
        reluTimesY: "Наклон ReLU там, где y > 0, равен 1, а не y: градиент проходит как есть.",
        reluByUpstream: "Открыта ли ReLU, решает выход, y > 0, а не знак градиента.",
      },
    },
  },
};
