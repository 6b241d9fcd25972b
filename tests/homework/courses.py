"""A course, as a teacher makes it, and submissions, as learners hand them in."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[2]
LESSON = "01-logistic-regression"
NBGRADER = Path(sys.executable).with_name("nbgrader")

#: A setting: enough for a busy machine; a loop that never ends need not take as long.
PATIENCE = (
    "c.Execute.timeout_func = "
    'lambda cell: 6 if cell.source.startswith("// brief") else 120'
)


class Course:
    """An nbgrader course on the disk, driven by its commands."""

    def __init__(self, directory: Path, lesson: str = LESSON):
        self.directory, self.lesson = directory, lesson
        self.source = directory / "source" / lesson / f"{lesson}.ipynb"
        self.release = directory / "release" / lesson / f"{lesson}.ipynb"

    def run(self, *command: str) -> str:
        """Runs an nbgrader command in the course's folder; returns all that it said."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("SPELLGRAD")}
        done = subprocess.run(
            [str(NBGRADER), *command],
            cwd=self.directory,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=600,
        )
        assert done.returncode == 0, done.stderr
        assert "ERROR | There was an error" not in done.stderr, done.stderr
        return done.stderr

    def submit(self, student: str, notebook: NotebookNode) -> None:
        path = self.directory / "submitted" / student / self.lesson / f"{self.lesson}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)

    def blank(self) -> NotebookNode:
        """What a learner gets."""
        return nbformat.read(self.release, as_version=4)

    def graded(self, student: str) -> NotebookNode:
        return nbformat.read(
            self.directory / "autograded" / student / self.lesson / f"{self.lesson}.ipynb",
            as_version=4,
        )

    def points(self) -> dict[str, dict[str, float]]:
        """The marks of the checks in the gradebook: student → check → points."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.directory}/gradebook.db") as gradebook:
            return {
                submission.student.id: {
                    grade.name: grade.score
                    for notebook in submission.notebooks
                    for grade in notebook.grades
                    if grade.name.startswith("check-")
                }
                for submission in gradebook.assignment_submissions(self.lesson)
            }


def make_course(
    directory: Path, lesson: str = LESSON, source: NotebookNode | None = None, settings: str = ""
) -> Course:
    """A course; in place of the lesson may stand another `source`, and settings after its own."""
    subprocess.run(
        ["node", str(ROOT / "scripts" / "course.mjs"), str(directory)], check=True, timeout=120
    )
    course = Course(directory, lesson)
    if source:
        nbformat.write(source, course.source)
    with (directory / "nbgrader_config.py").open("a", encoding="utf-8") as configuration:
        configuration.write(f"\n{settings}\n")
    return course


def hand_out(directory: Path, source: NotebookNode, settings: str = "") -> Course:
    """A course whose lesson is handed out."""
    course = make_course(directory, source=source, settings=settings)
    course.run("generate_assignment", course.lesson)
    return course


def cell_named(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(
        cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name
    )


def with_cells(blank: NotebookNode, **sources: str) -> NotebookNode:
    """A submission: with_cells(blank, exercise_1_1="…")."""
    notebook = copy.deepcopy(blank)
    for name, source in sources.items():
        cell_named(notebook, name.replace("_", "-")).source = source
    return notebook
