import { lesson } from "../../checks";
import { backwardExercise } from "./backward";
import { deckGraphExercise } from "./deck-graph";
import { gatesExercise } from "./gates";
import { numericGradientExercise } from "./numeric-gradient";
import { predictions } from "./predictions";

export type { GateBackward } from "./gates";
export { longChain } from "./long-chain";
export { type TraceOptions, trace } from "./trace";
export { type Guess, step, type Walk } from "./walk";

/** What the cells of lesson 07 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "7.1": deckGraphExercise,
    "7.2": gatesExercise,
    "7.3": numericGradientExercise,
    "7.4": backwardExercise,
  },
  predictions,
});
