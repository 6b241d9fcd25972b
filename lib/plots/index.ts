export { type BoundaryTraining, boundaryTraining, type TrainingStep } from "./boundary-training";
export { Figure, type FigureParts } from "./figure";
export { layerDiagram } from "./layer-diagram";
export { logLossCurves } from "./log-loss-curves";
export {
  type Duel,
  type MulticlassBoundaries,
  multiclassBoundaries,
} from "./multiclass-boundaries";
export { sigmoidExplorer } from "./sigmoid-explorer";
