export * from "./activations";
export * from "./errors";
export * from "./losses";
export * from "./matrix";
export * from "./random";
