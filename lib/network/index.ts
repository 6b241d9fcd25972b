export { accuracy, classify } from "./accuracy";
export { he, type Initialisation, lecun, normal, xavier } from "./initialisation";
export { type Layer, layer } from "./layer";
export { embedding, linear } from "./layers";
export type { Display } from "./progress";
export { mlp, sequential } from "./sequential";
export {
  type Batches,
  type Epoch,
  type Targets,
  type Training,
  train,
  trainingEpochs,
} from "./train";
