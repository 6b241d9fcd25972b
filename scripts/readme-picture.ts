// Takes the README's picture, site/pictures/lesson.png: a section of lesson 01 in JupyterLab, run
// from top to bottom, its boundary trained to the last step.
//
//   node --import tsx scripts/readme-picture.ts
import path from "node:path";
import { Lab, root } from "../tests/browser/lab";

async function take(file: string): Promise<void> {
  const lab = await Lab.start();
  try {
    const lesson = await lab.open("notebooks/01-logistic-regression.ipynb");
    await lesson.page.setViewportSize({ width: 1000, height: 1060 });
    await lesson.page.evaluate(
      'window.jupyterapp.commands.execute("application:toggle-left-area")',
    );
    await lesson.runAll();
    const cell = await lesson.find("nn.plots.boundaryTraining(");
    const figure = await lesson.figure(cell);
    await figure.slide(1);
    const before = `.jp-Cell[data-windowed-list-index="${cell - 1}"]`;
    await lesson.page.evaluate(`{
      const top = (element) => element.getBoundingClientRect().top;
      const page = document.querySelector(".jp-WindowedPanel-outer");
      page.scrollTop += top(document.querySelector('${before}')) - top(page);
    }`);
    await lesson.screenshot(file);
  } finally {
    await lab.stop();
  }
}

take(path.join(root, "site", "pictures", "lesson.png"));
