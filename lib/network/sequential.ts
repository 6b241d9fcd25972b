import type { LibraryActivation } from "../activations";
import type { Operand, Tensor } from "../autograd";
import { ValueError } from "../errors";
import { requireFunction } from "../matrix/types";
import { type Random, requireRandom } from "../random";
import { he, type Initialisation } from "./initialisation";
import { type Layer, layer } from "./layer";
import { activation, linear } from "./layers";

/**
 * Layers and activations, each taking what the one before gives:
 * `sequential(linear(2, 32, { rng }), tanh, linear(32, 3, { rng }))`.
 * Its parameters are named by their place: W1, b1, W2, b2. A layer that stands in two places has
 * its parameters once.
 */
export function sequential(...parts: readonly (Layer | LibraryActivation)[]): Layer {
  parts.forEach((part, k) => {
    requireFunction("sequential", `part ${k}`, part, "nn.linear(2, 8, { rng }) or nn.relu");
  });
  const layers = parts.map((part) => (isLayer(part) ? part : activation(part)));
  const parameters = [...new Set(layers.flatMap((part) => part.parameters()))];
  number(parameters);
  return layer((X) => layers.reduce<Operand>((H, part) => part(H), X) as Tensor, parameters);
}

/** An activation has parameters, too, but they are numbers. */
const isLayer = (part: Layer | LibraryActivation): part is Layer =>
  typeof part.parameters === "function";

/** Numbers the parameters that share a letter. */
function number(parameters: readonly Tensor[]): void {
  const letter = ({ name = "" }: Tensor) => name.replace(/\d+$/, "");
  for (const shared of new Set(parameters.map(letter))) {
    const namesakes = parameters.filter((parameter) => letter(parameter) === shared);
    if (namesakes.length > 1)
      namesakes.forEach((parameter, k) => {
        parameter.named(`${shared}${k + 1}`);
      });
  }
}

/**
 * A multilayer perceptron: linear layers with an activation between each two, none at the end.
 * `mlp([64, 32, 10], { activation: relu, rng })` takes n×64 and gives n×10 logits. The weights are
 * drawn layer after layer.
 */
export function mlp(
  sizes: readonly number[],
  options: { activation: LibraryActivation; rng: Random; init?: Initialisation },
): Layer {
  const { activation: f, rng, init = he } = { ...options };
  const isCount = (size: number) => Number.isInteger(size) && size > 0;
  if (!Array.isArray(sizes) || sizes.length < 2 || !sizes.every(isCount)) {
    const got = Array.isArray(sizes) ? `[${sizes.join(", ")}]` : String(sizes);
    throw new ValueError({
      en: `mlp: need the numbers of units, inputs first and outputs last, as in [64, 32, 10]; got ${got}.`,
      ru: `mlp: нужны числа нейронов, сначала входы, в конце выходы, как в [64, 32, 10]; получено ${got}.`,
    });
  }
  requireRandom("mlp", rng);
  requireFunction("mlp", "activation", f, "nn.relu");
  const layers = sizes.slice(1).map((outputs, k) => linear(sizes[k], outputs, { rng, init }));
  return sequential(...layers.flatMap((part, k) => (k === 0 ? [part] : [f, part])));
}
