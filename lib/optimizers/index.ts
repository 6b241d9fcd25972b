export { minibatches } from "./minibatches";
export { Optimizer, type Rule } from "./optimizer";
export { adam, momentum, sgd } from "./rules";
