export { activate, activateWith, relu, sigmoid, tanh } from "./activations";
export { add, div, exp, log, mul, neg, pow, sub } from "./arithmetic";
export { backward, lineage, type Visit, visits, zeroGrad } from "./backward";
export { bceWithLogits, meanSquaredError, softmax, softmaxCrossEntropy } from "./losses";
export { noGrad } from "./operation";
export { affine, matmul, transpose } from "./product";
export { logSumExp, max, mean, sum } from "./reductions";
export { hstack, reshape, sliceColumns, sliceRows, takeRows, vstack } from "./selection";
export { named, type Operand, type Origin, Tensor, tensor } from "./tensor";
