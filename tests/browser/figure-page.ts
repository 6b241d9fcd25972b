import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";

/** A slider or a menu of a figure, moved as a hand would. */
export interface Control {
  /** Goes to its first position; resolves to a name for what the figure then shows. */
  readonly first: () => Promise<string>;
  readonly last: () => Promise<string>;
}

/** The buttons that only press the slider, in each language. */
const playing = /Play|Pause|Пуск|Пауза/;

/** A plotly figure on a page. */
export class FigurePage {
  constructor(
    private readonly page: Page,
    readonly figure: Locator,
  ) {}

  /** Its slider and its menus; Play and Pause, which only press the slider, are none. */
  async controls(): Promise<Control[]> {
    const controls: Control[] = [];
    if ((await this.figure.locator(".slider-container").count()) > 0)
      controls.push({ first: () => this.slide(0), last: () => this.slide(1) });
    if ((await this.figure.locator(".updatemenu-header").count()) > 0)
      controls.push({ first: () => this.choose("first"), last: () => this.choose("last") });
    const buttons = this.figure.locator(".updatemenu-button").filter({ hasNotText: playing });
    if ((await buttons.count()) > 1)
      controls.push({
        first: () => this.press(buttons.first()),
        last: () => this.press(buttons.last()),
      });
    return controls;
  }

  /** Takes the slider by its grip and drops it at a share of its length, 0 to 1. */
  async slide(to: number): Promise<string> {
    await this.figure.locator(".slider-grip-rect").first().scrollIntoViewIfNeeded();
    const grip = await box(this.figure.locator(".slider-grip-rect").first());
    const rail = await box(this.figure.locator(".slider-rail-rect").first());
    const { mouse } = this.page;
    await mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await mouse.down();
    await mouse.move(rail.x + rail.width * to, rail.y + rail.height / 2, { steps: 4 });
    await mouse.up();
    return this.settled();
  }

  private async choose(which: "first" | "last"): Promise<string> {
    await this.figure.locator(".updatemenu-header").first().click();
    await this.figure.locator(".updatemenu-dropdown-button")[which]().click();
    return this.settled();
  }

  private async press(button: Locator): Promise<string> {
    await button.click();
    return this.settled();
  }

  /** A short name for what the plotting area shows: another picture, another name. */
  private async drawing(): Promise<string> {
    const svg = await this.figure.locator(".cartesianlayer").first().innerHTML();
    return createHash("sha256").update(svg).digest("hex");
  }

  /** What the figure shows once it has come to rest. */
  private async settled(): Promise<string> {
    for (let [before, tries] = ["", 0]; tries < 50; tries++) {
      await sleep(120);
      const now = await this.drawing();
      if (now === before) return now;
      before = now;
    }
    throw new Error("the figure does not come to rest");
  }

  /** What a screen reader says of it. */
  async description(): Promise<string> {
    const described = this.figure.and(this.page.locator("[role=img][aria-label]"));
    await described.waitFor();
    return (await described.getAttribute("aria-label")) ?? "";
  }

  /** What is wrong with the words in the figure: cut off at its edge, or pale on the page. */
  async textFaults(): Promise<string[]> {
    const { edge, ground, words }: Measured = await this.figure.evaluate(measure);
    const beyond = ({ left, right, top, bottom }: Box) =>
      Math.max(edge.left - left, right - edge.right, edge.top - top, bottom - edge.bottom);
    const cut = words.filter(({ place }) => beyond(place) > 1);
    const pale = words.filter(({ framed, colour }) => !framed && contrast(colour, ground) < 3);
    return [
      ...cut.map(({ text }) => `cut: ${text}`),
      ...pale.map(({ text, colour }) => `pale: ${text}, ${colour} on ${ground}`),
    ];
  }
}

async function box(part: Locator) {
  const found = await part.boundingBox();
  assert.ok(found, "the figure has no slider on the page");
  return found;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The figure's edge, the page's colour behind it, and every word that is to be seen. */
interface Measured {
  readonly edge: Box;
  readonly ground: string;
  readonly words: readonly {
    readonly text: string;
    readonly place: Box;
    readonly colour: string;
    /** It stands on a ground of its own, as on a button. */
    readonly framed: boolean;
  }[];
}

/** Runs in the page; made from text, as this project's types know no page. */
const measure = new Function(
  "figure",
  `const box = (element) => element.getBoundingClientRect().toJSON();
  const clear = (element) => /, 0\\)$/.test(getComputedStyle(element).backgroundColor);
  let behind = figure;
  while (behind.parentElement && clear(behind)) behind = behind.parentElement;
  const words = [...figure.querySelectorAll(".infolayer text, .xtick text, .ytick text")]
    .filter((text) => text.getBoundingClientRect().width > 0)
    .filter((text) => text.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((text) => ({
      text: text.textContent,
      place: box(text),
      colour: getComputedStyle(text).fill,
      framed: text.closest(".updatemenu-container, .slider-container, .annotation") !== null,
    }));
  return { edge: box(figure), ground: getComputedStyle(behind).backgroundColor, words };`,
) as (figure: unknown) => Measured;

/** Relative luminance of "rgb(r, g, b)", WCAG 2. */
function luminance(colour: string): number {
  const [r, g, b] = (colour.match(/[\d.]+/g) ?? [])
    .map((channel) => Number(channel) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
