"""Lessons as single files: a web page, and a TypeScript program."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter, ScriptExporter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402

LESSONS = [path.stem for path in build_notebooks.masters(None)]
FIRST, *OTHERS = LESSONS
EACH = [FIRST, *(pytest.param(lesson, marks=pytest.mark.slow) for lesson in OTHERS)]


def learners(lesson: str) -> nbformat.NotebookNode:
    return build_notebooks.read(ROOT / "notebooks" / f"{lesson}.ipynb")


@pytest.mark.parametrize("lesson", EACH)
def test_a_lesson_becomes_a_page(lesson):
    notebook = learners(lesson)
    page, _ = HTMLExporter().from_notebook_node(notebook)
    title = notebook.cells[0].source.splitlines()[0].removeprefix("# ")
    assert title in page
    assert page.count("jp-CodeCell") >= sum(cell.cell_type == "code" for cell in notebook.cells)


@pytest.mark.parametrize("lesson", EACH)
def test_a_lesson_becomes_a_program_in_typescript(lesson):
    notebook = learners(lesson)
    program, resources = ScriptExporter().from_notebook_node(notebook)
    assert resources["output_extension"] == ".ts"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.source in program
