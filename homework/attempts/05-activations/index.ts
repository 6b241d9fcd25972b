import type { Attempts } from "../attempts";
import { activationBackward } from "./activation-backward";
import { deadShare } from "./dead-share";
import { tanhStable } from "./tanh-stable";

export const attempts: readonly Attempts[] = [activationBackward, tanhStable, deadShare];
