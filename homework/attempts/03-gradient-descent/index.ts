import type { Attempts } from "../attempts";
import { descend } from "./descend";
import { minibatches } from "./minibatches";
import { momentumStep } from "./momentum-step";
import { trainSoftmax } from "./train-softmax";

export const attempts: readonly Attempts[] = [descend, minibatches, trainSoftmax, momentumStep];
