import { butWith, type Evidence, type Exercise, T9 } from "../../checks";

type Named = { a: number; b: number; c: number; f: number; dx: number; dw0: number; dw1: number };
type DeckGraph = (x: number, w0: number, w1: number) => Named;

/** f = 1 + e^(w₀ + w₁x), forward, and its derivatives, backward. */
export const deckGraph: DeckGraph = (x, w0, w1) => {
  const a = w1 * x;
  const b = a + w0;
  const c = Math.exp(b);
  const f = c + 1;
  // ∂f/∂c = 1; exp: ∂f/∂b = c; add: the same for a and w₀; mul: times the other factor.
  return { a, b, c, f, dx: c * w1, dw0: c, dw1: c * x };
};

/** Wrong by less than a digit or two: a number was rounded on its way. */
const isRounded = ([{ expected, got }]: readonly Evidence<DeckGraph>[]): boolean => {
  const wrong = Object.entries(expected as Named).flatMap(([name, right]) => {
    const error = (got as Named)[name as keyof Named] - right;
    return Math.abs(error) > 1e-9 * Math.abs(right) ? [Math.abs(error / right)] : [];
  });
  return wrong.length > 0 && wrong.every((error) => error < 0.02);
};

export const deckGraphExercise: Exercise<
  DeckGraph,
  "ownFactorX" | "ownFactorW" | "rounded" | "addChanges" | "plusOne" | "noExp" | "expOfLocal"
> = {
  id: "7.1",
  name: "deckGraph",
  parameters: ["x", "w0", "w1"],
  points: 3,
  reference: deckGraph,
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[1, 1, 2]] },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [0.5, -1, 3],
        [0, 0.7, -2],
        [-3, 1.5, 0],
        [2, -1000, 1],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) =>
        Array.from({ length: 4 }, () => [4 * rng() - 2, 4 * rng() - 2, 4 * rng() - 2]),
    },
  ],
  diagnoses: [
    { mistake: "ownFactorX", wrong: butWith(deckGraph, ({ c }, x) => ({ dx: c * x })) },
    { mistake: "ownFactorW", wrong: butWith(deckGraph, ({ c }, _, __, w1) => ({ dw1: c * w1 })) },
    {
      mistake: "ownFactorX",
      wrong: butWith(deckGraph, ({ c }, x, _, w1) => ({ dx: c * x, dw1: c * w1 })),
    },
    { mistake: "addChanges", wrong: butWith(deckGraph, ({ c }, x) => ({ dw0: c * x })) },
    { mistake: "addChanges", wrong: butWith(deckGraph, ({ c }, _, w0) => ({ dw0: c * w0 })) },
    { mistake: "plusOne", wrong: butWith(deckGraph, ({ f }) => ({ dw0: f })) },
    {
      mistake: "plusOne",
      wrong: butWith(deckGraph, ({ f }, x, _, w1) => ({ dx: f * w1, dw0: f, dw1: f * x })),
    },
    {
      mistake: "noExp",
      wrong: butWith(deckGraph, (_, x, __, w1) => ({ dx: w1, dw0: 1, dw1: x })),
    },
    {
      mistake: "expOfLocal",
      wrong: butWith(deckGraph, ({ b }, x, _, w1) => ({ dx: b * w1, dw0: b, dw1: b * x })),
    },
    { mistake: "rounded", sign: isRounded },
  ],
  words: {
    en: {
      hints: [
        "Start at the end: ∂f/∂f = 1. Then go back, one node at a time, and multiply what arrives by the local derivative.",
        "∂f/∂c = 1 and ∂f/∂b = c, since $e^b$ is its own derivative. An addition passes the gradient on unchanged; a product multiplies it by the other factor.",
        "`dc = 1`, `db = dc * c`; both inputs of `a + w0` get `db` as it is; then `a = w1 * x` gives each factor `da` times the other one.",
      ],
      mistakes: {
        ownFactorX:
          "dx needs the other factor: a = w₁·x changes by w₁ when x changes by 1, so dx = c·w₁.",
        ownFactorW:
          "dw1 needs x, the other factor: a = w₁·x changes by x when w₁ changes by 1, so dw1 = c·x.",
        rounded: "Rounded: keep e³ in full, 20.08554 and not 20, until the end.",
        addChanges:
          "add passes the gradient unchanged: dw0 is what arrives at b, without a factor.",
        plusOne: "The +1 is not in the derivative: ∂f/∂b is c = e^b, not f.",
        noExp: "The exponential has a derivative, too: multiply by c on the way through it.",
        expOfLocal: "The derivative of e^b is e^b, which is c, not b.",
      },
    },
    ru: {
      hints: [
        "Начните с конца: ∂f/∂f = 1. Затем идите назад, по одной вершине, и умножайте то, что пришло, на локальную производную.",
        "∂f/∂c = 1 и ∂f/∂b = c, потому что $e^b$ — производная самой себя. Сложение пропускает градиент без изменений, умножение умножает его на другой множитель.",
        "`dc = 1`, `db = dc * c`; оба входа `a + w0` получают `db` как есть; затем `a = w1 * x` даёт каждому множителю `da`, умноженное на другой.",
      ],
      mistakes: {
        ownFactorX:
          "Для dx нужен другой множитель: a = w₁·x меняется на w₁, когда x меняется на 1, значит, dx = c·w₁.",
        ownFactorW:
          "Для dw1 нужен x, другой множитель: a = w₁·x меняется на x, когда w₁ меняется на 1, значит, dw1 = c·x.",
        rounded: "Округлено: держите e³ целиком, 20,08554, а не 20, до самого конца.",
        addChanges:
          "add пропускает градиент без изменений: dw0 — это то, что пришло к b, без множителя.",
        plusOne: "Слагаемое +1 в производную не входит: ∂f/∂b равно c = e^b, а не f.",
        noExp: "У экспоненты тоже есть производная: проходя через неё, умножьте на c.",
        expOfLocal: "Производная e^b — это e^b, то есть c, а не b.",
      },
    },
  },
};
