import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { withoutChromium } from "./chromium";
import { FormgraderPage } from "./formgrader-page";
import { Lab, root } from "./lab";

const options = { skip: withoutChromium, timeout: 1_500_000 };

const LESSON = "01-logistic-regression";
const STUDENT = "Борис Ёлкин";

const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-teacher-"));
const course = path.join(folder, "Мой курс");
const feedback = path.join(course, "feedback", STUDENT, LESSON, `${LESSON}.html`);

let lab: Lab;
let page: Page;
let formgrader: FormgraderPage;

/** What the submission's page and the feedback show, drawn. */
const shown = `({
  formulas: [...document.querySelectorAll("math")].filter((math) => math.clientHeight > 5).length,
  figures: document.querySelectorAll(".js-plotly-plot .main-svg").length,
  tables: [...document.querySelectorAll("td")].filter((td) => td.clientWidth > 5).length,
})`;

/** Hands in the lesson, solved, with an answer to its question in words. */
function submit(): void {
  const text = readFileSync(path.join(root, "solutions", `${LESSON}.ipynb`), "utf8");
  const notebook = JSON.parse(text);
  for (const cell of notebook.cells)
    if (cell.metadata.nbgrader?.grade_id === "reflection-1") cell.source = "Overflow: $e^{1000}$.";
  const to = path.join(course, "submitted", STUDENT, LESSON);
  mkdirSync(to, { recursive: true });
  writeFileSync(path.join(to, `${LESSON}.ipynb`), JSON.stringify(notebook));
}

before(async () => {
  if (withoutChromium) return;
  const make = [path.join(root, "scripts", "course.mjs"), course];
  assert.equal(spawnSync(process.execPath, make).status, 0);
  submit();
  lab = await Lab.onCourse(course);
  page = await lab.home();
  formgrader = new FormgraderPage(page);
});
after(async () => {
  await lab?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a teacher has the formgrader, and the panel that makes assignments", options, async () => {
  await formgrader.open();
  assert.ok((await page.locator(".jp-SideBar [data-id^=nbgrader]").count()) > 0);
});

test("on a notebook there is the button that validates it", options, async () => {
  const notebook = await lab.home(`source/${LESSON}/${LESSON}.ipynb`);
  await notebook.getByText("Validate", { exact: true }).waitFor({ timeout: 120_000 });
  await notebook.close();
});

test("the formgrader lists the lessons, and generates one by its button", options, async () => {
  assert.equal(await formgrader.locator("tbody tr td.name").count(), 8);
  const said = await formgrader.press(formgrader.row(LESSON).locator(".assign a"));
  assert.match(said, /Successfully created the student version/);
  const released = path.join(course, "release", LESSON, `${LESSON}.ipynb`);
  assert.match(readFileSync(released, "utf8"), /not started/);
});

test("a submission is graded by its button", options, async () => {
  await formgrader.row(LESSON).locator(".num-submissions a").click();
  const submission = formgrader.row(STUDENT);
  assert.match(await submission.innerText(), /needs autograding/);
  const said = await formgrader.press(submission.locator(".autograde a"));
  assert.match(said, /Successfully autograded/);
  assert.match(await submission.innerText(), /12 \/ 12/);
});

test("its page shows formulas, tables and figures", options, async () => {
  await formgrader.link("Manual Grading").click();
  await formgrader.link(LESSON).click();
  await formgrader.locator("h1", { hasText: "Manual Grading" }).waitFor();
  await formgrader.row(LESSON).locator(".name a").click();
  await formgrader.link("Submission #1").click();
  await formgrader.locator(".js-plotly-plot .main-svg").last().waitFor();
  const frame = page.frames().find((one) => one.url().includes("/formgrader/submissions/"));
  assert.ok(frame);
  const { formulas, figures, tables } = (await frame.evaluate(shown)) as Record<string, number>;
  assert.ok(formulas > 20 && figures > 5 && tables > 30, `${formulas} ${figures} ${tables}`);
});

test("points and a comment, typed there, are in the feedback", options, async () => {
  await formgrader.fill(formgrader.locator("#check-1-2"), "2.5");
  await formgrader.fill(formgrader.locator("#reflection-1-comment"), "Well *seen*, $x^2$.");

  await formgrader.link("Manual Grading").click();
  await formgrader.link("Manage Assignments").click();
  const button = formgrader.row(LESSON).locator(".generate-feedback a");
  assert.match(await formgrader.press(button), /Successfully generated feedback/);

  const opened = await lab.page(pathToFileURL(feedback).href);
  await opened.locator(".js-plotly-plot .main-svg").last().waitFor();
  const { formulas, figures, tables } = (await opened.evaluate(shown)) as Record<string, number>;
  assert.ok(formulas > 20 && figures > 5 && tables > 30, `${formulas} ${figures} ${tables}`);
  const text = await opened.innerText("body");
  assert.match(text, /Score: 11\.5 \/ 12\.0/);
  assert.match(text, /Well seen,/);
  assert.equal(await opened.locator(".panel-footer math").count(), 1);
});
