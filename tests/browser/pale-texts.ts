import type { Page } from "playwright-core";

const axe = require.resolve("axe-core/axe.min.js");

/** What of a page is looked at, and what is not, as CSS selectors. */
export interface Part {
  readonly include: string;
  readonly exclude?: string;
}

/** How many texts axe-core could judge, and those that are paler than WCAG 2 AA allows. */
export interface Judged {
  readonly texts: number;
  readonly pale: readonly string[];
}

interface Node {
  readonly html: string;
  readonly any: readonly { readonly message: string }[];
}
type Found = { readonly [outcome in "passes" | "violations"]: readonly Node[] };

/**
 * Judges the texts in a part of a page. Drawings are left out: axe-core doesn't know what lies
 * behind a text in one; `FigurePage.textFaults` does.
 */
export async function paleTexts(page: Page, { include, exclude = "svg" }: Part): Promise<Judged> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.addScriptTag({ path: axe });
  const context = JSON.stringify({ include, exclude: [exclude, "svg"] });
  const { passes, violations } = (await page.evaluate(`(async () => {
    const found = await axe.run(${context}, { runOnly: ["color-contrast"] });
    const nodes = (results) => results.flatMap((result) => result.nodes);
    return { passes: nodes(found.passes), violations: nodes(found.violations) };
  })()`)) as Found;
  const pale = violations.map(
    ({ html, any }) => `${html.slice(0, 160)}: ${any.map(({ message }) => message).join(" ")}`,
  );
  return { texts: passes.length + violations.length, pale };
}
