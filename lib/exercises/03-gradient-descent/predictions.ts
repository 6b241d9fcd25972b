import { countOf, magnitudes, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "3.a": numbers([0.3486784, 0, 0.3486784, 1, 2.593742], 0.01, {
    en: {
      answer: "[0.3486784, 0, 0.3486784, 1, 2.593742]",
      reason:
        "Each step multiplies w by 1 − lr: ten steps by its tenth power. Rate 1 lands in the valley at once, 1.9 jumps over it and back and comes as near as 0.1 does, 2 jumps for ever between 1 and −1, 2.1 flies away.",
    },
    ru: {
      answer: "[0.3486784, 0, 0.3486784, 1, 2.593742]",
      reason:
        "Каждый шаг умножает w на 1 − lr, десять шагов — на десятую степень этого числа. При скорости 1 мы сразу на дне, при 1,9 прыгаем через него туда и обратно и подходим так же близко, как при 0,1, при 2 вечно прыгаем между 1 и −1, при 2,1 улетаем прочь.",
    },
  }),
  "3.b": {
    // How far, so the sign is left open. After 50 steps of a factor 1.1 nobody knows three digits by
    // heart: the power of ten counts.
    accepts: ([gentle, edge, steep]: readonly number[]) =>
      Math.abs(gentle) < 0.05 &&
      Math.abs(edge) === 1 &&
      Math.abs(steep) >= 37 &&
      Math.abs(steep) <= 370,
    misread: countOf(3),
    words: {
      en: {
        answer: "[0.00001427248, 1, 117.3909]",
        reason:
          "The steep direction has slope 10·w₂, so a step multiplies w₂ by 1 − 10·lr: by −0.8, −1 and −1.1. The limit is 2/λ = 0.2, with λ = 10 the steepest curvature; the gentle direction has to live with a rate that suits the steep one.",
      },
      ru: {
        answer: "[0.00001427248, 1, 117.3909]",
        reason:
          "В крутом направлении наклон 10·w₂, и шаг умножает w₂ на 1 − 10·lr: на −0,8, −1 и −1,1. Предел — 2/λ = 0,2, где λ = 10 — самая крутая кривизна; пологому направлению приходится жить со скоростью, которая подходит крутому.",
      },
    },
  },
  "3.c": numbers([4, 40, 4000], 0, {
    en: {
      answer: "[4, 40, 4000]",
      reason:
        "Four bytes each: 4 MB, 40 MB, and 4 GB only for a thousand million. (A slide often shown with this arithmetic gives 4 GB for ten million: a factor of 100 too much.)",
    },
    ru: {
      answer: "[4, 40, 4000]",
      reason:
        "По четыре байта: 4 МБ, 40 МБ, и 4 ГБ — только для миллиарда. (На слайде, который часто показывают с этим подсчётом, 4 ГБ выходит уже для десяти миллионов: в 100 раз больше, чем на самом деле.)",
    },
  }),
  "3.d": numbers([60, 47], 0, {
    en: {
      answer: "[60, 47]",
      reason: "59 full batches hold 3776 samples; the 60th has the remaining 47.",
    },
    ru: {
      answer: "[60, 47]",
      reason: "59 полных пакетов содержат 3776 примеров, в 60-м — оставшиеся 47.",
    },
  }),
  "3.e": magnitudes([1.31, 0.653, 0.327, 0.163], 1.2, {
    en: {
      answer: "[1.3, 0.642, 0.321, 0.162]",
      reason:
        "Measured; theory says [1.31, 0.653, 0.327, 0.163]. Four times the samples halve the error: it falls as 1/√B. The first samples of a batch tell most.",
    },
    ru: {
      answer: "[1.3, 0.642, 0.321, 0.162]",
      reason:
        "Это измерено; теория даёт [1.31, 0.653, 0.327, 0.163]. Вчетверо больше примеров — вдвое меньше ошибка: она убывает как 1/√B. Больше всего говорят первые примеры пакета.",
    },
  }),
} as const;
