export * from "./activations";
export { checkGradient, numericGradient, relativeError } from "./checks";
export * from "./errors";
export * from "./losses";
export * from "./matrix";
export * from "./multiclass";
export * as plots from "./plots";
export * from "./random";
