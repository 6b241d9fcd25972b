import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as plots from "../../lib/plots";
import * as palette from "../../lib/plots/palette";
import { gallery } from "./plots-gallery";

// A figure is JSON for plotly: the laws below walk through it, whatever its traces are.
// biome-ignore lint/suspicious/noExplicitAny: any trace of any kind
type Json = any;

const sizeLimit = 2_000_000;

/** Every string of a figure. */
function strings(value: Json): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(strings) : [];
}

const { okabeIto, ink, grid, clear, control, label } = palette;
const allowed = new Set<string>([...strings({ okabeIto, control, label }), ink, grid, clear]);
const isColour = (text: string) => /^(#[0-9a-f]{3,8}|rgba?\(.*\)|hsl.*\))$/i.test(text);
const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A palette's colour, or a palette's colour that lets the page through. */
function fromPalette(colour: string): boolean {
  if (allowed.has(colour)) return true;
  const bare = colour.match(/^rgba\((\d+, \d+, \d+), [\d.]+\)$/)?.[1];
  return strings([okabeIto, ink]).some((hex) => channels(hex).join(", ") === bare);
}

const colourOf = (trace: Json) => JSON.stringify(trace.line?.color ?? trace.marker?.color);

/** All that tells a trace from another beside its colour. */
const signOf = (trace: Json) =>
  JSON.stringify([
    trace.type,
    trace.mode,
    trace.line?.dash,
    trace.fill,
    trace.marker?.symbol,
    trace.marker?.pattern,
  ]);

it("every figure of the library is in the gallery", () => {
  for (const [name, value] of Object.entries(plots))
    if (typeof value === "function" && !/^[A-Z]/.test(name)) assert.ok(name in gallery, name);
});

for (const [name, make] of Object.entries(gallery))
  describe(name, () => {
    const figure = make();
    const bundle = (figure as Json)[Symbol.for("Jupyter.display")]();
    const shown: Json = bundle["application/vnd.plotly.v1+json"];
    const { data, layout, frames } = shown;
    const slider = layout.sliders?.[0];

    it("shows itself as a plotly figure and a sentence", () => {
      assert.deepEqual(Object.keys(bundle), ["application/vnd.plotly.v1+json", "text/plain"]);
      assert.match(bundle["text/plain"], /^[A-Z0-9][^\n]{30,220}\.$/);
    });

    it("is JSON, under 2 MB", () => {
      const json = JSON.stringify(shown);
      assert.deepEqual(JSON.parse(json), shown);
      assert.ok(json.length < sizeLimit, `${json.length} bytes`);
    });

    it("names the quantity on each visible axis", () => {
      const axes = Object.entries<Json>(layout).filter(([key]) => /^[xy]axis\d*$/.test(key));
      assert.ok(axes.length >= 2);
      // Where panels share an axis, the outermost names it.
      const nameOf = (axis: Json): string =>
        axis.matches ? nameOf(layout[axis.matches.replace(/\d*$/, "axis$&")]) : axis.title?.text;
      for (const [key, axis] of axes)
        if (axis.visible !== false) assert.match(nameOf(axis) ?? "", /\S/, key);
    });

    it("takes its colours from the palette", () => {
      for (const text of strings(shown))
        if (isColour(text)) assert.ok(fromPalette(text), `${text} is not in the palette`);
    });

    it("never tells two things apart by colour alone", () => {
      const visible = data.filter(
        (trace: Json) =>
          trace.visible !== false && trace.type !== "heatmap" && trace.line?.color !== grid,
      );
      for (const a of visible)
        for (const b of visible)
          if (colourOf(a) !== colourOf(b))
            assert.notEqual(signOf(a), signOf(b), `${a.name} and ${b.name}`);
    });

    it("answers the mouse", () => {
      for (const trace of data)
        assert.ok(trace.hovertemplate || trace.hoverinfo === "skip", trace.name);
      assert.ok(data.some((trace: Json) => trace.hovertemplate));
    });

    it("says no half-made word", () => {
      for (const text of strings(shown)) assert.doesNotMatch(text, /undefined|NaN|\[object|null/);
    });

    it("has a frame for each position of its slider, and starts with one of them", () => {
      const steps = (slider?.steps ?? []).map((step: Json) => step.label);
      assert.deepEqual(
        frames.map((frame: Json) => frame.name),
        steps,
      );
      assert.equal(new Set(steps).size, steps.length);
      for (const step of slider?.steps ?? []) assert.deepEqual(step.args[0], [step.label]);
      if (!slider) return;
      assert.match(slider.currentvalue.prefix, /\S/);
      const first = frames[slider.active];
      first.traces.forEach((trace: number, i: number) => {
        for (const [key, value] of Object.entries(first.data[i]))
          assert.deepEqual(data[trace][key], value, `trace ${trace}: ${key}`);
      });
      if (first.layout) assert.equal(first.layout.title.text, layout.title.text);
    });

    it("has menus that show each trace in at least one option", () => {
      for (const menu of layout.updatemenus ?? [])
        if (menu.buttons[0].method === "restyle")
          for (const trace of menu.buttons[0].args[1]) {
            const at = menu.buttons[0].args[1].indexOf(trace);
            const seen = menu.buttons.map((button: Json) => button.args[0].visible[at]);
            assert.equal(seen.filter(Boolean).length, 1);
            assert.equal(data[trace].visible, seen[0]);
          }
    });
  });
