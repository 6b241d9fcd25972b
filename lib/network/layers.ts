import type { ActivationFamily, LibraryActivation } from "../activations";
import { activate, activateWith, affine, reshape, Tensor, takeRows, tensor } from "../autograd";
import { IndexError } from "../errors";
import { type Matrix, zeros } from "../matrix";
import { requireSizes } from "../matrix/create";
import { requireFunction, requireMatrices } from "../matrix/types";
import { type Random, requireRandom } from "../random";
import { he, type Initialisation } from "./initialisation";
import { type Layer, layer } from "./layer";

/**
 * X·W + b, where W is drawn by `init` and b starts at 0.
 * The layer takes n × inputs and gives n × outputs.
 */
export function linear(
  inputs: number,
  outputs: number,
  options: { rng: Random; init?: Initialisation },
): Layer {
  const { rng, init = he } = { ...options };
  requireSizes("linear", { inputs, outputs });
  requireRandom("linear", rng);
  const W = tensor(init(rng, inputs, outputs)).named("W");
  const b = tensor(zeros(1, outputs)).named("b");
  return layer((X) => affine(X, W, b), [W, b]);
}

/**
 * A learned row of numbers for each symbol (Bengio et al. 2003). The layer takes n × k symbols,
 * numbered from 0, and gives n × k·size: the rows of a sample's symbols beside one another.
 */
export function embedding(
  symbols: number,
  size: number,
  options: { rng: Random; init: Initialisation },
): Layer {
  const { rng, init } = { ...options };
  requireSizes("embedding", { symbols, size });
  requireRandom("embedding", rng);
  requireFunction("embedding", "init", init, "nn.normal(0.5)");
  const C = tensor(init(rng, symbols, size)).named("C");
  return layer(
    (X) => {
      const value = (X instanceof Tensor ? X.value : X) as Matrix;
      requireMatrices("embedding", { X: value });
      const stranger = value.data.find((s) => !(Number.isInteger(s) && s >= 0 && s < symbols));
      if (stranger !== undefined)
        throw new IndexError({
          en: `embedding: symbols have the numbers 0 to ${symbols - 1}, got ${stranger}.`,
          ru: `embedding: номера символов — от 0 до ${symbols - 1}, получено ${stranger}.`,
        });
      return reshape(takeRows(C, value.data), value.rows, value.cols * size);
    },
    [C],
  );
}

/** f of every entry. If f has a parameter that a network learns, this layer learns it. */
export function activation(f: LibraryActivation): Layer {
  if (!("a" in f.dParameters)) return layer((X) => activate(f, X), []);
  const a = tensor(f.parameters.a).named("a");
  return layer((X) => activateWith(f as ActivationFamily<{ a: number }>, X, a), [a]);
}
