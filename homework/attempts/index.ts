import type { Exercise } from "../../lib/checks";
import { exercises as exercises01 } from "../../lib/exercises/01-logistic-regression";
import { exercises as exercises02 } from "../../lib/exercises/02-softmax";
import { exercises as exercises03 } from "../../lib/exercises/03-gradient-descent";
import { exercises as exercises04 } from "../../lib/exercises/04-linear-layers";
import { exercises as exercises05 } from "../../lib/exercises/05-activations";
import { exercises as exercises06 } from "../../lib/exercises/06-gallery";
import { exercises as exercises07 } from "../../lib/exercises/07-backpropagation";
import { exercises as exercises08 } from "../../lib/exercises/08-full-exercise";
import { attempts as attempts01 } from "./01-logistic-regression";
import { attempts as attempts02 } from "./02-softmax";
import { attempts as attempts03 } from "./03-gradient-descent";
import { attempts as attempts04 } from "./04-linear-layers";
import { attempts as attempts05 } from "./05-activations";
import { attempts as attempts06 } from "./06-gallery";
import { attempts as attempts07 } from "./07-backpropagation";
import { attempts as attempts08 } from "./08-full-exercise";
import type { Attempts } from "./attempts";

/** Attempts at the exercises of every lesson, beside the exercises that have to judge them. */
export const attempts: readonly {
  readonly lesson: string;
  // biome-ignore lint/suspicious/noExplicitAny: exercises of any function, mistakes of any name
  readonly exercises: { readonly [id: string]: Exercise<any, any, any> };
  readonly functions: readonly Attempts[];
}[] = [
  { lesson: "01-logistic-regression", exercises: exercises01, functions: attempts01 },
  { lesson: "02-softmax", exercises: exercises02, functions: attempts02 },
  { lesson: "03-gradient-descent", exercises: exercises03, functions: attempts03 },
  { lesson: "04-linear-layers", exercises: exercises04, functions: attempts04 },
  { lesson: "05-activations", exercises: exercises05, functions: attempts05 },
  { lesson: "06-gallery", exercises: exercises06, functions: attempts06 },
  { lesson: "07-backpropagation", exercises: exercises07, functions: attempts07 },
  { lesson: "08-full-exercise", exercises: exercises08, functions: attempts08 },
];
