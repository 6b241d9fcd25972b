import type { Attempts } from "../attempts";
import { buildDataset } from "./build-dataset";
import { linearBackward } from "./linear-backward";
import { mlpLossAndGrads } from "./mlp-loss-and-grads";
import { sampleIndex } from "./sample-index";
import { trainDigits } from "./train-digits";

export const attempts: readonly Attempts[] = [
  linearBackward,
  mlpLossAndGrads,
  trainDigits,
  buildDataset,
  sampleIndex,
];
