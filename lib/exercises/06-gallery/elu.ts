import { elu } from "../../activations";
import { type Exercise, T9r } from "../../checks";
import { type Random, uniform } from "../../random";
import {
  type Asked,
  ask,
  formulaIs,
  kinksAre,
  type OwnActivation,
  somewhere,
} from "./own-activation";

type Elu = (alpha: number) => OwnActivation;
type AskedElu = Asked<[alpha: number]>;

const { exp, expm1, abs } = Math;

const f = (x: number, alpha: number) => (x > 0 ? x : alpha * expm1(x));

/**
 * Places on both sides of 0 where all digits can be asked for. f + α is a good way to the slope:
 * it loses digits only far to the left, so slopes are asked down to −8 and then at −1000.
 */
const places = (rng: Random, n: number) => [...uniform(rng, 1, n, -8, 3).data];

export const eluExercise: Exercise<
  AskedElu,
  | "cancels"
  | "alphaInF"
  | "alphaRight"
  | "alphaInSlope"
  | "rightSlope"
  | "slopeAtKink"
  | "slopeIsF"
  | "sides"
  | "blended"
  | "kinkMissing"
  | "kinkTooMany",
  Elu
> = {
  id: "6.2",
  name: "elu",
  parameters: ["part", "x", "alpha"],
  points: 3,
  reference: (alpha) => elu.with({ alpha }),
  close: T9r,
  observe: (own, part, x, alpha) => ask(own(alpha), part, x),
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        ["f", [-1, 0, 2], 1.5],
        ["df", [-1, 2], 1.5],
      ],
    },
    {
      name: "hard",
      share: 1.5,
      inputs: (rng) => [
        ["f", [-1000, -1, -1e-10, 0, 2], 1.5],
        ["f", [1000, -1e-7, 1e-300, -0.01], 0.5],
        ["f", places(rng, 8), 0.3 + rng()],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        ["df", [-1000, -1, -1e-10, 0, 2], 1.5],
        ["df", [0, 1e-300, 1000, -5], 1],
        ["df", places(rng, 8), 0.3 + rng()],
        ["kinks", [], 1.5],
        ["kinks", [], 1],
        ["kinks", [], 0.5],
      ],
    },
  ],
  diagnoses: [
    { mistake: "blended", sign: somewhere("f", (x, got) => x >= 1000 && Number.isNaN(got)) },
    { mistake: "blended", sign: somewhere("df", (x, got) => x >= 1000 && Number.isNaN(got)) },
    { mistake: "alphaInF", sign: formulaIs("f", (x) => f(x, 1)) },
    { mistake: "alphaRight", sign: formulaIs("f", (x, alpha) => alpha * f(x, 1)) },
    { mistake: "sides", sign: somewhere("f", (x, got) => x >= 1000 && got === Infinity) },
    {
      mistake: "cancels",
      // Right to six digits everywhere, and to nine where f is not close to 0.
      sign: (calls) => {
        const asked = calls.filter(({ input }) => input[0] === "f");
        return (
          asked.some(({ right }) => !right) &&
          asked.every(({ input: [, x], got, expected }) =>
            x.every((at, k) => {
              const [g, e] = [(got as number[])[k], (expected as number[])[k]];
              return abs(g - e) <= (abs(at) < 1e-3 ? 1e-15 : 1e-9 * abs(e));
            }),
          )
        );
      },
    },
    { mistake: "alphaInSlope", sign: formulaIs("df", (x) => (x > 0 ? 1 : exp(x))) },
    { mistake: "rightSlope", sign: formulaIs("df", (x, alpha) => f(x, alpha) + alpha) },
    { mistake: "rightSlope", sign: formulaIs("df", (x, alpha) => alpha * exp(x)) },
    { mistake: "rightSlope", sign: formulaIs("df", (x, alpha) => alpha * (x > 0 ? 1 : exp(x))) },
    { mistake: "rightSlope", sign: formulaIs("df", (x, alpha) => (x > 0 ? x : alpha * exp(x))) },
    {
      mistake: "slopeAtKink",
      sign: formulaIs("df", (x, alpha) => (x >= 0 ? 1 : alpha * exp(x))),
    },
    {
      mistake: "slopeAtKink",
      sign: formulaIs("df", (x, alpha) => (x > 0 ? 1 : x === 0 ? 0 : alpha * exp(x))),
    },
    { mistake: "slopeIsF", sign: formulaIs("df", (x, alpha) => (x > 0 ? 1 : alpha * expm1(x))) },
    { mistake: "kinkMissing", sign: kinksAre("too few") },
    { mistake: "kinkTooMany", sign: kinksAre("too many") },
  ],
  words: {
    en: {
      hints: [
        "Two sides, one branch. On the left, for tiny x, e^x is almost 1: what is left of the digits when 1 is taken away?",
        "$\\alpha \\cdot$ `Math.expm1(x)` on the left. The slope there is $\\alpha e^x$, which arrives at $\\alpha$ when x arrives at 0; on the right it is 1.",
        "f: `x > 0 ? x : …`, and f′ has the same two sides, at 0 the left one; kinks: compare the two slopes at 0, and list it where they differ.",
      ],
      mistakes: {
        cancels:
          "Only 7 digits are right at −1e-10: 1 was subtracted from almost 1. Math.expm1(x) is e^x − 1 without the subtraction.",
        alphaInF: "Far to the left the limit is −α: α is missing in f.",
        alphaRight: "α belongs to the left side only: on the right f is x itself.",
        alphaInSlope: "The left slope is αe^x: α is missing in f′.",
        rightSlope: "The right slope is 1: what stands on the left holds for x ≤ 0 only.",
        slopeAtKink:
          "At a kink we agree on the left slope: f′(0) = α. The right side begins beyond 0.",
        slopeIsF: "The derivative of −1 is 0: f′ on the left is αe^x, without the −1.",
        sides: "e^1000 is Infinity: on the right of 0 f is x, the exponential is for the left.",
        blended:
          "NaN at 1000: 0 · Infinity. Choose a side with a branch, don't multiply both sides by masks.",
        kinkMissing:
          "There is a kink: unless α is 1, the slope jumps at 0 from α to 1. List it as [0].",
        kinkTooMany:
          "With α = 1 both slopes at 0 are 1, so there is no kink and the list is empty. With another α the only one is at 0.",
      },
    },
    ru: {
      hints: [
        "Две стороны, одно ветвление. Слева, при крошечном x, e^x почти равно 1: что останется от цифр, если отнять 1?",
        "Слева $\\alpha \\cdot$ `Math.expm1(x)`. Наклон там $\\alpha e^x$, и он подходит к $\\alpha$, когда x подходит к 0; справа он равен 1.",
        "f: `x > 0 ? x : …`, у f′ те же две стороны, а в 0 — левая; изломы: сравните оба наклона в 0 и укажите его, если они различаются.",
      ],
      mistakes: {
        cancels:
          "При −1e-10 верны только 7 цифр: из почти 1 вычли 1. Math.expm1(x) — это e^x − 1 без вычитания.",
        alphaInF: "Далеко слева предел равен −α: в f не хватает α.",
        alphaRight: "α относится только к левой части: справа f — это сам x.",
        alphaInSlope: "Левый наклон равен αe^x: в f′ не хватает α.",
        rightSlope:
          "Правый наклон равен 1: то, что написано для левой части, верно лишь при x ≤ 0.",
        slopeAtKink:
          "В изломе мы условились о левом наклоне: f′(0) = α. Правая часть начинается за 0.",
        slopeIsF: "Производная −1 равна 0: слева f′ — это αe^x, без −1.",
        sides: "e^1000 — это Infinity: справа от 0 f равна x, экспонента только для левой части.",
        blended:
          "NaN при 1000: 0 · Infinity. Выбирайте сторону ветвлением, не умножайте обе на маски.",
        kinkMissing:
          "Излом есть: если α не 1, наклон в 0 скачком меняется от α к 1. Укажите его: [0].",
        kinkTooMany:
          "При α = 1 оба наклона в 0 равны 1, излома нет и список пуст. При другом α единственный излом — в 0.",
      },
    },
  },
};
