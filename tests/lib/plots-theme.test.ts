import assert from "node:assert/strict";
import { it } from "node:test";
import { fromRows } from "../../lib/matrix";
import { Figure } from "../../lib/plots";
import { classPoints } from "../../lib/plots/classes";
import { choosing, sliding } from "../../lib/plots/interactive";
import {
  classSigns,
  functionSigns,
  ink,
  numberSigns,
  seriesSign,
  splitSigns,
} from "../../lib/plots/palette";
import { axis, layout } from "../../lib/plots/theme";

/** Relative luminance, WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["#ffffff", "#111111"];

it("text has almost the highest contrast that one colour can have on both pages", () => {
  const best = Math.sqrt(contrast("#ffffff", "#111111"));
  for (const ground of grounds) assert.ok(contrast(ink, ground) > best - 0.05, ground);
});

it("what has a meaning has at least 3 : 1 on the light page and on the dark (WCAG 1.4.11)", () => {
  const signs = [...classSigns, ...Object.values({ ...functionSigns, ...numberSigns })];
  for (const { colour } of [...signs, splitSigns.train, splitSigns.test])
    for (const ground of grounds)
      assert.ok(
        contrast(colour, ground) >= 3,
        `${colour} on ${ground}: ${contrast(colour, ground)}`,
      );
});

it("each class has a colour, a symbol and a dash of its own", () => {
  for (const key of ["colour", "symbol", "dash"] as const)
    assert.equal(new Set(classSigns.map((sign) => sign[key])).size, classSigns.length);
});

it("a figure holds plain JSON: arrays, six digits, null for what JSON cannot say", () => {
  const figure = new Figure({
    description: "Numbers that are hard to write.",
    data: [
      { type: "scatter", x: Float64Array.of(1 / 3, 2e-44, -0), y: [Infinity, NaN, 123456789] },
      { type: "scatter", x: [1], name: undefined },
    ],
    layout: layout({ x: axis("x"), y: axis("y") }),
  });
  assert.deepEqual(figure.data, [
    { type: "scatter", x: [0.333333, 2e-44, 0], y: [null, null, 123457000] },
    { type: "scatter", x: [1] },
  ]);
});

it("an axis without a name does not compile", () => {
  // @ts-expect-error the quantity is missing
  axis();
});

it("frames hold only what changes", () => {
  const { data, frames } = sliding({ label: "k", values: [1, 2], start: 1 }, (k) => [
    { type: "scatter", x: [0, 1], y: [0, 1] },
    { type: "scatter", x: [0, 1], y: [0, k] },
  ]);
  assert.deepEqual(data[1], { type: "scatter", x: [0, 1], y: [0, 2] });
  assert.deepEqual(
    frames.map(({ data, traces }) => ({ data, traces })),
    [1, 2].map((k) => ({ traces: [1], data: [{ y: [0, k] }] })),
  );
});

it("two positions of one name are refused, as a frame is found by its name", () => {
  const slider = { label: "step", values: [1, 1] };
  assert.throws(() => sliding(slider, () => []), /"step: 1" comes twice/);
});

it("a class without a sign or a name is refused", () => {
  const X = fromRows([[0, 0]]);
  assert.throws(() => classPoints(X, [0], []), /a name for class 0 at index 0; names are empty/);
  assert.throws(() => classPoints(X, [3], ["a", "b", "c", "d"]), /from 0 to 2, got 3/);
});

it("sixteen series are told apart, four of them by everything", () => {
  const signs = Array.from({ length: 16 }, (_, i) => JSON.stringify(seriesSign(i)));
  assert.equal(new Set(signs).size, 16);
});

it("a choice shows the traces of one option and leaves those before it alone", () => {
  const { data, menu } = choosing(
    { options: ["a", "b"], show: (o) => o, as: "buttons" },
    (o) => [
      { type: "scatter", name: o },
      { type: "scatter", name: o + o },
    ],
    3,
  );
  assert.deepEqual(
    data.map(({ visible }) => visible),
    [true, true, false, false],
  );
  assert.deepEqual(menu.buttons?.[1].args, [{ visible: [false, false, true, true] }, [3, 4, 5, 6]]);
});
