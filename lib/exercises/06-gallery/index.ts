import { lesson } from "../../checks";
import { bipolarReluExercise } from "./bipolar-relu";
import { eluExercise } from "./elu";
import { predictions } from "./predictions";
import { rreluExercise } from "./rrelu";
import { softplusExercise } from "./softplus";
import { sqnlExercise } from "./sqnl";

export { depthShare, flatShare, meanOutput } from "./measure";

/** What the cells of lesson 06 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "6.1": softplusExercise,
    "6.2": eluExercise,
    "6.3": rreluExercise,
    "6.4": bipolarReluExercise,
    "6.5": sqnlExercise,
  },
  predictions,
});
