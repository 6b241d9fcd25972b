import { lesson } from "../../checks";
import { crossEntropyExercise } from "./cross-entropy";
import { logSumExpExercise } from "./log-sum-exp";
import { predictions } from "./predictions";
import { softmaxExercise } from "./softmax";
import { softmaxCrossEntropyExercise } from "./softmax-cross-entropy";

/** What the cells of lesson 02 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "2.1": logSumExpExercise,
    "2.2": softmaxExercise,
    "2.3": crossEntropyExercise,
    "2.4": softmaxCrossEntropyExercise,
  },
  predictions,
});
