import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { after, before, type TestOptions, test } from "node:test";
import type { Language } from "../../lib/words";
import { withoutChromium } from "./chromium";
import { Lab, root } from "./lab";
import type { NotebookPage } from "./notebook-page";

const plotly = "application/vnd.plotly.v1+json";

/** The lessons that a learner gets, by file name without its end; the start page and copies of a
 * reset are none. */
export const lessons = readdirSync(path.join(root, "notebooks"))
  .flatMap((file) => /^((?!00)\d\d-[a-z0-9-]+)\.ipynb$/.exec(file)?.[1] ?? [])
  .sort();

/** Lessons that `npm test` opens; the others wait for `npm run test:all`. */
export const everyDay = ["01-logistic-regression", "07-backpropagation"];

/**
 * What holds for every fresh lesson in JupyterLab, in the light theme and in the dark one, as a
 * test each. All of them share one server and one browser.
 *
 * @param more further tests of a lesson, on its page after all cells have run
 * @param language of the lessons and of JupyterLab
 */
export function testLessons(
  names: readonly string[],
  more: (name: string, lesson: () => NotebookPage, options: TestOptions) => void = () => {},
  language: Language = "en",
): void {
  const options = { skip: withoutChromium, timeout: 240_000 };
  let lab: Lab;
  before(async () => {
    if (!withoutChromium) lab = await Lab.start(`--lang=${language}`);
  });
  after(() => lab?.stop());

  const folder = language === "en" ? "notebooks" : `notebooks/${language}`;
  for (const name of names) {
    let lesson: NotebookPage;

    test(`${name}: a fresh lesson runs from top to bottom without an error`, options, async () => {
      lesson = await lab.open(`${folder}/${name}.ipynb`);
      await lesson.runAll();
      assert.deepEqual(await lesson.errors(), []);
    });

    test(
      `${name}: every figure is drawn, and its sliders and menus change it`,
      options,
      async () => {
        const cells = await lesson.cellsShowing(plotly);
        assert.ok(cells.length >= 2, `figures in cells ${cells}`);
        for (const cell of cells) {
          const figure = await lesson.figure(cell);
          const changing = await figure.controls();
          for (const [k, control] of changing.entries()) {
            const [first, last] = [await control.first(), await control.last()];
            assert.notEqual(
              first,
              last,
              `control ${k} of the figure in cell ${cell} changes nothing`,
            );
          }
        }
      },
    );

    test(`${name}: a screen reader says what each figure shows`, options, async () => {
      for (const cell of await lesson.cellsShowing(plotly)) {
        const figure = await lesson.figure(cell);
        const [{ data }] = (await lesson.outputs(cell)).filter(
          (it) => it.data && plotly in it.data,
        );
        assert.equal(await figure.description(), data?.["text/plain"]);
      }
    });

    for (const theme of ["light", "dark"] as const)
      test(`${name}: nothing written in a figure is cut or pale, ${theme}`, options, async () => {
        await lesson.theme(theme);
        for (const cell of await lesson.cellsShowing(plotly)) {
          const figure = await lesson.figure(cell);
          assert.deepEqual(await figure.textFaults(), [], `the figure in cell ${cell}`);
        }
      });

    more(name, () => lesson, options);

    test(`${name}: the page's console has no complaint`, options, async () => {
      assert.deepEqual(lesson.consoleErrors, []);
      await lesson.close();
    });
  }
}
