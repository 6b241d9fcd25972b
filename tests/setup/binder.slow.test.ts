import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { CleanClone, withoutGit } from "./clean-clone";

const options = { skip: withoutGit, timeout: 1_800_000 };

let clone: CleanClone;
let image: NodeJS.ProcessEnv;

/** A Python of its own stands in for the image's. */
before(() => {
  if (withoutGit) return;
  clone = new CleanClone();
  const venv = path.join(clone.folder, "image");
  clone.run(`python3 -m venv '${venv}'`);
  const home = path.join(clone.folder, "home");
  clone.run(`mkdir '${home}'`);
  image = { PATH: `${path.join(venv, "bin")}:${process.env.PATH}`, HOME: home };
});
after(() => clone?.[Symbol.dispose]());

test("postBuild makes an image whose Jupyter knows the kernel", options, () => {
  clone.run(".binder/postBuild", image);
  assert.match(clone.run("jupyter kernelspec list", image), /tslab/);
});

test("a lesson runs in it", options, () => {
  clone.run(
    ".binder/start jupyter nbconvert --to notebook --execute --output-dir .. notebooks/00-start-here.ipynb",
    image,
  );
  const run = readFileSync(path.join(clone.folder, "00-start-here.ipynb"), "utf8");
  assert.match(run, /Not started/);
});

test("start names the learner's settings", options, () => {
  const said = clone.run(".binder/start printenv JUPYTER_CONFIG_PATH", image);
  assert.match(said, /scripts\/jupyter\/learner:.*scripts\/jupyter\n/);
});
