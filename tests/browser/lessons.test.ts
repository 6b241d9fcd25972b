import assert from "node:assert/strict";
import { test } from "node:test";
import { everyDay, testLessons } from "./lesson-laws";

testLessons(everyDay, (name, lesson, options) => {
  if (name !== "01-logistic-regression") return;
  test(
    `${name}: a wrong solution is told what is missing, a right one that it is right`,
    options,
    async () => {
      const page = lesson();
      const exercise = await page.find("function affine(");
      const check = await page.find('check("1.1"');
      const solve = async (body: string) => {
        const signature = "function affine(X: Matrix, W: Matrix, b: Matrix): Matrix";
        await page.type(exercise, `${signature} {\n  ${body}\n}`);
        await page.run(exercise);
        await page.run(check);
        return (await page.cell(check)).locator(".jp-OutputArea-output").innerText();
      };
      assert.match(await solve("return nn.matmul(X, W);"), /the bias is missing/);
      assert.match(await solve("return nn.add(nn.matmul(X, W), b);"), /Correct/);
    },
  );
});
