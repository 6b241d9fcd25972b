"""A course that is handed out, and the solutions of its exercises."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from courses import LESSON, PATIENCE, ROOT, Course, hand_out
from nbformat import NotebookNode

#: The first cell of a lesson, as far as its exercises need it.
FIRST_CELL = f"""import * as nn from "./lib";
import type {{ Matrix }} from "./lib";
import {{ check }} from "./lib/exercises/{LESSON}";"""


@pytest.fixture(scope="session")
def solved() -> NotebookNode:
    """The lesson's exercises with their solutions, without the cells between them."""
    notebook = nbformat.read(ROOT / "solutions" / f"{LESSON}.ipynb", as_version=4)
    notebook.cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    notebook.cells.insert(0, nbformat.v4.new_code_cell(FIRST_CELL))
    return notebook


@pytest.fixture(scope="session")
def solution(solved):
    """The solution of an exercise: solution("1.2") is the source of its cell."""
    sources = {cell.metadata.nbgrader.grade_id: cell.source for cell in solved.cells[1:]}
    return lambda exercise: sources[f"exercise-{exercise.replace('.', '-')}"]


@pytest.fixture(scope="session")
def course(tmp_path_factory, solved) -> Course:
    """A course with one short assignment, handed out."""
    course = hand_out(tmp_path_factory.mktemp("anywhere") / "course", solved, PATIENCE)
    for other in course.source.parents[1].iterdir():
        if other.name != LESSON:
            shutil.rmtree(other)
    return course


@pytest.fixture
def blank(course) -> NotebookNode:
    """What a learner gets."""
    return course.blank()


@pytest.fixture(scope="module")
def exchange():
    """An exchange beside a program, in a folder that a submission sees."""
    with TemporaryDirectory(prefix="test-", dir=ROOT / "kernel" / "dist") as folder:
        (Path(folder) / "program").touch()
        exchange = Path(folder) / "exchange"
        (exchange / "course" / "inbound").mkdir(parents=True)
        yield exchange
