import type { Exercise } from "../../lib/checks";
import { exercises as exercises01 } from "../../lib/exercises/01-logistic-regression";
import { exercises as exercises05 } from "../../lib/exercises/05-activations";
import { attempts as attempts01 } from "./01-logistic-regression";
import { attempts as attempts05 } from "./05-activations";
import type { Attempts } from "./attempts";

/** Attempts at the exercises of every lesson, beside the exercises that have to judge them. */
export const attempts: readonly {
  readonly lesson: string;
  // biome-ignore lint/suspicious/noExplicitAny: exercises of any function, mistakes of any name
  readonly exercises: { readonly [id: string]: Exercise<any, any> };
  readonly functions: readonly Attempts[];
}[] = [
  { lesson: "01-logistic-regression", exercises: exercises01, functions: attempts01 },
  { lesson: "05-activations", exercises: exercises05, functions: attempts05 },
];
