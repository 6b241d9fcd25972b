import { lesson } from "../../checks";
import { descendExercise } from "./descend";
import { minibatchesExercise } from "./minibatches";
import { momentumStepExercise } from "./momentum-step";
import { predictions } from "./predictions";
import { trainSoftmaxExercise } from "./train-softmax";

/** What the cells of lesson 03 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "3.1": descendExercise,
    "3.2": minibatchesExercise,
    "3.3": trainSoftmaxExercise,
    "3.4": momentumStepExercise,
  },
  predictions,
});
