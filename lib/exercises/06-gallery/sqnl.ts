import { sqnl } from "../../activations";
import { type Exercise, T9 } from "../../checks";
import { uniform } from "../../random";
import { type Asked, ask, formulaIs, kinksAre, type OwnActivation } from "./own-activation";

const { abs, max, sign } = Math;

/** Between the breaks one formula, beyond them another. */
const within = (reach: number, inside: (x: number) => number, outside: (x: number) => number) => {
  return (x: number) => (abs(x) <= reach ? inside(x) : outside(x));
};
const parabola = (x: number) => x - (x * abs(x)) / 4;

export const sqnlExercise: Exercise<
  Asked,
  | "slopeUnclipped"
  | "slopeOneSided"
  | "slopeHalved"
  | "notOdd"
  | "joinsAtTwo"
  | "breaksAtOne"
  | "turnsBack"
  | "quarter"
  | "kinks",
  OwnActivation
> = {
  id: "6.5",
  name: "sqnl",
  parameters: ["part", "x"],
  points: 2,
  reference: sqnl,
  close: T9,
  observe: ask,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        ["f", [-1, 0, 1.5]],
        ["df", [-1, 0, 1.5]],
      ],
    },
    {
      name: "hard",
      share: 1.5,
      inputs: (rng) => [
        ["f", [-3, -1.5, -1, 0, 1.5, 2.5]],
        ["f", [2, -2, 1000, -1000, 1e-9]],
        ["f", [...uniform(rng, 1, 8, -3, 3).data]],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        ["df", [-3, -1.5, -1, 0, 1.5, 2.5]],
        ["df", [2, -2, 1000, -1000, 1e-9]],
        ["df", [...uniform(rng, 1, 8, -3, 3).data]],
        ["kinks", []],
      ],
    },
  ],
  diagnoses: [
    {
      mistake: "notOdd",
      sign: formulaIs(
        "f",
        within(2, (x) => x - (x * x) / 4, sign),
      ),
    },
    {
      mistake: "notOdd",
      sign: formulaIs(
        "f",
        within(
          2,
          (x) => abs(parabola(x)),
          () => 1,
        ),
      ),
    },
    {
      mistake: "joinsAtTwo",
      sign: formulaIs(
        "f",
        within(2, parabola, (x) => 2 * sign(x)),
      ),
    },
    { mistake: "breaksAtOne", sign: formulaIs("f", within(1, parabola, sign)) },
    { mistake: "breaksAtOne", sign: formulaIs("f", within(1 - 1e-9, parabola, sign)) },
    { mistake: "turnsBack", sign: formulaIs("f", parabola) },
    {
      mistake: "quarter",
      sign: formulaIs(
        "f",
        within(2, (x) => x - (x * abs(x)) / 2, sign),
      ),
    },
    {
      mistake: "quarter",
      sign: formulaIs(
        "f",
        within(2, (x) => x - x * abs(x), sign),
      ),
    },
    { mistake: "slopeUnclipped", sign: formulaIs("df", (x) => 1 - abs(x) / 2) },
    { mistake: "slopeOneSided", sign: formulaIs("df", (x) => 1 - x / 2) },
    {
      mistake: "slopeOneSided",
      sign: formulaIs(
        "df",
        within(
          2,
          (x) => 1 - x / 2,
          () => 0,
        ),
      ),
    },
    { mistake: "slopeOneSided", sign: formulaIs("df", (x) => max(0, 1 - x / 2)) },
    { mistake: "slopeHalved", sign: formulaIs("df", (x) => max(0, 1 - abs(x) / 4)) },
    {
      mistake: "slopeHalved",
      sign: formulaIs(
        "df",
        within(
          2,
          (x) => 1 - abs(x) / 4,
          () => 0,
        ),
      ),
    },
    { mistake: "kinks", sign: kinksAre("too many") },
  ],
  words: {
    en: {
      hints: [
        "Two parabolas that meet in 0, and two level lines. The left half is the right half turned round.",
        "$x - \\dfrac{x|x|}{4}$ between −2 and 2, and ±1 beyond.",
        "f: `Math.abs(x) <= 2 ? … : Math.sign(x)`; f′ is 1 at 0 and falls along two straight lines to 0 at ±2, and `Math.max(0, …)` keeps it from going on below.",
      ],
      mistakes: {
        slopeUnclipped: "Beyond ±2 the function is flat, so f′ = 0 there; yours goes below 0.",
        slopeOneSided: "f is odd, so f′ is the same on both sides: 1 − |x|/2.",
        slopeHalved: "The slope of x|x|/4 is |x|/2: a square brings a 2.",
        notOdd: "f is odd, f(−x) = −f(x): x|x| keeps the sign that x² loses.",
        joinsAtTwo: "The parabolas join the level lines at ±1, not at ±2: f(2) = 2 − 4/4 = 1.",
        breaksAtOne: "The break is at |x| = 2, where the parabola reaches 1.",
        turnsBack: "Beyond ±2 the parabolas would turn back: f stays at ±1 there.",
        quarter: "x|x| is divided by 4: so the parabola arrives at 1, and is level there.",
        kinks:
          "A kink is where f′ jumps. At 0 and ±2 the slope has a corner, but it doesn't jump, so the list is empty.",
      },
    },
    ru: {
      hints: [
        "Две параболы, которые встречаются в 0, и две горизонтальные прямые. Левая половина — это перевёрнутая правая.",
        "$x - \\dfrac{x|x|}{4}$ между −2 и 2 и ±1 дальше.",
        "f: `Math.abs(x) <= 2 ? … : Math.sign(x)`; f′ в 0 равна 1 и по двум прямым спадает до 0 в точках ±2, а `Math.max(0, …)` не пускает её ниже.",
      ],
      mistakes: {
        slopeUnclipped: "За ±2 функция плоская, там f′ = 0; у вас она уходит ниже 0.",
        slopeOneSided: "f нечётна, поэтому f′ с обеих сторон одна и та же: 1 − |x|/2.",
        slopeHalved: "Наклон x|x|/4 равен |x|/2: квадрат приносит двойку.",
        notOdd: "f нечётна, f(−x) = −f(x): в x|x| сохраняется знак, который теряет x².",
        joinsAtTwo:
          "Параболы встречают горизонтальные прямые на ±1, а не на ±2: f(2) = 2 − 4/4 = 1.",
        breaksAtOne: "Граница при |x| = 2: там парабола доходит до 1.",
        turnsBack: "За ±2 параболы повернули бы назад, а f остаётся там на ±1.",
        quarter: "x|x| делится на 4: тогда парабола приходит в 1, и там она горизонтальна.",
        kinks:
          "Излом — там, где f′ меняется скачком. В 0 и ±2 у наклона углы, но скачков нет, и список пуст.",
      },
    },
  },
};
