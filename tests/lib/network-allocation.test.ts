import assert from "node:assert/strict";
import { test } from "node:test";
import * as nn from "../../lib";

/** The numbers in all typed arrays that are made while `work` runs. */
function allocated(work: () => void): number {
  let count = 0;
  const counting = <A extends { readonly length: number }>(Kind: new (...args: never[]) => A) =>
    new Proxy(Kind, {
      construct(kind, args, target) {
        const made = Reflect.construct(kind, args, target) as A;
        count += made.length;
        return made;
      },
    });
  const before = { Float64Array, Int32Array };
  const species = Object.getOwnPropertyDescriptors(before.Float64Array.prototype).constructor;
  Object.assign(globalThis, {
    Float64Array: counting(before.Float64Array),
    Int32Array: counting(before.Int32Array),
  });
  // `slice` and `map` make an array of the same kind by this.
  Object.defineProperty(before.Float64Array.prototype, "constructor", { value: Float64Array });
  try {
    work();
  } finally {
    Object.assign(globalThis, before);
    Object.defineProperty(before.Float64Array.prototype, "constructor", species);
  }
  return count;
}

const rules = { sgd: nn.sgd, momentum: nn.momentum, adam: nn.adam };

for (const [name, rule] of Object.entries(rules))
  test(`with ${name}, a step of training makes as many numbers for 100 samples as for 3000`, () => {
    const step = (samples: number): number => {
      const rng = nn.mulberry32(1);
      const X = nn.randn(rng, samples, 6);
      const y = new Int32Array(samples);
      const model = nn.mlp([6, 12, 3], { activation: nn.relu, rng });
      const optimizer = rule(model.parameters(), { lr: 0.1 });
      const training = { model, X, y, optimizer, loss: nn.autograd.softmaxCrossEntropy };
      const batches = { size: 20, rng };
      const epochs = nn.trainingEpochs({ ...training, batches, epochs: 2 });
      epochs.next();
      return allocated(() => epochs.next()) / (samples / batches.size);
    };
    const [few, many] = [step(100), step(3000)];
    assert.ok(few > 1000, `counted ${few} numbers a step`);
    assert.ok(many <= few, `${few} numbers a step for 100 samples, ${many} for 3000`);
  });
