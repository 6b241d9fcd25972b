"""A class of thirty in lesson 02: whatever people hand in, and what it has to earn."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from pathlib import Path

import nbformat
from courses import cell_named, with_cells
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output

LESSON = "02-softmax"
NAME = f"{LESSON}.ipynb"
MAXIMA = {"2.1": 2, "2.2": 3, "2.3": 3, "2.4": 4}

TYPE_ERROR = """function softmax(Z: Matrix): Matrix {
  return "shares";
}"""

ENDLESS = """function crossEntropy(P: Matrix, y: Int32Array): number {
  while (true) {}
}"""

EXIT = """function softmaxCrossEntropy(Z: Matrix, y: Int32Array): { loss: number; dZ: Matrix } {
  process.exit(1);
}"""


@dataclass
class Submission:
    """What is handed in, by its name: a notebook, a text, a folder (None) or a link (its target).
    The points, None for what can't be marked; what the report says.
    """

    files: dict[str, NotebookNode | str | Path | None]
    points: float | None
    says: str | None = None

    def hand_in(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        for name, content in self.files.items():
            if content is None:
                (folder / name).mkdir()
            elif isinstance(content, Path):
                (folder / name).symlink_to(content)
            else:
                text = content if isinstance(content, str) else json.dumps(content)
                (folder / name).write_text(text, encoding="utf-8")


def classmates(
    blank: NotebookNode, solutions: dict[str, str], attempts: dict[str, dict[str, list[dict]]]
) -> dict[str, Submission]:
    """Learners by their names. `attempts` has sources with their points: exercise → right, wrong."""

    def with_sources(sources: dict[str, str]) -> NotebookNode:
        return with_cells(blank, **{f"exercise_{id.replace('.', '_')}": sources[id] for id in sources})

    def solved(*exercises: str, **instead: str) -> NotebookNode:
        """Some exercises solved, none named means all; instead of one: exercise_2_1="…"."""
        chosen = {id: solutions[id] for id in exercises or MAXIMA}
        return with_cells(with_sources(chosen), **instead)

    def attempted(kinds: str, which: int) -> Submission:
        """An attempt at each exercise, right (r) or wrong (w)."""
        chosen = {}
        for id, kind in zip(MAXIMA, kinds, strict=True):
            choice = attempts[id]["right" if kind == "r" else "wrong"]
            chosen[id] = choice[which % len(choice)]
        notebook = with_sources({id: one["source"] for id, one in chosen.items()})
        return Submission({NAME: notebook}, sum(one["points"] for one in chosen.values()))

    def one(notebook: NotebookNode | str, points: float | None, says: str | None = None) -> Submission:
        return Submission({NAME: notebook}, points, says)

    mixed = ["rwrw", "wrwr", "rrww", "wwrr", "rwwr", "wrrw"]
    return {
        "ada": one(blank, 0),
        "Борис Ёлкин": one(solved(), 12),
        "Anna-Maria O'Neil (2)": one(solved(), 12),
        "Anna-Maria O'Neil [3]": one(solved(), None, "Give this one in submitted/ another."),
        "first half": one(solved("2.1", "2.2"), 5),
        "second half": one(with_large_output(solved("2.3", "2.4")), 7, "The file has 50 MB"),
        **{f"mixed-{k}": attempted(kinds, k) for k, kinds in enumerate(mixed)},
        "right": attempted("rrrr", 1),
        "wrong": attempted("wwww", 3),
        "broken off": one(json.dumps(solved())[:5000], None, "it is not JSON"),
        "nothing": Submission({}, None, "There is no notebook."),
        "folder": Submission({NAME: None}, None, f"a broken link or the like: {NAME}."),
        "link": Submission({NAME: Path("nowhere")}, None, f"a broken link or the like: {NAME}."),
        "missing cells": one(
            without(solved(), "exercise-2-2", "check-2-3"),
            9,
            "Missing: exercise-2-2, check-2-3.",
        ),
        "doubled cell": one(doubled(solved()), 12, "More than once: exercise-2-1;"),
        "reordered cells": one(reordered(solved()), 10, "not in the assignment's order"),
        "older version": one(
            renamed(solved(), "exercise-2-1", "exercise-2-0"),
            12,
            "Not in this assignment: exercise-2-0.",
        ),
        "type error": one(solved(exercise_2_2=TYPE_ERROR), 9, "check-2-2: 0 points."),
        "endless function": one(solved(exercise_2_3=ENDLESS), 9, "check-2-3: 0 points."),
        "endless cell": one(with_extra(solved(), "while (true) {}"), 12),
        "exit": one(solved(exercise_2_4=EXIT), 8, "check-2-4: 0 points."),
        "another file name": Submission(
            {"моя работа (1).ipynb": solved()}, 12, f"моя работа (1).ipynb is taken as {NAME}."
        ),
        "two files": Submission(
            {NAME: solved(), "old.ipynb": blank}, 12, "not looked at: old.ipynb"
        ),
        "another kernel": one(of_python(solved()), 12, "Saved with the kernel python3"),
        "forged": one(forged(blank), 0),
    }


def without(notebook: NotebookNode, *names: str) -> NotebookNode:
    for name in names:
        notebook.cells.remove(cell_named(notebook, name))
    return notebook


def doubled(notebook: NotebookNode) -> NotebookNode:
    """A first try was left standing above the exercise."""
    cell = cell_named(notebook, "exercise-2-1")
    first = copy.deepcopy(cell)
    first.id, first.source = "first-try", "function logSumExp(z: Matrix): number { return 0; }"
    notebook.cells.insert(notebook.cells.index(cell), first)
    return notebook


def reordered(notebook: NotebookNode) -> NotebookNode:
    """A check above its exercise finds no function."""
    check = cell_named(notebook, "check-2-1")
    notebook.cells.remove(check)
    notebook.cells.insert(notebook.cells.index(cell_named(notebook, "exercise-2-1")), check)
    return notebook


def renamed(notebook: NotebookNode, name: str, new: str) -> NotebookNode:
    cell_named(notebook, name).metadata.nbgrader.grade_id = new
    return notebook


def with_extra(notebook: NotebookNode, source: str) -> NotebookNode:
    notebook.cells.insert(2, new_code_cell(source))
    return notebook


def with_large_output(notebook: NotebookNode) -> NotebookNode:
    notebook.cells[1].outputs = [new_output("stream", text="x" * 50_000_000)]
    return notebook


def of_python(notebook: NotebookNode) -> NotebookNode:
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    return notebook


def forged(blank: NotebookNode) -> NotebookNode:
    """Every check says that all is right, and is worth 100 points."""
    notebook = copy.deepcopy(blank)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata.nbgrader.points = 100
            if cell.cell_type == "code":
                cell.source = "100"
                cell.outputs = [
                    new_output("execute_result", {"text/plain": "100"}, execution_count=1)
                ]
    return nbformat.from_dict(notebook)
