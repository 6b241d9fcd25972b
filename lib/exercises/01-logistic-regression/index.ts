import { lesson } from "../../checks";
import { affineExercise } from "./affine";
import { bceExercise } from "./bce-with-logits";
import { oneVsOneExercise } from "./one-vs-one";
import { predictions } from "./predictions";
import { sigmoidExercise } from "./sigmoid";

/** What the cells of lesson 01 call. */
export const { check, hint, predict, reveal, exercises } = lesson({
  exercises: {
    "1.1": affineExercise,
    "1.2": sigmoidExercise,
    "1.3": bceExercise,
    "1.4": oneVsOneExercise,
  },
  predictions,
});
