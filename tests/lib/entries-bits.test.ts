import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import { numbers, sharingMemory } from "../../lib/matrix/numbers";
import { axpyOfEntries, ofEntries, vjpOfEntries } from "../../lib/matrix/simd/entries";
import { forAll } from "./properties";

/** What rounding, overflow and signs can trip over, and where the formulas change. */
const awkward = [
  ...[0, NaN, Infinity, 1, 2, 20, 22, 5e-324, 1e-310, 1e308, Math.LN2 / 2, 0.34657359123229],
  ...[2 ** -27, 2 ** -28, 2 ** -29, 2 ** -54, 2 ** -29 + 2 ** -53, 709.782712893384, 709.79],
  ...[708.3964, 710, 745.1332191019411, 745.1332191019412, 746, 750, 1100],
  // Where e²|ˣ| − 1 is rounded to another number by other steps to it.
  ...[7.211279794135645, 6.864706539668818, 7.736190836604669],
  ...[7.21127994112475, 6.864706587697563, 6.9617841650910695],
].flatMap((x) => [x, -x]);

/** Numbers next to the places where k, the power of 2 that is taken out, becomes another one. */
const turns = [0, 1, 2, 19, 20, 56].flatMap((k) =>
  [0.5, 1].flatMap((scale) => {
    const turn = scale * (k === 0 ? 0.3465735912322998 : (k + 0.5) * Math.LN2);
    return Array.from({ length: 200 }, (_, i) => turn * (1 + (i - 100) * 2 ** -52));
  }),
);

/** Numbers of both signs: about 0, of any size, or around a multiple of ln 2, where eˣ turns to 2ᵏ. */
function random(rng: nn.Random): number {
  const sign = rng() < 0.5 ? -1 : 1;
  const kind = rng();
  if (kind < 0.1) return awkward[Math.floor(rng() * awkward.length)];
  if (kind < 0.5) return sign * rng() * 2 ** Math.floor(rng() * 12 - 4);
  if (kind < 0.7) return sign * rng() * 2 ** Math.floor(rng() * -60);
  return (Math.round(rng() * 200 - 100) / 2) * Math.LN2 + sign * rng() * 2 ** (rng() * -30);
}

const listOf = (rng: nn.Random, length: number): Float64Array =>
  Float64Array.from({ length }, () => random(rng));

/** Few and many, odd and even, and more than are in the kernel's memory at once. */
const lengths = fc.oneof(
  fc.integer({ min: 128, max: 170 }),
  fc.constantFrom(2047, 2048, 2049, 4096, 5001),
);

function sameBits(name: string, actual: Float64Array | undefined, expected: Float64Array): void {
  assert.ok(actual, `${name}: the kernel has done nothing`);
  assert.equal(actual.length, expected.length);
  const wrong = expected.findIndex((y, k) => !Object.is(y, actual[k]));
  assert.equal(wrong, -1, `${name}, entry ${wrong}: ${actual[wrong]}, not ${expected[wrong]}`);
}

const activations = { relu: nn.relu, sigmoid: nn.sigmoid, tanh: nn.tanh };
const names = Object.keys(activations) as (keyof typeof activations)[];

/** The activation of each x, and g times its slope there, are those of one number. */
function agrees(name: keyof typeof activations, g: Float64Array, x: Float64Array): void {
  const { f, df } = activations[name];
  sameBits(
    name,
    ofEntries(name, x),
    x.map((x) => f(x)),
  );
  sameBits(
    `${name}′`,
    vjpOfEntries(name, g, x),
    g.map((g, k) => g * df(x[k])),
  );
}

describe("two numbers at a time are computed to the bits of one", () => {
  it("exp is Math.exp", () =>
    forAll(fc.tuple(lengths, fc.integer()), ([length, seed]) => {
      const x = listOf(nn.mulberry32(seed), length);
      sameBits("exp", ofEntries("exp", x), x.map(Math.exp));
    }));

  for (const name of names)
    it(`${name} and its slope are those of one number`, () =>
      forAll(fc.tuple(lengths, fc.integer()), ([length, seed]) => {
        const rng = nn.mulberry32(seed);
        agrees(name, listOf(rng, length), listOf(rng, length));
      }));

  it("a·x + y is rounded twice", () =>
    forAll(fc.tuple(lengths, fc.integer()), ([length, seed]) => {
      const rng = nn.mulberry32(seed);
      const [a, x, y] = [random(rng), listOf(rng, length), listOf(rng, length)];
      sameBits(
        "a·x + y",
        axpyOfEntries(a, x, y),
        y.map((y, k) => a * x[k] + y),
      );
    }));

  it("where a formula changes to another, and the numbers around", () => {
    const x = Float64Array.from([...awkward, ...turns, ...turns.map((x) => -x)]);
    const ones = x.map(() => 1);
    sameBits("exp", ofEntries("exp", x), x.map(Math.exp));
    for (const name of names) agrees(name, ones, x);
  });

  it("between two multiples of ln 2, where the last terms weigh most", () => {
    const rng = nn.mulberry32(8);
    const x = Float64Array.from({ length: 2e6 }, () => {
      const sign = rng() < 0.5 ? -1 : 1;
      return (Math.round(rng() * 6 - 3) + sign * (0.5 - rng() / 50)) * Math.LN2;
    });
    sameBits("exp", ofEntries("exp", x), x.map(Math.exp));
    const halves = x.map((x) => x / 2);
    sameBits("tanh", ofEntries("tanh", halves), halves.map(Math.tanh));
  });

  it("every 1/4096 from −30 to 30, a million of all sizes, and where tanh is almost 1", () => {
    const near0 = Float64Array.from({ length: 60 * 4096 }, (_, k) => k / 4096 - 30);
    const rng = nn.mulberry32(7);
    const almost1 = Float64Array.from({ length: 4e6 }, () => 6.5 + 1.5 * rng());
    for (const x of [near0, listOf(rng, 1e6), almost1]) {
      sameBits("exp", ofEntries("exp", x), x.map(Math.exp));
      sameBits("tanh", ofEntries("tanh", x), x.map(Math.tanh));
    }
  });
});

