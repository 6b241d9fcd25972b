export { buildDataset, type Transitions } from "./dataset";
export { characterModel } from "./model";
export { inventName, nextLogits, sampleIndex } from "./sample";
export { decode, encode, symbols } from "./symbols";
