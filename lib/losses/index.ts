export { bceWithLogits } from "./binary";
export { crossEntropy, softmaxCrossEntropy } from "./cross-entropy";
export { logSumExp, softmax } from "./softmax";
export { meanSquaredError } from "./squared-error";
