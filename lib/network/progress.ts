import { performance } from "node:perf_hooks";
import { escapeHtml } from "../html";
import { wording } from "../words";
import type { Epoch } from "./train";

/** One place on the page, where each value takes the place of the one before: tslab's `newDisplay()`. */
export type Display = (value: object) => void;

/** What a cell's environment may offer: a function that makes a new display below the cell. */
const offer = Symbol.for("Jupyter.newDisplay");

/** A display below the running cell, if the environment offers one. */
export const cellDisplay = (): Display | undefined =>
  (globalThis as { [offer]?: () => Display })[offer]?.();

const words = wording({
  en: {
    start: "the first epoch …",
    epoch: (epoch: number, of: number) => `epoch ${epoch} of ${of}`,
    loss: "loss",
    left: (time: string) => `${time} left`,
    took: (time: string) => `done in ${time}`,
    ms: (n: number) => `${n} ms`,
    seconds: (n: number) => `${n} s`,
    minutes: (n: number, seconds: number) => `${n} min ${seconds} s`,
    broken: "The loss is no longer a number: the steps are too long, so try a smaller lr.",
  },
  ru: {
    start: "первая эпоха …",
    epoch: (epoch, of) => `эпоха ${epoch} из ${of}`,
    loss: "потери",
    left: (time) => `осталось ${time}`,
    took: (time) => `готово за ${time}`,
    ms: (n) => `${n}\u00a0мс`,
    seconds: (n) => `${n}\u00a0с`,
    minutes: (n, seconds) => `${n}\u00a0мин ${seconds}\u00a0с`,
    broken: "Потери больше не число: шаги слишком длинные, попробуйте lr поменьше.",
  },
});

/** Milliseconds between two pictures: short epochs shall not drown the page. */
const pause = 100;

/** Shows each epoch in the same place: a bar, epoch, loss, measures and the time that is left. */
export function progress(
  display: Display,
  epochs: number,
  clock: () => number = () => performance.now(),
): (epoch: Epoch) => void {
  const start = clock();
  const show = (epoch: number, ...lines: readonly string[]) =>
    display({ [Symbol.for("Jupyter.display")]: () => picture(epoch / epochs, lines) });
  show(0, words.start);
  let shown = Number.NEGATIVE_INFINITY;
  return ({ epoch, loss, measures }) => {
    const now = clock();
    const last = epoch === epochs;
    if (!last && now - shown < pause) return;
    shown = now;
    const left = ((now - start) / epoch) * (epochs - epoch);
    const time = last ? words.took(duration(now - start)) : words.left(duration(left));
    const numbers = Object.entries({ [words.loss]: loss, ...measures });
    const text = [
      words.epoch(epoch, epochs),
      ...numbers.map(([name, value]) => `${name} ${value.toPrecision(4)}`),
      time,
    ].join(" · ");
    show(epoch, text, ...(Number.isFinite(loss) ? [] : [words.broken]));
  };
}

/** A bar, and what is said beside and below it; the lines alone where there is no page. */
const picture = (done: number, lines: readonly string[]) => ({
  "text/html": `<div><progress value="${done}"></progress> ${lines.map(escapeHtml).join("<br>")}</div>`,
  "text/plain": lines.join("\n"),
});

/** 850 ms, 12 s, 3 min 5 s. */
function duration(ms: number): string {
  if (ms < 1000) return words.ms(Math.round(ms));
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? words.seconds(seconds)
    : words.minutes(Math.floor(seconds / 60), seconds % 60);
}
