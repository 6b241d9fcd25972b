import { readdirSync } from "node:fs";
import path from "node:path";
import { inProject, root } from "../setup/project.mjs";

/**
 * The test files below `tests/` that a command line asks for.
 *
 * @param wanted parts of paths, such as `kernel` or `tests/lib/matrix`; none means all files
 */
export function testFiles({ all, wanted }) {
  const files = readdirSync(inProject("tests"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort();
  const node = files.filter(
    (file) => file.endsWith(".test.ts") && (all || !file.endsWith(".slow.test.ts")),
  );
  return {
    browser: node.filter((file) => file.startsWith("tests/browser/")),
    node: node.filter((file) => !file.startsWith("tests/browser/")),
    python: files.filter((file) => /(^|\/)test_[^/]*\.py$/.test(file)),
  };
}
