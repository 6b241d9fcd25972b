import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "7.a": numbers([2, 3, 20.08553692, 21.08553692], 0.02, {
    en: {
      answer: "[2, 3, 20.08553692, 21.08553692]",
      reason:
        "a = 2·1, b = 2 + 1, c = e³ and f = c + 1. Slides like to write 20 and 21; keep all digits, as the derivatives are made from them.",
    },
  }),
  "7.b": numbers([1, 1], 0, {
    en: {
      answer: "[1, 1]",
      reason:
        "df/df = 1: a thing changes as much as itself. And f = c + 1, so df/dc = df/df · ∂f/∂c = 1 · 1. (A slide wrote df/dc = df/dc · dc/dc here, which says nothing: the answer stands on both sides.)",
    },
  }),
  "7.c": choice({ en: ["always", "only here"] }, "only here", {
    en: {
      answer: "only here",
      reason:
        "df/dw₁ = x · df/dw₀, and here x = 1. With x = 0.5, w₀ = −1, w₁ = 3 they are 1.648721271 and 0.8243606354.",
    },
  }),
  "7.d": choice({ en: ["13.02", "14.44", "20.88"] }, "14.44", {
    en: {
      answer: "14.44",
      reason:
        "The slope promises a fall of 2 · 0.01 · 20.0855² = 8.07, down to 13.02. But the slope itself gets smaller on the way, so it is 14.440725: a gradient is exact only for steps that are short.",
    },
  }),
  "7.e": choice({ en: ["0.1", "0.000006", "0.0000000000001"] }, "0.000006", {
    en: {
      answer: "0.000006",
      reason:
        "A large step sees the curve instead of the slope; a tiny one subtracts two numbers that are the same in nearly all digits. The best step is near the cube root of the machine's precision, 6.06e-6.",
    },
  }),
  "7.f": number(2, 0, {
    en: {
      answer: "2",
      reason:
        "p is used in r = p·q and in s = r + p, so two gradients arrive. They are added: a change of p works by both ways at once.",
    },
  }),
} as const;
