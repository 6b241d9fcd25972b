import { softplus } from "../../activations";
import { type Exercise, T9 } from "../../checks";
import { type Random, uniform } from "../../random";
import {
  type Asked,
  ask,
  formulaIs,
  kinksAre,
  type OwnActivation,
  somewhere,
} from "./own-activation";

const { exp, log, log1p, log2, abs, max } = Math;

const sigma = (x: number) => 1 / (1 + exp(-x));
const stable = (x: number) => max(x, 0) + log1p(exp(-abs(x)));

const places = (rng: Random, n: number, reach: number) => [
  ...uniform(rng, 1, n, -reach, reach).data,
];

export const softplusExercise: Exercise<
  Asked,
  | "overflow"
  | "noMax"
  | "mirrored"
  | "relu"
  | "logarithm"
  | "slopeNaN"
  | "sigmoidsRule"
  | "sigmoidsSlope"
  | "slopeMirrored"
  | "kinks",
  OwnActivation
> = {
  id: "6.1",
  name: "softplus",
  parameters: ["part", "x"],
  points: 3,
  reference: softplus,
  close: T9,
  observe: ask,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        ["f", [-3, 0, 3]],
        ["df", [-3, 0, 3]],
      ],
    },
    {
      name: "hard",
      share: 1.5,
      inputs: (rng) => [
        ["f", [-1000, 0.5, 1000]],
        ["f", [1000, 40, -40, -1000]],
        ["f", places(rng, 8, 6)],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        ["df", places(rng, 8, 6)],
        ["df", [1000, -1000, 0.1, 40, -40]],
        ["kinks", []],
      ],
    },
  ],
  diagnoses: [
    { mistake: "noMax", sign: formulaIs("f", (x) => log1p(exp(-abs(x)))) },
    { mistake: "mirrored", sign: formulaIs("f", (x) => stable(-x)) },
    { mistake: "mirrored", sign: formulaIs("f", (x) => log(1 + exp(-x))) },
    { mistake: "relu", sign: formulaIs("f", (x) => max(x, 0)) },
    { mistake: "logarithm", sign: formulaIs("f", (x) => max(x, 0) + log2(1 + exp(-abs(x)))) },
    { mistake: "logarithm", sign: formulaIs("f", (x) => log2(1 + exp(x))) },
    {
      mistake: "logarithm",
      sign: formulaIs("f", (x) => max(x, 0) + Math.log10(1 + exp(-abs(x)))),
    },
    { mistake: "logarithm", sign: formulaIs("f", (x) => Math.log10(1 + exp(x))) },
    {
      mistake: "overflow",
      sign: somewhere("f", (x, got) => abs(x) >= 1000 && !Number.isFinite(got)),
    },
    { mistake: "sigmoidsRule", sign: formulaIs("df", (x) => stable(x) * (1 - stable(x))) },
    { mistake: "sigmoidsSlope", sign: formulaIs("df", (x) => sigma(x) * (1 - sigma(x))) },
    { mistake: "slopeMirrored", sign: formulaIs("df", (x) => sigma(-x)) },
    { mistake: "slopeMirrored", sign: formulaIs("df", (x) => -sigma(-x)) },
    { mistake: "slopeNaN", sign: somewhere("df", (x, got) => x >= 1000 && Number.isNaN(got)) },
    { mistake: "kinks", sign: kinksAre("too many") },
  ],
  words: {
    en: {
      hints: [
        "You have met this before: the loss of exercise 1.3 is the same function. What is e^1000?",
        "$\\ln(1 + e^x) = \\max(x, 0) + \\ln(1 + e^{-|x|})$, and the slope is $\\sigma(x)$.",
        "f: `Math.max(x, 0) + Math.log1p(…)`, where the exponent inside is never above 0. For f′ there is a function that you wrote in lesson 01, and that `nn` has, too.",
      ],
      mistakes: {
        overflow: "Infinity at 1000: e^1000 is too large for a float64. Exponentiate −|x| only.",
        noMax: "Wrong for x > 0: ln(1 + e^(−|x|)) still lacks max(x, 0).",
        mirrored:
          "This is the function seen in a mirror: it grows to the left. The exponent is +x.",
        relu: "This is ReLU, the two straight lines. SoftPlus rounds the corner: ln(1 + e^(−|x|)) comes on top.",
        logarithm: "Another base: the natural logarithm is wanted, Math.log or Math.log1p.",
        slopeNaN: "NaN at 1000 in f′: Infinity/Infinity. 1/(1 + e^(−x)) is the same slope.",
        sigmoidsRule:
          "f(1 − f) is the sigmoid's rule, and f is not the sigmoid here. Derive ln(1 + e^x) anew: the chain rule gives σ(x).",
        sigmoidsSlope:
          "One derivative too many: σ(1 − σ) is the slope of the slope. f′ is σ itself.",
        slopeMirrored:
          "This slope is large on the left, where the function is flat: f′ = σ(x), with e^(−x) below the line.",
        kinks: "SoftPlus has no kink: its slope changes smoothly everywhere, so the list is empty.",
      },
    },
    ru: {
      hints: [
        "Вы это уже встречали: функция потерь из упражнения 1.3 — та же самая. Чему равно e^1000?",
        "$\\ln(1 + e^x) = \\max(x, 0) + \\ln(1 + e^{-|x|})$, а наклон — $\\sigma(x)$.",
        "f: `Math.max(x, 0) + Math.log1p(…)`, и показатель внутри никогда не больше 0. Для f′ есть функция, которую вы написали в уроке 01; она есть и в `nn`.",
      ],
      mistakes: {
        overflow:
          "Infinity при 1000: e^1000 не помещается в float64. Возводите e только в степень −|x|.",
        noMax: "Неверно при x > 0: к ln(1 + e^(−|x|)) не прибавлено max(x, 0).",
        mirrored: "Это функция в зеркале: она растёт влево. Показатель — +x.",
        relu: "Это ReLU, две прямые. SoftPlus скругляет угол: сверху прибавляется ln(1 + e^(−|x|)).",
        logarithm: "Основание другое: нужен натуральный логарифм, Math.log или Math.log1p.",
        slopeNaN: "NaN при 1000 в f′: Infinity/Infinity. 1/(1 + e^(−x)) — тот же наклон.",
        sigmoidsRule:
          "f(1 − f) — правило сигмоиды, а f здесь не сигмоида. Продифференцируйте ln(1 + e^x) заново: правило сложной функции даёт σ(x).",
        sigmoidsSlope:
          "Одной производной больше, чем надо: σ(1 − σ) — наклон наклона. f′ — сама σ.",
        slopeMirrored:
          "Этот наклон велик слева, где функция плоская: f′ = σ(x), под чертой стоит e^(−x).",
        kinks: "У SoftPlus изломов нет: наклон всюду меняется плавно, и список пуст.",
      },
    },
  },
};
