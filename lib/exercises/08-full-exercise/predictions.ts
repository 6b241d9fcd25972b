import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "8.a": numbers([4, 6], 0, {
    en: {
      answer: "[4, 6]",
      reason:
        "dW has the shape of W, always: X is 5×4 and Z is 5×6, so W and dW are 4×6. Of all products of X and dZ, only XᵀdZ has it.",
    },
  }),
  "8.b": number(2410, 0, {
    en: {
      answer: "2410",
      reason: "64·32 weights and 32 biases, then 32·10 and 10: 2080 + 330 = 2410.",
    },
  }),
  "8.c": number(Math.LN10, 0.005, {
    en: {
      answer: "2.302585",
      reason:
        "ln 10: who gives every digit 1/10 is surprised by −ln 0.1 each time. Fresh random weights are a little worse, since they have opinions.",
    },
  }),
  "8.d": choice({ en: ["3 as 5", "4 as 9", "8 as 1"] }, "8 as 1", {
    en: {
      answer: "8 as 1",
      reason:
        "18 times, more than twice as often as anything else. In 8×8 pixels a slim 8 is a thick stroke, and so is a 1. Hover the cell to see them.",
    },
  }),
  "8.e": number(3.367296, 0.005, {
    en: {
      answer: "3.367296",
      reason: "ln 29: the dot, 26 letters, the space and the hyphen, all equally likely.",
    },
  }),
  "8.f": choice({ en: ["always the same", "pure noise", "only dots"] }, "always the same", {
    en: {
      answer: "always the same",
      reason:
        "A small T stretches all differences between logits, until the largest takes everything: argmax. A large T makes all symbols alike, and the names become noise.",
    },
  }),
  "8.g": choice(
    { en: ["falls as well", "falls, then rises", "rises at once"] },
    "falls, then rises",
    {
      en: {
        answer: "falls, then rises",
        reason:
          "First the model learns what all such names share, then what only these 180 have. With 24 names the second begins almost at once.",
      },
    },
  ),
} as const;
