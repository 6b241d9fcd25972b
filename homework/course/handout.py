"""The project as learners get it: python handout.py FILE.zip

Without the solutions, the tests and this room, and with fresh lessons. Whoever has Node and Python
unpacks it and runs `npm start`.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402

#: Rooms and files of the project that a learner needs. Lessons come from the masters.
HANDED_OUT = (
    ".gitignore",
    "LICENSE",
    "README.md",
    "biome.json",
    "data",
    "kernel",
    "lib",
    "package-lock.json",
    "package.json",
    "requirements.in",
    "requirements.txt",
    "scripts",
    "tsconfig.json",
)

#: What a project that was used has in its rooms, and made itself.
MADE = ("__pycache__", ".ipynb_checkpoints", ".pytest_cache", "node_modules")


def files() -> Iterator[Path]:
    for name in HANDED_OUT:
        path = ROOT / name
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            parts = file.relative_to(ROOT).parts
            built = parts[0] == "kernel" and parts[1].startswith("dist")
            if file.is_file() and not built and not set(parts) & {*MADE}:
                yield file


def write(target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files():
            archive.write(file, Path("spellgrad") / file.relative_to(ROOT))
        for master in build_notebooks.masters(None):
            fresh = build_notebooks.learners_copy(build_notebooks.read(master))
            archive.writestr(f"spellgrad/notebooks/{master.name}", nbformat.writes(fresh) + "\n")
        for path in sorted((ROOT / "notebooks").iterdir()):
            if path.is_file() and path.suffix != ".ipynb":
                archive.write(path, Path("spellgrad/notebooks") / path.name)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
