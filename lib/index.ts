export * from "./activations";
export * from "./errors";
export * from "./losses";
export * from "./matrix";
export * as plots from "./plots";
export * from "./random";
