import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "2.a": number(2, 0, {
    en: {
      answer: "2",
      reason:
        "Counted from 0: the shares are [0.1752904, 0.03911257, 0.785597], and the third class has the largest. Its logit was the largest, too: softmax keeps the order.",
    },
  }),
  "2.b": choice({ en: ["all grow", "all shrink", "same"] }, "same", {
    en: {
      answer: "same",
      reason:
        "The factor $e^{100}$ stands in every numerator and in the sum below, and cancels. Only differences of logits count.",
    },
  }),
  "2.c": number(0.567, 0.0005, {
    en: {
      answer: "0.567",
      reason:
        "The probabilities of what happened are 0.9, 0.9 and 0.7; their product is 0.567, its logarithm −0.567396 (the likeness is an accident), and minus the mean of the logarithms 0.189132.",
    },
  }),
  "2.d": choice({ en: ["0.2", "1", "Infinity"] }, "Infinity", {
    en: {
      answer: "Infinity",
      reason:
        "What happened was called impossible: the product is 0, its logarithm −Infinity. No later sample can make up for it.",
    },
  }),
  "2.e": number(814, 60, {
    en: {
      answer: "814",
      reason:
        "The smallest positive float64 is 4.9e-324, and $0.4^{814}$ is below half of it. The sum of logarithms at 1000 samples is a harmless −916.29073. Anything within 60 counts as right.",
    },
  }),
  "2.f": numbers([Math.log(3), Math.log(10)], 0.005, {
    en: {
      answer: "[1.098612, 2.302585]",
      reason:
        "A model that knows nothing gives every class 1/K, and its surprise is $-\\ln(1/K) = \\ln K$. If the first loss of a training is something else, look for a mistake before you wait for it to learn.",
    },
  }),
} as const;
