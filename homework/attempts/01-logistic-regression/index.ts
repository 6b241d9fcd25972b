import type { Attempts } from "../attempts";
import { affine } from "./affine";
import { bceWithLogits } from "./bce-with-logits";
import { oneVsOne } from "./one-vs-one";
import { sigmoid } from "./sigmoid";

export const attempts: readonly Attempts[] = [affine, sigmoid, bceWithLogits, oneVsOne];
