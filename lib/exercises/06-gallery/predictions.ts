import { choice, magnitudes, number } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "6.a": choice({ en: ["tanh", "arctan", "softsign", "ISRU", "sigmoid"] }, "arctan", {
    en: {
      answer: "arctan",
      reason:
        "At 10 the slopes are 8.245e-9 for tanh, 0.009901 for arctan, 0.008264 for SoftSign, 0.0009852 for ISRU and 4.54e-5 for the sigmoid. A slope that falls as $1/x^2$ is small, one that falls as $e^{-x}$ is gone.",
    },
  }),
  "6.b": number(Math.LN2, 0.005, {
    en: {
      answer: "0.6931472",
      reason: "$\\ln(1 + e^0) = \\ln 2$. SoftPlus is nowhere 0, and at 0 it is furthest from ReLU.",
    },
  }),
  "6.c": magnitudes([1e-20], 2, {
    en: {
      answer: "[1e-20]",
      reason:
        "$0.01^{10}$. A leak keeps a unit from dying; it doesn't carry a gradient through ten layers.",
    },
  }),
  "6.d": choice({ en: ["none", "at 0", "at −2 and 2", "at −2, 0 and 2"] }, "none", {
    en: {
      answer: "none",
      reason:
        "The slope arrives at 0 from both sides with the value 1, and at ±2 with the value 0. It has corners there, but it doesn't jump: the curve itself is smooth.",
    },
  }),
  "6.e": number(0, 0, {
    en: {
      answer: "0",
      reason:
        "Exactly 0, in every step: the slope of Binary is 0 wherever there is one. Only the output layer learns, on hidden features that stay as they were drawn.",
    },
  }),
  "6.f": number(157, 15, {
    en: {
      answer: "157",
      reason:
        "The layers collapse into one, and three straight borders between three arms of a spiral get about half of the points. Guessing gets 100. Anything within 15 counts as right.",
    },
  }),
} as const;
