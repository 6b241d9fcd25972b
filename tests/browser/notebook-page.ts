import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { FigurePage } from "./figure-page";

/** One output of a cell, in the words of the notebook format. */
export interface Output {
  output_type: "stream" | "execute_result" | "display_data" | "error";
  text?: string;
  data?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

/** The open notebook, its model and its kernel, in the words of JupyterLab's own page. */
const panel = "window.jupyterapp.shell.currentWidget";

/** A notebook in JupyterLab, used as a learner does. Cells are counted from 0, Markdown included. */
export class NotebookPage {
  /** What the page's console called an error, and errors that nobody caught. */
  readonly consoleErrors: string[] = [];

  constructor(readonly page: Page) {
    page.on("console", (message) => {
      if (message.type() === "error") this.consoleErrors.push(message.text());
    });
    page.on("pageerror", (error) => this.consoleErrors.push(String(error)));
  }

  /** Resolves when the notebook is shown and its kernel waits for work. */
  async ready(): Promise<void> {
    const shown = `window.jupyterapp && ${panel}?.context?.isReady`;
    await this.page.waitForFunction(shown, undefined, { timeout: 180_000 });
    await this.idle();
  }

  /** Resolves when the kernel has nothing to do. */
  async idle(timeout = 120_000): Promise<void> {
    const idle = `${panel}.sessionContext.session?.kernel?.status === "idle"`;
    await this.page.waitForFunction(idle, undefined, { timeout });
  }

  /** Keeps every cell on the page, also those that are scrolled out of sight. */
  async showAllCells(): Promise<void> {
    await this.page.evaluate(
      `${panel}.content.notebookConfig = { ...${panel}.content.notebookConfig, windowingMode: "none" }`,
    );
  }

  /** Run > Run All Cells; resolves when the last one has run. */
  async runAll(): Promise<void> {
    await this.page.evaluate(`window.jupyterapp.commands.execute("notebook:run-all-cells")`);
    await this.idle();
  }

  /** Restarts the kernel without asking; variables are lost, outputs stay. */
  async restart(): Promise<void> {
    await this.page.evaluate(`${panel}.sessionContext.session.kernel.restart()`);
    await this.idle();
  }

  /** The cells' sources. */
  sources(): Promise<string[]> {
    return this.page.evaluate(
      `${panel}.content.widgets.map((cell) => cell.model.sharedModel.getSource())`,
    );
  }

  /** The number of the first cell whose source contains the text. */
  async find(text: string): Promise<number> {
    const index = (await this.sources()).findIndex((source) => source.includes(text));
    assert.notEqual(index, -1, `no cell contains ${JSON.stringify(text)}`);
    return index;
  }

  /** A cell's outputs as they would be saved. */
  outputs(index: number): Promise<Output[]> {
    return this.page.evaluate(`${panel}.content.widgets[${index}].model.outputs?.toJSON() ?? []`);
  }

  /** All that went wrong in the notebook: "cell 3: TypeError: …". */
  async errors(): Promise<string[]> {
    const all = await Promise.all((await this.sources()).map((_source, i) => this.outputs(i)));
    return all.flatMap((outputs, i) =>
      outputs
        .filter((output) => output.output_type === "error")
        .map((output) => `cell ${i}: ${output.ename}: ${output.evalue}`),
    );
  }

  /** The cell on the page, scrolled into view. */
  async cell(index: number): Promise<Locator> {
    await this.page.evaluate(`${panel}.content.scrollToItem(${index}, "center")`);
    const cell = this.page.locator(`.jp-Cell[data-windowed-list-index="${index}"]`);
    await cell.waitFor();
    return cell;
  }

  /** Puts the text in place of what the cell holds, with the keyboard. */
  async type(index: number, text: string): Promise<void> {
    const cell = await this.cell(index);
    await cell.locator(".cm-content").click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(text);
  }

  /** Runs one cell with Ctrl+Enter; resolves to its outputs. */
  async run(index: number): Promise<Output[]> {
    await this.page.evaluate(`${panel}.content.activeCellIndex = ${index}`);
    await this.page.evaluate(`window.jupyterapp.commands.execute("notebook:run-cell")`);
    await this.idle();
    return this.outputs(index);
  }

  /** The numbers of the cells whose output holds that MIME type. */
  async cellsShowing(mime: string): Promise<number[]> {
    const all = await Promise.all((await this.sources()).map((_source, i) => this.outputs(i)));
    return all.flatMap((outputs, i) => (outputs.some((o) => o.data && mime in o.data) ? [i] : []));
  }

  /** A cell's plotly figure, drawn. */
  async figure(index: number): Promise<FigurePage> {
    const figure = (await this.cell(index)).locator(".js-plotly-plot").first();
    await figure.locator(".main-svg").first().waitFor();
    return new FigurePage(this.page, figure);
  }

  /** Settings > Theme; resolves when the page has it. */
  async theme(theme: "light" | "dark"): Promise<void> {
    const name = theme === "light" ? "JupyterLab Light" : "JupyterLab Dark";
    await this.page.evaluate(
      `window.jupyterapp.commands.execute("apputils:change-theme", { theme: "${name}" })`,
    );
    const body = this.page.locator(`body[data-jp-theme-light="${theme === "light"}"]`);
    await body.waitFor({ state: "attached" });
  }

  /** Closes the page and ends its kernel. */
  async close(): Promise<void> {
    await this.page.evaluate(`${panel}.sessionContext.shutdown()`);
    await this.page.close();
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }
}
