"""An assignment of a course, as nbgrader knows it."""

from __future__ import annotations

import glob
import hashlib
import logging
import os
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps.nbgraderapp import NbGrader

from homework.grading.export_marks import ExportMarks

#: Seconds that a process waits while another one writes into the gradebook; SQLite's own are 5.
PATIENCE = 120


class RoundError(Exception):
    """A class can't be graded; the message says why."""


class Assignment:
    """What a process has to know to mark submissions; it works in the course's folder."""

    def __init__(self, course: Path, lesson: str) -> None:
        if not (course / "nbgrader_config.py").is_file():
            raise RoundError(f"{course} is no course; npm run course -- DIR makes one.")
        os.chdir(course)
        self.course, self.lesson = course, lesson
        app = NbGrader()
        app.load_config_file()
        self.api = NbGraderAPI(config=app.config, log_level=logging.WARNING)
        for handler in self.api.log.handlers:
            handler.setLevel(logging.CRITICAL)
        directory = self.api.coursedir
        if directory.db_url.startswith("sqlite:") and "?" not in directory.db_url:
            directory.db_url += f"?timeout={PATIENCE}"
        try:
            with self.gradebook() as gradebook:
                self.maximum = gradebook.find_assignment(lesson).max_score
                #: The names of its cells, in their order.
                self.cells = [c.name for c in gradebook.find_notebook(lesson, lesson).source_cells]
        except MissingEntry as error:
            raise RoundError(
                f"The gradebook does not know {lesson}; first: nbgrader generate_assignment {lesson}"
            ) from error

    def gradebook(self) -> Gradebook:
        return Gradebook(self.api.coursedir.db_url, self.api.coursedir.course_id)

    def submitted(self) -> dict[str, Path]:
        """The folder of each learner who has handed it in."""
        folders = sorted((self.course / "submitted").glob(f"*/{glob.escape(self.lesson)}"))
        return {folder.parent.name: folder for folder in folders if folder.is_dir()}

    def version(self) -> str:
        """Another one where the teacher has changed the assignment."""
        source = self.course / "source" / self.lesson / f"{self.lesson}.ipynb"
        try:
            return hashlib.sha256(source.read_bytes()).hexdigest()
        except OSError as error:
            raise RoundError(
                f"{source}, from which {self.lesson} was handed out, can't be read: {error.strerror}. "
                "Put it back, or give the name that the assignment has now."
            ) from error

    def export(self) -> None:
        """Writes all marks of the course into grades.csv."""
        with self.gradebook() as gradebook:
            ExportMarks(parent=self.api).export(gradebook)
