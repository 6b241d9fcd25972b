import { type Matrix, mul } from "../matrix";
import { type Random, randn } from "../random";

/** Draws the first weights of a layer, inputs × outputs. */
export type Initialisation = (rng: Random, inputs: number, outputs: number) => Matrix;

/** Normal weights of the given standard deviation. */
export const normal =
  (deviation: number): Initialisation =>
  (rng, inputs, outputs) =>
    mul(randn(rng, inputs, outputs), deviation);

/**
 * Variance 2/inputs, for ReLU: it lets half of the variance pass, so that with this one the signal
 * neither dies nor explodes in depth (He et al. 2015).
 */
export const he: Initialisation = (rng, inputs, outputs) =>
  normal(Math.sqrt(2 / inputs))(rng, inputs, outputs);

/**
 * Variance 2/(inputs + outputs), for tanh: a compromise between the signal on its way forward and
 * the gradient on its way back (Glorot, Bengio 2010; Xavier Glorot).
 */
export const xavier: Initialisation = (rng, inputs, outputs) =>
  normal(Math.sqrt(2 / (inputs + outputs)))(rng, inputs, outputs);

/** Variance 1/inputs: outputs vary as much as inputs do, with no activation between (LeCun 1998). */
export const lecun: Initialisation = (rng, inputs, outputs) =>
  normal(1 / Math.sqrt(inputs))(rng, inputs, outputs);
