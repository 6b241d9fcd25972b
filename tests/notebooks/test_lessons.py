"""Every lesson, fresh and solved, through nbclient, as a learner's JupyterLab would run it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from english import english_in
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook, new_output

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402
from shown import faults  # noqa: E402

#: "01-logistic-regression", and "ru/01-logistic-regression".
LESSONS = [
    path.relative_to(build_notebooks.MASTERS).with_suffix("").as_posix()
    for language in build_notebooks.LANGUAGES
    for path in build_notebooks.masters(None, language)
]

#: A translation runs the same code: one of them stands for all until the long tests.
RUN = [
    pytest.param(lesson, marks=[] if not lesson.startswith("ru/") or "/01-" in lesson else pytest.mark.slow)
    for lesson in LESSONS
]
NOT_STARTED = {"en": "Not started", "ru": "Ещё не начато"}


@pytest.fixture(autouse=True)
def own_progress(tmp_path, monkeypatch):
    """A test's progress is not the learner's who works in this folder."""
    monkeypatch.setenv("SPELLGRAD_PROGRESS", str(tmp_path / "progress.json"))


def run(notebook):
    """Runs a notebook from its own folder and returns it with outputs; errors are outputs too."""
    client = NotebookClient(
        notebook,
        kernel_name="tslab",
        timeout=120,
        allow_errors=True,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
    )
    client.execute()
    return notebook


def errors(notebook):
    return [
        f"{cell.source}\n→ {output.ename}: {output.evalue}"
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "error"
    ]


def stderr(notebook):
    return [
        output.text
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stderr"
    ]


def checks(notebook):
    """The cells of checks and the one result that each shows."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.startswith("check("):
            (result,) = [o for o in cell.outputs if o.output_type == "execute_result"]
            yield cell, result.data


def foreign(lesson, notebook):
    """What a translated lesson shows that is not translated."""
    return english_in(notebook) if lesson.startswith("ru/") else []


def test_an_english_sentence_among_the_outputs_is_found():
    shown = [
        {"text/html": "<p>Верно. <b>The mean is right.</b></p>"},
        {"application/vnd.plotly.v1+json": {"layout": {"title": {"text": "how the loss falls"}}}},
        {"text/plain": "[ 'said the moon to the moon' ]", "text/markdown": "строка `const x = y of z`"},
    ]
    cells = [
        new_code_cell(id=f"cell-{k}", outputs=[new_output("display_data", data)])
        for k, data in enumerate(shown)
    ]
    assert english_in(new_notebook(cells=cells)) == [
        "cell-0: The mean is right",
        "cell-1: how the loss falls",
    ]


def is_graded(cell) -> bool:
    return cell.metadata.get("nbgrader", {}).get("grade", False)


@pytest.mark.parametrize("lesson", RUN)
def test_a_fresh_lesson_runs_to_its_end_and_says_not_started(lesson):
    notebook = run(build_notebooks.learners_copy(build_notebooks.read(ROOT / "solutions" / f"{lesson}.ipynb")))
    assert errors(notebook) == []
    assert stderr(notebook) == []
    for _, shown in checks(notebook):
        assert shown["text/plain"] == "0"
        assert NOT_STARTED["ru" if lesson.startswith("ru/") else "en"] in shown["text/html"]
    assert foreign(lesson, notebook) == []


NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def numbers_of(notebook):
    """Every number in the code of a notebook and in what its cells show."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            shown = json.dumps([[o.get("text"), o.get("data")] for o in cell.outputs])
            yield from (float(number) for number in NUMBER.findall(cell.source + shown))


def quoted_without_source(notebook):
    """Numbers of three decimals and more in the prose that no cell gives, rounded as they are."""
    given = set(numbers_of(notebook))
    prose = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    for quoted in re.findall(r"(?<![\w.])\d+\.(?:\d{3,})(?!\w)", prose):
        decimals = len(quoted.partition(".")[2])
        if not any(round(number, decimals) == float(quoted) for number in given):
            yield quoted


@pytest.mark.parametrize("lesson", RUN)
def test_a_solved_lesson_scores_all_its_points(lesson):
    notebook = run(build_notebooks.read(ROOT / "solutions" / f"{lesson}.ipynb"))
    assert errors(notebook) == []
    assert stderr(notebook) == []
    assert list(faults(notebook, "ru" if lesson.startswith("ru/") else "en")) == []
    checked = list(checks(notebook))
    assert len(checked) > 0
    assert all("✓" in shown["text/html"] for _, shown in checked)
    graded = [(cell, shown) for cell, shown in checked if is_graded(cell)]
    assert [float(shown["text/plain"]) for _, shown in graded] == [
        cell.metadata.nbgrader.points for cell, _ in graded
    ]
    assert foreign(lesson, notebook) == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_check_is_graded_but_the_start_page_s(lesson):
    master = build_notebooks.read(ROOT / "solutions" / f"{lesson}.ipynb")
    cells = [cell for cell in master.cells if cell.source.startswith("check(")]
    assert {is_graded(cell) for cell in cells} == {not lesson.endswith("00-start-here")}
    code = [cell for cell in master.cells if cell.cell_type == "code"]
    assert [cell for cell in code if is_graded(cell) and cell not in cells] == []


def committed(path: str) -> str:
    """A file as git has it; the working copy's where there is no git."""
    shown = subprocess.run(
        ["git", "show", f"HEAD:{path}"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    return shown.stdout if shown.returncode == 0 else (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_committed_copy_is_what_the_committed_master_makes(lesson):
    master = nbformat.reads(committed(f"solutions/{lesson}.ipynb"), as_version=4)
    copy = nbformat.reads(committed(f"notebooks/{lesson}.ipynb"), as_version=4)
    assert build_notebooks.learners_copy(master) == copy, "run: npm run build:notebooks"


@pytest.mark.parametrize("lesson", LESSONS)
def test_masters_are_committed_without_outputs(lesson):
    master = nbformat.reads(committed(f"solutions/{lesson}.ipynb"), as_version=4)
    code = [cell for cell in master.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


@pytest.mark.parametrize("lesson", LESSONS)
def test_cells_are_short(lesson):
    master = build_notebooks.read(ROOT / "solutions" / f"{lesson}.ipynb")
    long = [
        cell.source
        for cell in master.cells
        if cell.cell_type == "code"
        and "nbgrader" not in cell.metadata
        and len(cell.source.splitlines()) > 15
    ]
    assert long == []
