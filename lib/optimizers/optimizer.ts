import { type Tensor, zeroGrad } from "../autograd";
import { ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { kindOf } from "../matrix/types";

/** How a parameter moves. Both functions are pure: what a rule remembers is handed to it. */
export interface Rule<Memory> {
  readonly name: string;
  /** The memory before the first step. */
  start(parameter: Matrix): Memory;
  /** The parameter after one step, and the memory for the next. */
  move(
    parameter: Matrix,
    gradient: Matrix,
    memory: Memory,
  ): readonly [next: Matrix, memory: Memory];
}

/**
 * Moves parameters by their gradients: `zeroGrad`, then `backward(loss)`, then `step`.
 * `step` is the only function of the library that changes a model.
 */
export class Optimizer<Memory = unknown> {
  readonly parameters: readonly Tensor[];
  #memories: readonly Memory[];

  constructor(
    parameters: Iterable<Tensor>,
    readonly rule: Rule<Memory>,
  ) {
    if (typeof parameters?.[Symbol.iterator] !== "function")
      throw new ValueError({
        en: `${rule.name}: need the parameters to move, as model.parameters(); got ${kindOf(parameters)}.`,
        ru: `${rule.name}: нужны параметры, которые двигать, как model.parameters(); получено: ${kindOf(parameters)}.`,
      });
    this.parameters = [...new Set(parameters)];
    if (this.parameters.length === 0)
      throw new ValueError({
        en: `${rule.name}: need at least one parameter to move, got none.`,
        ru: `${rule.name}: нужен хотя бы один параметр, нет ни одного.`,
      });
    this.#memories = this.parameters.map(({ value }) => rule.start(value));
  }

  /** Forgets the gradients, as `backward` adds to what is there. */
  zeroGrad(): void {
    zeroGrad(this.parameters);
  }

  /**
   * Gives every parameter its next value. All of them are computed before the first one changes,
   * so that an interrupted training leaves a model of one step, not of two halves.
   * @throws ValueError if a parameter has no gradient.
   */
  step(): void {
    const moved = this.parameters.map((parameter, k) =>
      this.rule.move(parameter.value, this.#gradientOf(parameter, k), this.#memories[k]),
    );
    this.parameters.forEach((parameter, k) => {
      parameter.assign(moved[k][0]);
    });
    this.#memories = moved.map(([, memory]) => memory);
  }

  #gradientOf({ grad, name }: Tensor, k: number): Matrix {
    if (grad !== undefined) return grad;
    throw new ValueError({
      en:
        `step: parameter ${name ?? k} has no gradient. Call backward(loss) before step(), ` +
        "with a loss that is made from this parameter.",
      ru:
        `step: у параметра ${name ?? k} нет градиента. Перед step() вызовите backward(loss) ` +
        "с функцией потерь, которая от этого параметра зависит.",
    });
  }
}
