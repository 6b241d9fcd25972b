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


def make_course(directory: Path, lesson: str = LESSON) -> Course:
    subprocess.run(
        ["node", str(ROOT / "scripts" / "course.mjs"), str(directory)], check=True, timeout=120
    )
    return Course(directory, lesson)


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