describe("matrices are computed by it and stay as they are", () => {
  const X = nn.matrix(40, 60, listOf(nn.mulberry32(3), 2400));
  const before = X.data.slice();

  it("exp, activations and their gradients", () => {
    sameBits("exp", nn.exp(X).data, X.data.map(Math.exp));
    for (const [name, f] of Object.entries(activations)) {
      sameBits(
        name,
        f(X).data,
        X.data.map((x) => f(x)),
      );
      sameBits(
        `${name}′`,
        f.vjp(X, X).data,
        X.data.map((x) => x * f.df(x)),
      );
    }
    sameBits("X", X.data, before);
  });

  it("softmax: each row is that of the row alone", () => {
    const Z = nn.randn(nn.mulberry32(4), 50, 7);
    const P = nn.softmax(Z);
    for (let i = 0; i < 50; i++)
      sameBits(
        `row ${i}`,
        nn.sliceRows(P, i, i + 1).data,
        nn.softmax(nn.sliceRows(Z, i, i + 1)).data,
      );
  });
});

describe("memory for results that are forgotten together", () => {
  const [shortest, longest] = [16, 2 ** 12];

  it("no number is used twice, and all are 0", () =>
    sharingMemory(() => {
      const rng = nn.mulberry32(5);
      const lists = Array.from({ length: 300 }, () => numbers(Math.floor(rng() * 1000)));
      lists.forEach((list, k) => {
        assert.ok(list.every((x) => x === 0));
        list.fill(k + 1);
      });
      lists.forEach((list, k) => {
        assert.ok(list.every((x) => x === k + 1));
      });
    }));

  it("outside, and of a long or a short list, each has its own", () => {
    const alone = (list: Float64Array) => list.buffer.byteLength === list.byteLength;
    assert.ok(alone(numbers(50)));
    assert.throws(() => sharingMemory(() => assert.fail("inside")), /inside/);
    assert.ok(alone(numbers(50)));
    sharingMemory(() => {
      assert.ok(!alone(numbers(shortest)));
      assert.ok(alone(numbers(shortest - 1)));
      assert.ok(!alone(numbers(longest)));
      assert.ok(alone(numbers(longest + 1)));
      sharingMemory(() => assert.ok(!alone(numbers(50))));
      assert.ok(!alone(numbers(50)), "also after work within the work");
    });
  });

  it("a trained model's parameters are not in it", () => {
    const rng = nn.mulberry32(6);
    const model = nn.mlp([3, 8, 2], { activation: nn.tanh, rng });
    const optimizer = nn.sgd(model.parameters(), { lr: 0.1 });
    const [X, y] = [nn.randn(rng, 30, 3), new Int32Array(30)];
    nn.train({ model, X, y, loss: nn.autograd.softmaxCrossEntropy, optimizer, epochs: 2 });
    for (const { value } of model.parameters())
      assert.equal(value.data.buffer.byteLength, value.data.byteLength);
  });

  it("a training step takes it, and what is kept of each step, such as the loss, is small", () => {
    const rng = nn.mulberry32(6);
    const [X, y] = [nn.randn(rng, 30, 3), new Int32Array(30)];
    const kept: nn.Matrix[] = [];
    const outputs: nn.Matrix[] = [];
    const model = nn.mlp([3, 8, 2], { activation: nn.tanh, rng });
    const optimizer = nn.sgd(model.parameters(), { lr: 0.1 });
    const loss = (output: nn.autograd.Tensor, y: Int32Array) => {
      const loss = nn.autograd.softmaxCrossEntropy(output, y);
      kept.push(loss.value);
      outputs.push(output.value);
      return loss;
    };
    nn.train({ model, X, y, loss, optimizer, epochs: 3 });
    for (const { data } of kept) assert.equal(data.buffer.byteLength, 8);
    assert.equal(new Set(outputs.map(({ data }) => data.buffer)).size, 1);
  });
});
