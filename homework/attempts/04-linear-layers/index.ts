import type { Attempts } from "../attempts";
import { collapse } from "./collapse";
import { parameterCount } from "./parameter-count";
import { xorWeights } from "./xor-weights";

export const attempts: readonly Attempts[] = [collapse, xorWeights, parameterCount];
