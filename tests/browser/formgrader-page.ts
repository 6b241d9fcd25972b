import type { FrameLocator, Locator, Page } from "playwright-core";

/** Long enough for a lesson that is graded on a busy machine. */
const PATIENCE = 900_000;

/** nbgrader's formgrader in JupyterLab, used as a teacher does. */
export class FormgraderPage {
  private readonly frame: FrameLocator;

  constructor(readonly page: Page) {
    this.frame = page.frameLocator("iframe");
    page.setDefaultTimeout(120_000);
  }

  /** Nbgrader > Formgrader. */
  async open(): Promise<void> {
    await this.page.getByRole("menuitem", { name: "Nbgrader" }).click();
    await this.page.getByText("Formgrader", { exact: true }).click();
    await this.row("01").waitFor();
  }

  /** The row of a table that has the text. */
  row(text: string): Locator {
    return this.frame.locator("tbody tr", { hasText: text }).first();
  }

  locator(selector: string, options?: { hasText: string }): Locator {
    return this.frame.locator(selector, options);
  }

  link(text: string): Locator {
    return this.frame.getByRole("link", { name: text, exact: true });
  }

  /** Clicks a button that makes nbgrader work; resolves to what its dialog said at the end. */
  async press(button: Locator): Promise<string> {
    await button.click();
    const dialog = this.frame.locator(".modal-content:visible");
    await dialog.waitFor({ timeout: PATIENCE });
    const said = await dialog.innerText();
    await dialog.locator(".close").first().click();
    await dialog.waitFor({ state: "hidden" });
    return said;
  }

  /** Types into a field of the submission's page; resolves when the gradebook has it. */
  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    const saved = this.page.waitForResponse(
      (response) => response.request().method() === "PUT" && response.ok(),
    );
    await field.blur();
    await saved;
  }
}
