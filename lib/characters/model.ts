import { tanh } from "../activations";
import { embedding, type Layer, lecun, linear, normal, sequential } from "../network";
import type { Random } from "../random";
import { symbols } from "./symbols";

/** How many symbols the course's model looks back. */
export const context = 3;

/**
 * From three symbols to the logits of the next: each symbol becomes six learned numbers, the
 * eighteen go through 48 tanh units (Bengio et al. 2003, very small). 2507 parameters; takes n×3
 * symbols, gives n×29 logits.
 */
export function characterModel({ rng }: { readonly rng: Random }): Layer {
  const [size, hidden] = [6, 48];
  return sequential(
    embedding(symbols.length, size, { rng, init: normal(0.5) }),
    linear(context * size, hidden, { rng, init: lecun }),
    tanh,
    linear(hidden, symbols.length, { rng, init: normal(0.05) }),
  );
}
