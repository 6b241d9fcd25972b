"""What is odd about a submission, before anything of it runs."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

#: Bytes. Lessons with all their figures have a few megabytes.
LARGE = 20_000_000
TOO_LARGE = 200_000_000


@dataclass
class Examined:
    """`notes` go into the report; a submission that is `refused` can't be marked."""

    notes: list[str] = field(default_factory=list)
    refused: bool = False

    def refuse(self, note: str) -> Examined:
        self.notes.append(note)
        self.refused = True
        return self


def examine(folder: Path, lesson: str, cells: list[str]) -> Examined:
    """Looks at the files of a submission; `cells` are the names that the assignment's cells have."""
    found = Examined()
    notebook = the_notebook(folder, lesson, found)
    if notebook is None:
        return found
    size = notebook.stat().st_size
    if size > TOO_LARGE:
        return found.refuse(f"The file has {size / 1e6:.0f} MB, far more than a lesson's.")
    if size > LARGE:
        found.notes.append(f"The file has {size / 1e6:.0f} MB; its outputs are not read.")
    try:
        content = json.loads(notebook.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return found.refuse("The file is no notebook: it is not JSON. Was the download broken off?")
    except OSError as error:
        return found.refuse(f"The file can't be read: {error.strerror}.")
    try:
        nb = nbformat.from_dict(nbformat.convert(nbformat.from_dict(content), 4))
        nb.cells, nb.metadata  # noqa: B018
    except Exception:
        return found.refuse("The file is JSON, but no notebook.")
    kernel(nb, found)
    compare(nb, cells, found)
    return found


def the_notebook(folder: Path, lesson: str, found: Examined) -> Path | None:
    """The notebook that counts; one of another name gets the assignment's."""
    expected = folder / f"{lesson}.ipynb"
    notebooks = sorted(folder.glob("*.ipynb"))
    if odd := [path.name for path in notebooks if not os.path.isfile(path)]:
        names = ", ".join(odd)
        found.refuse(f"No file, but a folder, a broken link or the like: {names}. Ask for it again.")
        return None
    others = [path for path in notebooks if path != expected]
    names = ", ".join(path.name for path in others)
    if expected in notebooks:
        if others:
            found.notes.append(f"Marked is {expected.name}; not looked at: {names}.")
        return expected
    if len(others) != 1:
        found.refuse(
            f"There is no {expected.name}, and more than one file could be it: {names}."
            if others
            else "There is no notebook."
        )
        return None
    shutil.copy(others[0], expected)
    found.notes.append(f"{names} is taken as {expected.name}.")
    return expected


def kernel(nb: nbformat.NotebookNode, found: Examined) -> None:
    spec = nb.metadata.get("kernelspec") or {}
    name = spec.get("name") if isinstance(spec, dict) else None
    if name != "tslab":
        found.notes.append(f"Saved with the kernel {name or 'of no name'}; it is run as TypeScript.")


def compare(nb: nbformat.NotebookNode, cells: list[str], found: Examined) -> None:
    """Which of the assignment's cells are missing, doubled, out of order or of another version."""
    metadata = [cell.get("metadata", {}).get("nbgrader") for cell in nb.cells]
    names = [one.get("grade_id") for one in metadata if isinstance(one, dict)]
    names = [name for name in names if isinstance(name, str)]
    known = [name for name in names if name in cells]

    def note(text: str, which: list[str]) -> None:
        if which:
            found.notes.append(text.format(", ".join(which)))

    note("Missing: {}. What they earn is lost.", [name for name in cells if name not in names])
    note("More than once: {}; the last one counts.", [n for n, k in Counter(known).items() if k > 1])
    note("Not in this assignment: {}. An older version?", sorted({*names} - {*cells}))
    once = list(dict.fromkeys(known))
    if once != [name for name in cells if name in once]:
        found.notes.append("The cells are not in the assignment's order.")
