import type { Words } from "../../words";
import type { GradientMistake } from "./diagnose";

/** The numbers that a sentence may quote. */
export interface GradientFacts {
  readonly analyticShape: string;
  readonly numericShape: string;
  readonly ratio: string;
  readonly uses: number;
}

export interface GradientWords {
  readonly right: string;
  readonly error: (error: string) => string;
  readonly skipped: (count: number, of: number) => string;
  readonly tooManySkipped: string;
  readonly columns: readonly [entry: string, yours: string, numeric: string, error: string];
  readonly mistakes: { readonly [mistake in GradientMistake]: (facts: GradientFacts) => string };
}

export const gradientWords: Words<GradientWords> = {
  en: {
    right: "Correct.",
    error: (error) => `Largest relative error: ${error}.`,
    skipped: (count, of) => `${count} of ${of} coordinates cross a kink and were skipped.`,
    tooManySkipped:
      "More than a tenth of the coordinates cross a kink: move the input away from the kinks and check again.",
    columns: ["Entry", "Yours", "Numeric", "Relative error"],
    mistakes: {
      transposed: ({ analyticShape, numericShape }) =>
        analyticShape === numericShape
          ? "The transpose agrees: swap the factors of the product."
          : `Right values, transposed (${analyticShape} for ${numericShape}): XᵀdZ, not dZᵀX.`,
      unsummed: ({ analyticShape, numericShape }) =>
        `${analyticShape} for a ${numericShape} bias: one bias serves all rows, so sum dZ over the rows.`,
      shape: ({ analyticShape, numericShape }) =>
        `The gradient has the shape of what it belongs to: ${numericShape} needed, ${analyticShape} came.`,
      notFinite: () =>
        "NaN or Infinity in the gradient: look for ln 0, 0/0 or an exponential that overflows.",
      firstRow: () => "Equals row 0 of dZ: sum all rows.",
      notTransposed: () => "Equals dZ·W: use Wᵀ (a square W hides it).",
      onePath: () => "Equals the gradient of one branch: add both branches.",
      sigmoidTwice: () => "σ applied twice: use s(1−s) with s = σ(x), not σ′(s).",
      sigmoidOfInput: () => "s(1−s) evaluated at the input: use the output.",
      tanhOfInput: () => "1−y² needs the output y = tanh x.",
      zero: () => "All zero: is the graph cut, the seed 0, or the activation Binary?",
      extraEntries: () =>
        "Agrees where the numeric gradient is not 0, and is nonzero where it is: multiply by [Z > 0].",
      sign: () => "Every sign is opposite: p−y, not y−p; does the loss have its minus?",
      notDivided: ({ ratio }) =>
        `The ratio is exactly 1/n (${ratio}): divide by n once, in the loss's gradient.`,
      meanForSum: () => "n times too small: sum, not mean (the 1/n is already in dZ).",
      dividedTwice: ({ ratio }) => `The ratio is n (${ratio}): 1/n was applied twice.`,
      countedOnce: ({ uses }) => `The value is used ${uses} times and was counted once: +=.`,
      twice: () => "Twice too large: a derivative of x² without the ½, or a gradient added twice?",
      half: () => "Half of what it should be: is a factor 2 or one of two paths missing?",
      constant: ({ ratio }) =>
        `Off by the same factor everywhere: multiply by ${ratio}. Where was it lost?`,
      noUpstream: () => "The ratio equals the upstream gradient: multiply by it.",
      updated: () =>
        "The error grows with the learning rate: finish the backward pass before updating.",
      suspicious: () =>
        "Nearly right, which is suspicious: a kink close by, cancellation, or float32 somewhere?",
      unknown: () =>
        "No single cause here: check the intermediate gradients, the one nearest to the loss first.",
    },
  },
};
