import type { Attempts } from "../attempts";
import { crossEntropy } from "./cross-entropy";
import { logSumExp } from "./log-sum-exp";
import { softmax } from "./softmax";
import { softmaxCrossEntropy } from "./softmax-cross-entropy";

export const attempts: readonly Attempts[] = [
  logSumExp,
  softmax,
  crossEntropy,
  softmaxCrossEntropy,
];
