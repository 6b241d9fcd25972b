import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noGrad, softmaxCrossEntropy } from "../../lib/autograd";
import { buildDataset, characterModel, inventName } from "../../lib/characters";
import { loadDigits } from "../../lib/data/digits";
import { loadNames } from "../../lib/data/names";
import { newName } from "../../lib/exercises/08-full-exercise";
import { trainDigits } from "../../lib/exercises/08-full-exercise/train-digits";
import { fromRows } from "../../lib/matrix";
import { train } from "../../lib/network";
import { sgd } from "../../lib/optimizers";
import { mulberry32 } from "../../lib/random";

/** What lesson 08 says of its trainings, which take long. */

function taught(names: readonly string[], heldOut: readonly string[]) {
  const rng = mulberry32(1);
  const model = characterModel({ rng });
  const examples = (list: readonly string[]) => {
    const { X, y } = buildDataset(list, 3);
    return { X: fromRows(X), y };
  };
  const lossOn = (list: readonly string[]): number => {
    const { X, y } = examples(list);
    return noGrad(() => softmaxCrossEntropy(model(X), y)).item();
  };
  const epochs = train({
    ...examples(names),
    model,
    loss: softmaxCrossEntropy,
    optimizer: sgd(model.parameters(), { lr: 0.2 }),
    epochs: 30,
    batches: { size: 32, rng, count: 100 },
    measure: () => ({ heldOut: lossOn(heldOut) }),
  });
  return { model, rng, loss: lossOn(names), heldOut: epochs.map((e) => e.measures.heldOut) };
}

describe("digits", () => {
  const digits = loadDigits();
  for (const [seed, percent] of [
    [1, 93.93],
    [2, 94.32],
    [3, 94.49],
  ])
    it(`seed ${seed}: ${percent} % of the test`, () => {
      const { testAccuracy } = trainDigits({ seed }, digits);
      assert.ok(Math.abs(100 * testAccuracy - percent) < 0.2, `${testAccuracy}`);
    });
});

describe("characters", () => {
  const [spells, charms] = [loadNames("spells-tabletop"), loadNames("spells-charms")];

  it("24 charms: loss 0.4072, and the course's inventions", () => {
    const { model, rng, loss } = taught(charms.slice(0, 24), charms.slice(180));
    assert.ok(Math.abs(loss - 0.4072) < 0.001, `${loss}`);
    const invented = Array.from({ length: 4 }, () => inventName(model, rng));
    assert.deepEqual(invented, ["wobblarium", "umbrella", "lumbra", "tinverra"]);
  });

  it("24 spells: memorised, and worse and worse on others", () => {
    const { loss, heldOut } = taught(spells.slice(0, 24), spells.slice(180));
    assert.ok(loss < 0.4);
    assert.ok(heldOut[29] > 6.5 && heldOut[29] > heldOut[9] && heldOut[9] > heldOut[0]);
  });

  for (const [name, list] of Object.entries({ spells, charms }))
    it(`180 ${name}: held-out loss falls, then rises; ten new names are in no list`, () => {
      const { model, heldOut } = taught(list.slice(0, 180), list.slice(180));
      const least = Math.min(...heldOut);
      assert.ok(least < heldOut[0] - 0.1 && heldOut[29] > least + 0.03, `${heldOut}`);
      const known = new Set(list.map((one) => one.toLowerCase()));
      const rng = mulberry32(6);
      for (let k = 0; k < 10; k++) {
        const invented = newName({ model, names: list }, rng, { temperature: 0.6 });
        assert.ok(!known.has(invented), invented);
      }
    });
});
