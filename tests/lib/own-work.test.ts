import assert from "node:assert/strict";
import { test } from "node:test";
import { attempts } from "../../homework/attempts";
import * as nn from "../../lib";
import { OwnWorkError, whileChecking } from "../../lib/own-work";

const [one, label] = [nn.row([0.5]), [0]];
const { autograd } = nn;

/** Every exercise whose answer the library has, with every way to it. */
const ways: Record<string, (() => unknown)[]> = {
  affine: [() => nn.affine(one, one, one), () => autograd.affine(one, one, one)],
  bceWithLogits: [
    () => nn.bceWithLogits(one, nn.ones(1, 1)),
    () => autograd.bceWithLogits(one, nn.ones(1, 1)),
  ],
  oneVsOne: [() => nn.oneVsOne(one, 2)],
  logSumExp: [
    () => nn.logSumExp(one),
    () => nn.logSumExp(one, 1),
    () => autograd.logSumExp(one, 1),
  ],
  softmax: [() => nn.softmax(one), () => autograd.softmax(one)],
  crossEntropy: [() => nn.crossEntropy(one, label)],
  softmaxCrossEntropy: [
    () => nn.softmaxCrossEntropy(one, label),
    () => autograd.softmaxCrossEntropy(one, label),
  ],
  minibatches: [() => nn.minibatches(1, 1, () => 0)],
  numericGradient: [() => nn.numericGradient(() => 0, one)],
  activationBackward: [() => nn.relu.vjp(one, one)],
  buildDataset: [() => nn.buildDataset(["hex"], 3)],
  sampleIndex: [() => nn.sampleIndex(one, 0.2)],
  ...Object.fromEntries(
    Object.entries({
      sigmoid: nn.sigmoid,
      tanhStable: nn.tanh,
      softplus: nn.softplus,
      elu: nn.elu,
      sqnl: nn.sqnl,
      rrelu: nn.randomizedRelu,
      bipolarRelu: nn.bipolarRelu,
    }).map(([name, record]) => [
      name,
      [
        ...(name === "rrelu" ? [() => nn.rrelu(0, 1, () => 0)] : []),
        () => record(one),
        () => record(0.5),
        () => record.f(0.5),
        () => record.df(0.5),
        () => record.derivative(one),
        () => record.vjp(one, one),
        () => record.unit(0).f(0.5),
        () => record.unit(1).df(0.5),
      ],
    ]),
  ),
};
ways.sigmoid.push(
  () => nn.softplus.df(0.5),
  () => autograd.sigmoid(one),
);
ways.tanhStable.push(() => autograd.tanh(one));
ways.elu.push(() => nn.elu.with({ alpha: 2 })(0.5));

for (const [name, calls] of Object.entries(ways))
  test(`${name}: refuses to be called while it is an exercise under check, and only then`, () => {
    for (const call of calls) {
      assert.throws(() => whileChecking(name, call), OwnWorkError);
      assert.doesNotThrow(() => whileChecking("another", call));
      assert.doesNotThrow(call);
    }
  });

test("every function of the library that an exercise asks for is guarded", () => {
  const asked = attempts.flatMap(({ exercises }) => Object.values(exercises));
  const has = (name: string) => name in nn || (name in autograd && name !== "backward");
  const names = asked.map(({ name }) => name).filter(has);
  assert.ok(names.length >= 9);
  for (const name of names) assert.ok(name in ways, name);
});
