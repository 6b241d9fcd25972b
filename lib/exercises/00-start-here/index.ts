import { lesson } from "../../checks";
import { meanExercise } from "./mean";
import { predictions } from "./predictions";

/** What the cells of the start page call: one exercise and one guess, to see how they work. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: { "0.1": meanExercise },
  predictions,
});
