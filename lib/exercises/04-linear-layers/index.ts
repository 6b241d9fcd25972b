import { lesson } from "../../checks";
import { collapseExercise } from "./collapse";
import { parameterCountExercise } from "./parameter-count";
import { predictions } from "./predictions";
import { xorWeightsExercise } from "./xor-weights";

/** What the cells of lesson 04 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "4.1": collapseExercise,
    "4.2": xorWeightsExercise,
    "4.3": parameterCountExercise,
  },
  predictions,
});
