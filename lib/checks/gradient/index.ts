export { checkGradient, GradientReport } from "./check-gradient";
export type { GradientMistake } from "./diagnose";
export type { GradientContext, WrongFormula } from "./evidence";
export { numericGradient } from "./numeric";
