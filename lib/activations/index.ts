import type { LibraryActivation } from "./activation";
import { bipolarRelu } from "./bipolar";
import { arctan, sigmoid, softsign, sqnl, tanh } from "./bounded";
import { isrlu, isru } from "./inverse-root";
import { elu, leakyRelu, parametricRelu, randomizedRelu, relu } from "./rectifiers";
import { softplus } from "./softplus";
import { binary, identity } from "./straight";

export type {
  Activation,
  ActivationFamily,
  LibraryActivation,
  ParameterValues,
  Traits,
  Unit,
} from "./activation";
export { type Mode, type RandomizedLayer, rrelu } from "./rrelu";
export {
  arctan,
  binary,
  bipolarRelu,
  elu,
  identity,
  isrlu,
  isru,
  leakyRelu,
  parametricRelu,
  randomizedRelu,
  relu,
  sigmoid,
  softplus,
  softsign,
  sqnl,
  tanh,
};

/** The gallery: sixteen activations, in the order of the course. */
export const activations: readonly LibraryActivation[] = [
  identity,
  sigmoid,
  tanh,
  arctan,
  relu,
  leakyRelu,
  randomizedRelu,
  parametricRelu,
  binary,
  elu,
  softsign,
  isru,
  isrlu,
  sqnl,
  bipolarRelu,
  softplus,
];
