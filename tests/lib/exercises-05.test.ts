import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { relu, sigmoid, tanh } from "../../lib/activations";
import { answersOf, judge } from "../../lib/checks";
import { exercises, gradientNorms } from "../../lib/exercises/05-activations";
import { activationBackward } from "../../lib/exercises/05-activations/activation-backward";
import { deadShare } from "../../lib/exercises/05-activations/dead-share";
import { predictions } from "../../lib/exercises/05-activations/predictions";
import { tanhStable } from "../../lib/exercises/05-activations/tanh-stable";
import { fromRows, map, row } from "../../lib/matrix";

const near = (got: ArrayLike<number>, expected: readonly number[], relative = 1e-6) =>
  expected.forEach((value, k) => {
    assert.ok(Math.abs(got[k] - value) <= relative * Math.abs(value), `${got[k]} is not ${value}`);
  });

describe("lesson 05", () => {
  it("5.1: the reference's slopes from outputs are the course's numbers", () => {
    const x = row([-3, -0.5, 0, 0.5, 3]);
    const dY = row([1, -2, 0.5, 3, -1]);
    const back = (kind: "sigmoid" | "tanh" | "relu", f: (x: number) => number) =>
      activationBackward(kind, map(x, f), dY).data;
    near(back("sigmoid", sigmoid.f), [0.04517666, -0.4700074, 0.125, 0.7050111, -0.04517666]);
    near(back("tanh", tanh.f), [0.009866037, -1.572895, 0.5, 2.359343, -0.009866037]);
    near(back("relu", relu.f), [0, 0, 0, 3, -1]);
  });

  it("5.2: the reference is Math.tanh to nine digits, however small the input", () => {
    const Z = row([-1000, -1, 1e-10, 0.5, 1000]);
    near(tanhStable(Z).data, [-1, -0.761594156, 1e-10, 0.462117157, 1], 1e-9);
    near(tanhStable(row([1e-300, 0.01, 20])).data, [1e-300, 0.01, 20].map(Math.tanh), 1e-14);
  });

  it("5.2: Math.tanh is there again after a check", () => {
    const { tanh } = Math;
    const exercise = exercises["5.2"];
    const verdict = judge(
      exercise,
      answersOf(exercise, (Z) => map(Z, Math.tanh), 3),
      3,
    );
    assert.equal(verdict.finding.kind, "own work");
    assert.equal(Math.tanh, tanh);
  });

  it("5.3: two of four units are dead", () => {
    const H = fromRows([
      [0, 1, 0, 0],
      [0, 0, 2, 0],
      [0, 0, 3, 0],
    ]);
    assert.equal(deadShare(H), 0.5);
  });

  it("gradients through twenty layers: the course's shares at layers 16, 11 and 1", () => {
    const at = (norms: number[]) => [16, 11, 1].map((layer) => norms[layer - 1]);
    near(at(gradientNorms(sigmoid)), [0.00308, 2e-6, 6.94e-13], 0.005);
    near(at(gradientNorms(tanh)), [0.902, 0.685, 0.132], 0.005);
    near(at(gradientNorms(relu, { gain: 2 })), [0.789, 0.71, 0.712], 0.005);
  });

  it("guesses of size are judged by their ratio", () => {
    assert.ok(predictions["5.b"].accepts([1e-6, 1e-12]));
    assert.ok(!predictions["5.b"].accepts([1e-6, 1e-6]));
    assert.ok(!predictions["5.b"].accepts([1e-6]));
    assert.ok(!predictions["5.c"].accepts([0, 0.1, 1]));
  });
});
