import { lesson } from "../../checks";
import { activationBackwardExercise } from "./activation-backward";
import { deadShareExercise } from "./dead-share";
import { predictions } from "./predictions";
import { tanhStableExercise } from "./tanh-stable";

export { gradientNorms } from "./gradient-norms";

/** What the cells of lesson 05 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "5.1": activationBackwardExercise,
    "5.2": tanhStableExercise,
    "5.3": deadShareExercise,
  },
  predictions,
});
