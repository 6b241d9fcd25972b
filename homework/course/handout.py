"""The project as the learners of a course get it: python handout.py FILE.zip COURSE LANGUAGE NAME

Without the solutions, the tests and this room. Its lessons are those of the course's `source/`, fresh.
Whoever has Node and Python unpacks it and runs `npm start`.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402

#: Rooms and files of the project that a learner needs.
HANDED_OUT = (
    ".gitignore",
    "LICENSE",
    "data",
    "kernel",
    "lib",
    "package-lock.json",
    "requirements.txt",
    "scripts/jupyter",
    "scripts/kernelspec.mjs",
    "scripts/build-kernel.mjs",
    "scripts/notebooks",
    "scripts/notebooks.mjs",
    "scripts/setup",
    "scripts/setup.mjs",
    "scripts/start.mjs",
    "scripts/tfjs-cpu",
    "tsconfig.json",
)

#: What a project that was used has in its rooms, and made itself.
MADE = ("__pycache__", ".ipynb_checkpoints", ".pytest_cache", "node_modules")

#: About the work on the kernel.
LEFT_OUT = (ROOT / "kernel" / "README.md",)

#: The commands of `package.json` that work with what is handed out.
COMMANDS = ("start", "setup", "build:kernel", "reset")

TEXTS = Path(__file__).with_name("handout")


def files() -> Iterator[Path]:
    for name in HANDED_OUT:
        path = ROOT / name
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            parts = file.relative_to(ROOT).parts
            built = parts[0] == "kernel" and parts[1].startswith("dist")
            if file.is_file() and not built and file not in LEFT_OUT and not set(parts) & {*MADE}:
                yield file


def package(language: str) -> str:
    """package.json with the commands that work, in the course's language."""
    content = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    content["scripts"] = {name: content["scripts"][name] for name in COMMANDS}
    if language != "en":
        content["scripts"]["start"] += f" --lang {language}"
        content["scripts"]["reset"] = f"node scripts/notebooks.mjs --lang {language} --reset"
    return json.dumps(content, indent=2) + "\n"


def lessons(course: Path, language: str) -> Iterator[tuple[str, str]]:
    """The start page and the course's assignments as learners get them, by name."""
    start = build_notebooks.masters("00", language)
    for master in [*start, *sorted(course.glob("source/*/*.ipynb"))]:
        try:
            fresh = build_notebooks.learners_copy(build_notebooks.read(master))
        except Exception as error:
            sys.exit(f"{master} can't be handed out: {error}")
        yield master.name, nbformat.writes(fresh) + "\n"


def write(target: Path, course: Path, language: str, name: str) -> None:
    room = "" if language == "en" else f"{language}/"
    readme = "README.md" if language == "en" else f"README.{language}.md"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:

        def add(file: str, text: str) -> None:
            archive.writestr(f"spellgrad/{file}", text)

        for file in files():
            archive.write(file, Path("spellgrad") / file.relative_to(ROOT))
        add("package.json", package(language))
        add("README.md", (TEXTS / readme).read_text(encoding="utf-8"))
        settings = (TEXTS / "nbgrader_config.py").read_text(encoding="utf-8")
        add("nbgrader_config.py", settings.replace("@COURSE@", name))
        for notebook, text in lessons(course, language):
            add(f"notebooks/{room}{notebook}", text)
            # From here `npm run reset` takes a lesson.
            add(f"fresh/{room}{notebook}", text)


if __name__ == "__main__":
    file, course, *about = sys.argv[1:]
    write(Path(file), Path(course), *about)
