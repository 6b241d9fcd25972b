import { after, before, test } from "node:test";
import { CleanClone, withoutGit } from "./clean-clone";
import { inCleanFolder } from "./readme";

const options = { skip: withoutGit, timeout: 3_600_000 };

let clone: CleanClone;
before(() => {
  if (!withoutGit) clone = new CleanClone();
});
after(() => clone?.[Symbol.dispose]());

for (const command of inCleanFolder)
  test(`README: ${command}`, options, () => {
    clone.run(command);
  });

test("after all these commands, nothing that git keeps has changed but a picture", options, () => {
  clone.run("git diff --exit-code --stat -- . ':!site/pictures/lesson.png'");
});
