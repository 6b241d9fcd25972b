export { activationGallery } from "./activation-gallery";
export { type BoundaryTraining, boundaryTraining, type TrainingStep } from "./boundary-training";
export { type ConfusionMatrix, confusionMatrix } from "./confusion-matrix";
export { type DeadUnitsRun, deadUnits } from "./dead-units";
export { type DescentPaths, descentPaths } from "./descent-paths";
export { type DifferenceErrors, differenceErrors } from "./difference-errors";
export { Figure, type FigureParts } from "./figure";
export { gateRules } from "./gate-rules";
export { type GradientDepth, gradientDepth } from "./gradient-depth";
export { type GradientNoise, gradientNoise } from "./gradient-noise";
export { type HiddenSpace, hiddenSpace } from "./hidden-space";
export { layerDiagram } from "./layer-diagram";
export { type LearningCurve, learningCurves } from "./learning-curves";
export { logLossCurves } from "./log-loss-curves";
export {
  type Duel,
  type MulticlassBoundaries,
  multiclassBoundaries,
} from "./multiclass-boundaries";
export { nextCharacters } from "./next-characters";
export { type ProbabilityMap, probabilityMaps } from "./probability-maps";
export { type ReluApproximation, type ReluFit, reluApproximation } from "./relu-approximation";
export { runningLikelihood } from "./running-likelihood";
export { sigmoidExplorer } from "./sigmoid-explorer";
export { softmaxBars } from "./softmax-bars";
export { type SoftmaxStep, softmaxGradient } from "./softmax-gradient";
export { tangent } from "./tangent";
export { type TrainTestLoss, trainTestLoss } from "./train-test-loss";
export { type TrainAndTest, type TrainingHistory, trainingHistory } from "./training-history";
export {
  PlaneGrid,
  type TrainingRegions,
  type TrainingRun,
  trainingRegions,
} from "./training-regions";
export { type WeightPaths, weightPaths } from "./weight-paths";
export { xorPlane } from "./xor-plane";
