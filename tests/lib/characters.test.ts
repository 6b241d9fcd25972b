import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { backward, noGrad, softmaxCrossEntropy } from "../../lib/autograd";
import {
  buildDataset,
  characterModel,
  decode,
  encode,
  inventName,
  nextLogits,
  sampleIndex,
  symbols,
} from "../../lib/characters";
import { loadNames } from "../../lib/data/names";
import { fromRows, row, vstack } from "../../lib/matrix";
import { train } from "../../lib/network";
import { sgd } from "../../lib/optimizers";
import { mulberry32 } from "../../lib/random";
import { closeNumber } from "./properties";

const text = fc
  .array(fc.constantFrom(...symbols.slice(1)), { maxLength: 12 })
  .map((letters) => letters.join(""));

describe("symbols", () => {
  it("a text survives its numbers", () => {
    fc.assert(fc.property(text, (name) => decode(encode(name)) === name));
  });

  it("capitals are small letters, and other letters are refused in words", () => {
    assert.deepEqual([...encode("Az -.")], [1, 26, 27, 28, 0]);
    assert.throws(() => encode("é"), /names are written with a to z, space and hyphen; "é"/);
  });
});

describe("buildDataset", () => {
  it("gives n + 1 examples for n letters, each the one before moved on by one", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (name, k) => {
        const { X, y } = buildDataset([name], k);
        assert.equal(y.length, name.length + 1);
        assert.equal(y[name.length], 0);
        assert.deepEqual([...X[0]], new Array(k).fill(0));
        for (let i = 1; i < X.length; i++)
          assert.deepEqual([...X[i]], [...X[i - 1].slice(1), y[i - 1]]);
      }),
    );
  });

  it("has the course's example, and refuses to look back less than one symbol", () => {
    const { X, y } = buildDataset(["hex"], 3);
    assert.deepEqual(
      X.map((x) => [...x]),
      [
        [0, 0, 0],
        [0, 0, 8],
        [0, 8, 5],
        [8, 5, 24],
      ],
    );
    assert.deepEqual([...y], [8, 5, 24, 0]);
    assert.throws(() => buildDataset([], 0), /k needs to be 1, 2, 3/);
  });
});

describe("sampleIndex", () => {
  it("draws each index as often as its probability says", () => {
    const p = row([0.2, 0.5, 0.3]);
    const counts = [0, 0, 0];
    const n = 1000;
    for (let i = 0; i < n; i++) counts[sampleIndex(p, (i + 0.5) / n)]++;
    assert.deepEqual(counts, [200, 500, 300]);
  });

  it("gives the last where the sum stays below u", () => {
    assert.equal(sampleIndex(row(new Array(10).fill(0.1)), 1 - 2 ** -53), 9);
  });
});

describe("the character model", () => {
  const names = loadNames("spells-charms").slice(0, 24);
  const { X, y } = buildDataset(names, 3);

  it("has 2507 parameters and starts near ln 29", () => {
    const model = characterModel({ rng: mulberry32(1) });
    const count = model.parameters().reduce((sum, { value }) => sum + value.data.length, 0);
    assert.equal(count, 2507);
    const loss = noGrad(() => softmaxCrossEntropy(model(fromRows(X)), y)).item();
    closeNumber(loss, Math.log(29), 0.02);
  });

  it("sees of a text its last three symbols", () => {
    const model = characterModel({ rng: mulberry32(1) });
    assert.deepEqual(nextLogits(model, "orchid").data, nextLogits(model, "hid").data);
    assert.notDeepEqual(nextLogits(model, "").data, nextLogits(model, "o").data);
  });

  it("learns, and invents by its generator; near temperature 0 always the same", () => {
    const rng = mulberry32(1);
    const model = characterModel({ rng });
    const optimizer = sgd(model.parameters(), { lr: 0.2 });
    const batches = { size: 32, rng, count: 100 };
    const task = { model, X: fromRows(X), y, loss: softmaxCrossEntropy, optimizer };
    const [first, , last] = train({ ...task, epochs: 3, batches });
    assert.ok(last.loss < first.loss - 0.3);
    assert.equal(first.losses.length, 100);
    const invented = (seed: number, temperature?: number) =>
      inventName(model, mulberry32(seed), { temperature });
    assert.equal(invented(3), invented(3));
    assert.notEqual(invented(3), invented(4));
    assert.equal(invented(3, 1e-3), invented(4, 1e-3));
    assert.ok(invented(5, 50).length <= 24);
  });

  it("has gradients through its embedding", () => {
    const model = characterModel({ rng: mulberry32(1) });
    backward(softmaxCrossEntropy(model(vstack([row([0, 0, 1])])), Int32Array.of(2)));
    const [C] = model.parameters();
    const moved = [0, 1, 2].map((r) => C.grad?.data.slice(6 * r, 6 * r + 6).some((g) => g !== 0));
    assert.deepEqual(moved, [true, true, false]);
  });
});
