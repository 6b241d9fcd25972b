import type { Data, Frame, Slider, UpdateMenu } from "plotly.js";
import { ValueError } from "../errors";
import { wording } from "../words";
import { control, grid, ink } from "./palette";
import { titleAt } from "./theme";

const words = wording({
  en: { play: "▶ Play", pause: "❚❚ Pause" },
  ru: { play: "▶ Пуск", pause: "❚❚ Пауза" },
});

/** A quantity that the reader moves. */
export interface Sliding<V> {
  /** What it changes, as in "w" or "training step". */
  readonly label: string;
  readonly values: readonly V[];
  /** How a value is written. Each must look different. */
  readonly show?: (value: V) => string;
  /** Index of the value that is seen first. */
  readonly start?: number;
  /** Milliseconds that Play gives to a value. */
  readonly pace?: number;
  /**
   * Only points, lines and texts move, no title or heatmap: plotly then redraws those alone, some
   * five times faster in a figure of many panels.
   */
  readonly light?: boolean;
}

/** A choice among a few, each written as on its button. */
export interface Choice<O> {
  readonly options: readonly O[];
  readonly show: (option: O) => string;
  readonly as: "buttons" | "dropdown";
}

/** A part of a figure: what is drawn, what moves, and the controls that move it. */
export interface Interaction {
  readonly data: Data[];
  readonly frames: Frame[];
  readonly layout: {
    readonly sliders: Slider[];
    readonly updatemenus: UpdateMenu[];
    readonly title?: string;
  };
}

/**
 * Draws every position of a slider beforehand, so that the figure needs no kernel when it moves.
 *
 * `draw` gives the same list of traces for every value; only the attributes that differ between
 * values are stored in the frames. A plotly slider knows nothing of other controls: where there is
 * a {@link choice}, too, let `draw` give the traces of all its options. The slider then moves them
 * all, seen or not, and the choice only decides which are seen.
 */
export function sliding<V>(
  { label, values, show = String, start = 0, pace = 100, light = false }: Sliding<V>,
  draw: (value: V, index: number) => Data[],
  title?: (value: V, index: number) => string,
): Interaction {
  const scenes = values.map(draw);
  const moving = scenes[0].map((_, trace) => changing(scenes.map((scene) => scene[trace])));
  const traces = moving.flatMap((keys, trace) => (keys.length > 0 ? [trace] : []));
  const names = values.map((value) => show(value));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new ValueError({
      en: `sliding: need positions that can be told apart, and "${label}: ${twice}" comes twice`,
      ru: `sliding: положения должны различаться, а "${label}: ${twice}" встречается дважды`,
    });
  return {
    data: scenes[start],
    frames: scenes.map((scene, i) => ({
      name: names[i],
      traces,
      data: traces.map((trace) => pick(scene[trace], moving[trace])),
      ...(title && { layout: { title: titleAt(title(values[i], i)) } }),
    })),
    layout: {
      sliders: [sliderOf(label, names, start, !light)],
      updatemenus: [playButtons(pace, !light)],
      title: title?.(values[start], start),
    },
  };
}

/**
 * Draws every option of a choice; the first is seen at first.
 *
 * @returns the traces of all options, one option after another, and the menu that tells which of
 * them are seen. `before` traces, which stay, have to come first in the figure's data.
 */
export function choosing<O>(
  choice: Choice<O>,
  draw: (option: O, index: number) => Data[],
  before = 0,
): { data: Data[]; menu: UpdateMenu } {
  const groups = choice.options.map(draw);
  const owner = groups.flatMap((group, option) => group.map(() => option));
  const data = groups.flat().map((trace, i) => ({ ...trace, visible: owner[i] === 0 }));
  return { data: data as Data[], menu: menuOf(choice, owner, before) };
}

/** The attributes that are not the same in all states of a trace. */
function changing(states: readonly Data[]): string[] {
  const keys = new Set(states.flatMap((state) => Object.keys(state)));
  const written = (state: Data, key: string) => JSON.stringify((state as Attributes)[key]);
  return [...keys].filter((key) => new Set(states.map((state) => written(state, key))).size > 1);
}

type Attributes = Record<string, unknown>;

const pick = (trace: Data, keys: readonly string[]): Attributes =>
  Object.fromEntries(keys.map((key) => [key, (trace as Attributes)[key]]));

const still = { duration: 0 } as const;

/** Below the x axis's name, beside the Play button. */
function sliderOf(label: string, names: readonly string[], start: number, redraw: boolean): Slider {
  return {
    active: start,
    currentvalue: { prefix: `${label}: `, xanchor: "left", font: { size: 14, color: ink } },
    x: 0.3,
    len: 0.7,
    y: 0,
    pad: { t: 50 },
    font: { size: 11, color: ink },
    bgcolor: control.ground,
    activebgcolor: ink,
    bordercolor: ink,
    tickcolor: grid,
    ticklen: 4,
    steps: names.map((name) => ({
      label: name,
      method: "animate",
      args: [[name], { mode: "immediate", frame: { duration: 0, redraw }, transition: still }],
    })),
  };
}

function playButtons(pace: number, redraw: boolean): UpdateMenu {
  const play = {
    mode: "immediate",
    fromcurrent: true,
    frame: { duration: pace, redraw },
    transition: still,
  };
  const pause = {
    mode: "immediate",
    frame: { duration: 0, redraw: false },
    transition: still,
  };
  return {
    ...menuLook,
    type: "buttons",
    direction: "left",
    showactive: false,
    x: 0,
    xanchor: "left",
    y: 0,
    yanchor: "top",
    pad: { t: 74 },
    buttons: [
      { label: words.play, method: "animate", args: [null, play] },
      { label: words.pause, method: "animate", args: [[null], pause] },
    ],
  };
}

/** At the top right, above the picture. */
function menuOf<O>({ options, show, as }: Choice<O>, owner: number[], before: number): UpdateMenu {
  const traces = owner.map((_, i) => before + i);
  return {
    ...menuLook,
    type: as,
    direction: as === "buttons" ? "right" : "down",
    active: 0,
    x: 1,
    xanchor: "right",
    y: 1,
    yanchor: "bottom",
    buttons: options.map((option, i) => ({
      label: show(option),
      method: "restyle",
      args: [{ visible: owner.map((group) => group === i) }, traces],
    })),
  };
}

const menuLook: UpdateMenu = {
  bgcolor: control.ground,
  bordercolor: control.edge,
  font: { size: 12, color: control.text },
};
