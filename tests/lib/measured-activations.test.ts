import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import {
  activations,
  bipolarRelu,
  elu,
  parametricRelu,
  relu,
  sigmoid,
  sqnl,
  tanh,
} from "../../lib/activations";
import {
  depthShare,
  flatShare,
  meanOutput,
  normalMean,
} from "../../lib/exercises/06-gallery/measure";
import { trainOnSpirals } from "../../lib/exercises/06-gallery/spirals";
import { card, measuredCsv, measuredOf } from "../../lib/gallery";
import { language } from "../../lib/words";

/** Within this share of what is expected: the numbers differ by thirteen orders of magnitude. */
const near = (got: number, expected: number, share: number, about = ""): void =>
  assert.ok(
    Math.abs(got - expected) <= share * Math.abs(expected),
    `${about} got ${got}, expected ${expected}`,
  );

it("normalMean: moments of the normal distribution", () => {
  near(
    normalMean(() => 1),
    1,
    1e-9,
  );
  near(
    normalMean((x) => x * x, 3),
    9,
    1e-9,
  );
  near(
    normalMean((x) => (x > 1 ? 1 : 0)),
    0.158655254,
    1e-4,
  );
});

it("the table's numbers without training: measured anew for some", () => {
  for (const f of [sigmoid, tanh, relu, elu, sqnl, bipolarRelu]) {
    const { mean, flat_3 } = measuredOf(f);
    near(meanOutput(f), mean, 1e-5);
    near(flatShare(f, 3), flat_3, 1e-5);
  }
  for (const f of [sigmoid, relu]) near(depthShare(f), measuredOf(f).depth, 1e-4);
});

it("the table's numbers from training: one run is made anew", () => {
  const { right, loss } = trainOnSpirals(relu, { seed: 3 });
  assert.ok(Math.abs(right - measuredOf(relu).right_3) <= 2);
  assert.ok(Math.abs(loss - measuredOf(relu).loss) < 0.02);
});

it("the table agrees with the course's own reference, within a sample or two", () => {
  const reference: Record<string, [mean: number, depth: number, right: number[], loss: number]> = {
    Identity: [0, 0.603, [157, 157, 157], 0.748],
    Sigmoid: [0.5, 6.94e-13, [276, 276, 279], 0.251],
    TanH: [0, 0.132, [298, 298, 297], 0.0553],
    ArcTan: [0, 0.132, [297, 297, 297], 0.0576],
    ReLU: [0.3989, 0.000984, [298, 298, 298], 0.0526],
    "Leaky ReLU": [0.395, 0.00104, [298, 298, 298], 0.0529],
    "Randomized ReLU": [0.3075, 0.00191, [297, 297, 298], 0.0652],
    "Parametric ReLU": [0.2992, 0.00197, [298, 298, 298], 0.0366],
    Binary: [0.5, 0, [167, 161, 177], 0.831],
    ELU: [0.1605, 0.113, [292, 290, 288], 0.0943],
    SoftSign: [0, 0.0279, [296, 297, 298], 0.0667],
    ISRU: [0, 0.113, [298, 298, 298], 0.0532],
    ISRLU: [0.1374, 0.187, [291, 290, 288], 0.113],
    SQNL: [0, 0.0799, [297, 297, 295], 0.0619],
    "Bipolar ReLU": [0, 0.00128, [298, 298, 298], 0.0529],
    SoftPlus: [0.8061, 6.17e-6, [267, 266, 266], 0.196],
  };
  for (const f of activations) {
    const [mean, depth, rights, loss] = reference[f.name];
    const got = measuredOf(f);
    near(got.mean, mean, 1e-3, f.name);
    near(got.depth, depth, 5e-3, f.name);
    near(got.loss, loss, 2e-2, f.name);
    [got.right_3, got.right_4, got.right_5].forEach((right, k) => {
      assert.ok(Math.abs(right - rights[k]) <= 2, `${f.name}: ${right}, reference ${rights[k]}`);
    });
  }
});

it("the file is what is written for the sixteen, in their order", () => {
  const rows = activations.map((f) => ({ f, measured: measuredOf(f) }));
  const file = readFileSync(join(__dirname, "../../data/activations.csv"), "utf8");
  assert.equal(measuredCsv(rows), file);
});

it("a card says all there is to say, and the drawback with a number", () => {
  for (const f of activations) {
    const shown = card(f)[Symbol.for("Jupyter.display") as never] as () => Record<string, string>;
    const html = shown.call(card(f))["text/html"];
    assert.match(html, /<svg [^>]*role="img" aria-label="[^"]*derivative/);
    assert.match(card(f).toString(), /Drawback: .+\nMeasured: .*\d|Measured: .*nothing/);
    assert.ok(html.includes(f.source.replace("&", "&#38;")), f.name);
    assert.doesNotMatch(html, /undefined|NaN|\[object/);
  }
  assert.match(card(relu).toString(), /Kinks: at 0\n/);
  assert.match(card(parametricRelu).toString(), /^Parametric ReLU, with a = 0.25\n/);
});

it("a Russian card leaves nothing in English but names and authors", () => {
  language("ru");
  try {
    for (const f of activations)
      for (const [label, text] of card(f).facts) {
        const english = /(?<!\p{L})[a-z]{2,}(?!\p{L})/u.exec(text.replaceAll("et al.", ""));
        assert.equal(english?.[0], undefined, `${f.name}, ${label}: ${text}`);
      }
    assert.match(card(bipolarRelu).toHtml(), /\\text\{нечётный нейрон\}/);
    assert.match(card(sqnl).toString(), /Насыщается: с обеих сторон, в точности 0\n/);
  } finally {
    language("en");
  }
});

it("a card of other parameters claims no measurement", () => {
  const text = card(elu.with({ alpha: 2 })).toString();
  assert.match(text, /^ELU, with α = 2\n/);
  assert.match(text, /Kinks: at 0/);
  assert.doesNotMatch(text, /Measured/);
  assert.throws(() => measuredOf({ ...elu, name: "Swish" } as never), /has no row for Swish/);
});
