import { lesson } from "../../checks";
import { buildDatasetExercise } from "./build-dataset";
import { linearBackwardExercise } from "./linear-backward";
import { mlpLossAndGradsExercise } from "./mlp-loss-and-grads";
import { predictions } from "./predictions";
import { sampleIndexExercise } from "./sample-index";
import { trainDigitsExercise } from "./train-digits";

export { accuse, examine, suspects } from "./bug-hunt";
export { guessLists, type Inventor, newName, riddlesOf } from "./which-list";

/** What the cells of lesson 08 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "8.1": linearBackwardExercise,
    "8.2": mlpLossAndGradsExercise,
    "8.3": trainDigitsExercise,
    "8.4": buildDatasetExercise,
    "8.5": sampleIndexExercise,
  },
  predictions,
});
