import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "8.a": numbers([4, 6], 0, {
    en: {
      answer: "[4, 6]",
      reason:
        "dW has the shape of W, always: X is 5×4 and Z is 5×6, so W and dW are 4×6. Of all products of X and dZ, only XᵀdZ has it.",
    },
    ru: {
      answer: "[4, 6]",
      reason:
        "Размер dW — всегда размер W: X — 5×4, Z — 5×6, поэтому W и dW — 4×6. Из всех произведений X и dZ такой размер только у XᵀdZ.",
    },
  }),
  "8.b": number(2410, 0, {
    en: {
      answer: "2410",
      reason: "64·32 weights and 32 biases, then 32·10 and 10: 2080 + 330 = 2410.",
    },
    ru: {
      answer: "2410",
      reason: "64·32 весов и 32 смещения, затем 32·10 и 10: 2080 + 330 = 2410.",
    },
  }),
  "8.c": number(Math.LN10, 0.005, {
    en: {
      answer: "2.302585",
      reason:
        "ln 10: who gives every digit 1/10 is surprised by −ln 0.1 each time. Fresh random weights are a little worse, since they have opinions.",
    },
    ru: {
      answer: "2.302585",
      reason:
        "ln 10: кто каждой цифре даёт 1/10, тот каждый раз удивлён на −ln 0,1. Со свежими случайными весами чуть хуже, потому что у них уже есть мнение.",
    },
  }),
  "8.d": choice(
    { en: ["3 as 5", "4 as 9", "8 as 1"], ru: ["3 как 5", "4 как 9", "8 как 1"] },
    "8 as 1",
    {
      en: {
        answer: "8 as 1",
        reason:
          "18 times, more than twice as often as anything else. In 8×8 pixels a slim 8 is a thick stroke, and so is a 1. Hover the cell to see them.",
      },
      ru: {
        answer: "8 как 1",
        reason:
          "18 раз, больше чем вдвое чаще любой другой ошибки. В пикселях 8×8 узкая восьмёрка — толстая черта, и единица тоже. Наведите указатель на клетку, чтобы их увидеть.",
      },
    },
  ),
  "8.e": number(3.367296, 0.005, {
    en: {
      answer: "3.367296",
      reason: "ln 29: the dot, 26 letters, the space and the hyphen, all equally likely.",
    },
    ru: {
      answer: "3.367296",
      reason: "ln 29: точка, 26 букв, пробел и дефис, все одинаково вероятны.",
    },
  }),
  "8.f": choice(
    {
      en: ["always the same", "pure noise", "only dots"],
      ru: ["всегда одно и то же", "чистый шум", "одни точки"],
    },
    "always the same",
    {
      en: {
        answer: "always the same",
        reason:
          "A small T stretches all differences between logits, until the largest takes everything: argmax. A large T makes all symbols alike, and the names become noise.",
      },
      ru: {
        answer: "всегда одно и то же",
        reason:
          "Малая T растягивает все разности логитов, пока самый большой не заберёт всё: это argmax. Большая T делает все символы одинаковыми, и названия становятся шумом.",
      },
    },
  ),
  "8.g": choice(
    {
      en: ["falls as well", "falls, then rises", "rises at once"],
      ru: ["тоже падают", "падают, потом растут", "сразу растут"],
    },
    "falls, then rises",
    {
      en: {
        answer: "falls, then rises",
        reason:
          "First the model learns what all such names share, then what only these 180 have. With 24 names the second begins almost at once.",
      },
      ru: {
        answer: "падают, потом растут",
        reason:
          "Сначала модель узнаёт то, что у всех таких названий общее, потом — то, что есть только у этих 180. С 24 названиями второе начинается почти сразу.",
      },
    },
  ),
} as const;
