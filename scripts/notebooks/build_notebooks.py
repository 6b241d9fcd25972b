"""Makes the learners' notebooks from the masters.

    npm run build:notebooks     every lesson of solutions/ into notebooks/
    npm run reset -- 03         a fresh copy of one lesson; with --lang ru, of the Russian one
    npm run lint                says, among others, which copies are not what their masters make

Solutions become stubs, hidden tests and outputs are removed and the cells of checks locked, all by
nbgrader's own preprocessors. A notebook that a learner has edited is never overwritten: it is kept
beside the new one as NN-name.mine-DATE.ipynb.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, ClearOutput, ClearSolutions, LockCells
from traitlets.config import Config

ROOT = Path(__file__).resolve().parents[2]
#: The learners of a course have no solutions, but what was handed out to them, untouched.
HANDED_OUT = ROOT / "fresh"
MASTERS = HANDED_OUT if HANDED_OUT.is_dir() else ROOT / "solutions"
LESSONS = ROOT / "notebooks"

#: The languages of the lessons. English stands in the folders themselves, others in one of their own.
LANGUAGES = ("en", "ru")

#: What stands in place of a solution. The checks know it: "not started" costs no error message.
STUB = 'throw new Error("not started");'

#: What stands in place of an answer in words.
TEXT_STUB = "…"

CONFIG = Config(
    ClearSolutions={"code_stub": {"typescript": STUB}, "text_stub": TEXT_STUB},
    LockCells={"lock_solution_cells": False},
)


def edition(folder: Path, language: str) -> Path:
    """The folder of a language: notebooks/ for English, notebooks/ru/ for Russian."""
    return folder if language == "en" else folder / language


def learners_copy(master: NotebookNode) -> NotebookNode:
    """The notebook that a learner gets: no solutions, no outputs, checks locked."""
    notebook, resources = nbformat.from_dict(master), {}
    for step in (ClearSolutions, LockCells, ClearHiddenTests, ClearOutput):
        notebook, resources = step(config=CONFIG).preprocess(notebook, resources)
    for cell in notebook.cells:
        cell.metadata.pop("spellgrad", None)  # a translator's notes
    notebook.metadata["spellgrad"] = {"generated": fingerprint(notebook)}
    return notebook


def fingerprint(notebook: NotebookNode) -> str:
    """A hash of what a person writes in a notebook: its cells' kinds and sources, not outputs."""
    cells = [[cell.cell_type, cell.source] for cell in notebook.cells]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()


def is_edited(notebook: NotebookNode) -> bool:
    """Whether a person changed the notebook since it was generated."""
    return notebook.metadata.get("spellgrad", {}).get("generated") != fingerprint(notebook)


def keep(path: Path) -> Path | None:
    """Sets an edited notebook (or one that can't be read) aside; says where, if it did."""
    if not path.exists():
        return None
    try:
        if not is_edited(read(path)):
            return None
    except Exception:  # not a notebook any more: a person's file all the same
        pass
    today = datetime.date.today().isoformat()
    kept = path.with_name(f"{path.stem}.mine-{today}.ipynb")
    number = 2
    while kept.exists():
        kept = path.with_name(f"{path.stem}.mine-{today}-{number}.ipynb")
        number += 1
    path.rename(kept)
    return kept


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def build(master: Path, into: Path) -> tuple[Path, Path | None]:
    """Writes the learner's copy of a master; returns its path and that of work set aside."""
    target = into / master.name
    notebook = read(master)
    fresh = nbformat.writes(notebook if MASTERS == HANDED_OUT else learners_copy(notebook)) + "\n"
    if target.exists() and target.read_text(encoding="utf-8") == fresh:
        return target, None
    kept = keep(target)
    target.write_text(fresh, encoding="utf-8")
    return target, kept


def in_step(master: NotebookNode, copy: NotebookNode) -> bool:
    """Whether a copy is what its master makes today; a learner's own edits in it don't count."""
    fresh = learners_copy(master)
    if is_edited(copy):
        return copy.metadata.get("spellgrad") == fresh.metadata["spellgrad"]
    return [cell.metadata.get("nbgrader") for cell in copy.cells] == [
        cell.metadata.get("nbgrader") for cell in fresh.cells
    ] and fingerprint(copy) == fingerprint(fresh)


def stale(into: Path) -> list[str]:
    """The masters whose copies are missing or made from an earlier master."""
    return [
        str(master.relative_to(MASTERS))
        for language in LANGUAGES
        for master in masters(None, language)
        if not (copy := edition(into, language) / master.name).exists()
        or not in_step(read(master), read(copy))
    ]


def masters(lesson: str | None, language: str = "en") -> list[Path]:
    """The masters of one lesson ("03", "3" or its whole name), or of all, in a language."""
    found = sorted(edition(MASTERS, language).glob("[0-9][0-9]-*.ipynb"))
    if lesson is None:
        return found
    chosen = [path for path in found if path.stem == lesson or path.stem[:2] == lesson.zfill(2)]
    if not chosen:
        known = ", ".join(path.stem[:2] for path in found)
        sys.exit(f"There is no lesson {lesson}. There are: {known}.")
    return chosen


#: What is said of a lesson, and of the copy that a learner has worked in.
DONE = {"en": ("fresh", "your copy is kept as"), "ru": ("начат заново", "ваша копия — это")}


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the learners' notebooks from the masters.")
    parser.add_argument("--reset", metavar="NN", help="only this lesson, fresh")
    parser.add_argument("--check", action="store_true", help="write nothing: are all up to date?")
    parser.add_argument("--lang", choices=LANGUAGES, help="only this language's")
    parser.add_argument("--into", type=Path, default=LESSONS, help="another folder than notebooks/")
    options = parser.parse_args()
    if not MASTERS.is_dir():
        sys.exit("The fresh lessons are not here; take the notebook from where you got this project.")
    if options.check:
        if behind := stale(options.into):
            sys.exit(f"Not what the masters make: {', '.join(behind)}. Run: npm run build:notebooks")
        return
    language = options.lang or ("en" if options.reset else None)
    for language in [language] if language else LANGUAGES:
        into = edition(options.into, language)
        into.mkdir(parents=True, exist_ok=True)
        for master in masters(options.reset, language):
            target, kept = build(master, into)
            name = target.relative_to(options.into)
            fresh, copy_kept = DONE[options.lang or "en"]
            print(f"{name}: {fresh}" + (f"; {copy_kept} {kept.name}" if kept else ""))


if __name__ == "__main__":
    main()
