import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { jupyterEnvironment } from "../jupyter/environment.mjs";
import { languages } from "../setup/language.mjs";
import { npmPackages } from "../setup/npm-packages.mjs";
import { aloud } from "../setup/progress.mjs";
import { inProject, pythonOf, root, venvPython } from "../setup/project.mjs";
import { pythonPackages } from "../setup/python-packages.mjs";
import { run } from "../setup/run.mjs";
import { setUp } from "../setup/steps.mjs";

const site = (...parts) => inProject("site", ...parts);
const work = site("work");
const html = site("html");
const sphinxVenv = site(".venv");

await setUp({
  more: [
    npmPackages({ dev: true, folder: site(), title: "npm packages of the site" }),
    pythonPackages({
      folder: sphinxVenv,
      requirements: site("requirements.txt"),
      title: "Python packages of the site",
    }),
  ],
});

rmSync(work, { recursive: true, force: true });
rmSync(html, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

// Nobody's progress is on the site, and making the site is nobody's progress.
const env = { ...jupyterEnvironment(), SPELLGRAD_PROGRESS: "" };
await aloud("lessons, run from top to bottom", (said) =>
  run(venvPython, ["-m", "maker", work], { cwd: site(), env, tool: "the lessons", said }),
);
await aloud("pages", async (said) => {
  cpSync(site("pages"), work, { recursive: true });
  // English is the site itself, other languages are folders of it.
  for (const language of languages)
    await pages(language, language === "en" ? html : path.join(html, language), said);
});
await aloud("reference of the library", (said) =>
  run(process.execPath, [site("node_modules", "typedoc", "bin", "typedoc")], {
    cwd: site(),
    tool: "TypeDoc",
    said,
  }),
);
console.log(`The site is ${path.relative(root, path.join(html, "index.html"))}.`);

/** Makes the pages of one language of what the maker wrote for it, and puts them in their place. */
async function pages(language, place, said) {
  const source = path.join(work, language);
  const built = path.join(work, "built", language);
  copyLibraries(path.join(source, "_static"));
  const quietly = ["-q", "-W", "--keep-going", "-j", "auto"];
  const settings = [`language=${language}`, `html_static_path=${path.join(source, "_static")}`];
  const args = [
    ...["-m", "sphinx", ...quietly, "-b", "html", "-c", site()],
    ...settings.flatMap((setting) => ["-D", setting]),
    ...["-d", path.join(work, "doctrees", language), source, built],
  ];
  await run(pythonOf(sphinxVenv), args, { env, tool: "Sphinx", said });
  renameSync(built, place);
}

/** What pages need from npm, beside our own scripts and styles. */
function copyLibraries(target) {
  const modules = (...parts) => site("node_modules", ...parts);
  cpSync(site("static"), target, { recursive: true });
  cpSync(modules("mathjax", "es5", "tex-svg.js"), path.join(target, "tex-svg.js"));
  cpSync(modules("mermaid", "dist", "mermaid.min.js"), path.join(target, "mermaid.min.js"));
  const plotly = inProject("node_modules", "plotly.js", "plotly.min.js");
  cpSync(plotly, path.join(target, "plotly.min.js"));
}
