"""One submission after another, through nbgrader."""

from __future__ import annotations

import glob
import hashlib
import logging
import re
import time
from collections.abc import Callable
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps.nbgraderapp import NbGrader
from nbgrader.plugins import CsvExportPlugin

from .examine import cells_of, examine
from .marked import Mark, Marked


class RoundError(Exception):
    """A class can't be graded; the message says why."""


#: Warnings of nbgrader that say nothing new about a submission.
ROUTINE = re.compile(r"Removing|Updating existing|Skipping unknown notebook|Attribute|No resource")


class Round:
    """The submissions of one assignment."""

    def __init__(self, course: Path, lesson: str) -> None:
        self.course, self.lesson = course, lesson
        app = NbGrader()
        app.load_config_file()
        self.api = NbGraderAPI(config=app.config, log_level=logging.WARNING)
        for handler in self.api.log.handlers:
            handler.setLevel(logging.CRITICAL)
        self.submitted = {
            path.parent.name: path
            for path in sorted((course / "submitted").glob(f"*/{glob.escape(lesson)}"))
            if path.is_dir()
        }
        if not self.submitted:
            raise RoundError(f"Nobody has handed in {lesson}: submitted/NAME/{lesson}/ is not there.")
        source = course / "source" / lesson / f"{lesson}.ipynb"
        try:
            with self.gradebook() as gradebook:
                self.cells = cells_of(gradebook, lesson)
            version = hashlib.sha256(source.read_bytes()).hexdigest()
        except (MissingEntry, OSError) as error:
            raise RoundError(
                f"The gradebook does not know {lesson}; first: nbgrader generate_assignment {lesson}"
            ) from error
        self.marked = Marked(course, lesson, version)

    def gradebook(self) -> Gradebook:
        return Gradebook(self.api.coursedir.db_url, self.api.coursedir.course_id)

    def run(self, say: Callable[[str], None]) -> list[Mark]:
        """Marks what is not marked yet; says each mark as it comes, and the time that is left."""
        marks: list[Mark] = []
        kept = {name: self.marked.read(name, path) for name, path in self.submitted.items()}
        waiting = sum(mark is None for mark in kept.values())
        if waiting < len(kept):
            say(f"{len(kept) - waiting} of {len(kept)} are marked already.")
        start, done = time.monotonic(), 0
        for student, folder in self.submitted.items():
            mark = kept[student]
            if mark is None:
                self.marked.forget(student)
                mark = self.mark(student, folder)
                self.marked.write(mark, folder)
                done += 1
                left = (time.monotonic() - start) / done * (waiting - done)
                say(f"{len(marks) + 1} of {len(kept)}  {mark}{time_left(left)}")
            marks.append(mark)
        return marks

    def mark(self, student: str, folder: Path) -> Mark:
        """Marks one submission and writes its feedback. Never raises for what a learner did."""
        examined = examine(folder, self.lesson, self.cells)
        if examined.refused:
            return Mark(student, None, self.maximum(), examined.notes)
        name = glob.escape(student)
        result = self.api.autograde(self.lesson, name)
        notes = examined.notes + warnings_in(result.get("log", ""))
        if not result["success"]:
            stop_if_asked(result)
            return Mark(student, None, self.maximum(), [*notes, last_line(result)])
        feedback = self.api.generate_feedback(self.lesson, name)
        if not feedback["success"]:
            stop_if_asked(feedback)
            notes.append(f"There is no feedback: {last_line(feedback)}")
        with self.gradebook() as gradebook:
            score = gradebook.find_submission(self.lesson, student).score
        return Mark(student, score, self.maximum(), notes)

    def export(self) -> None:
        """Writes all marks of the course into grades.csv."""
        with self.gradebook() as gradebook:
            CsvExportPlugin(parent=self.api).export(gradebook)

    def maximum(self) -> float:
        with self.gradebook() as gradebook:
            return gradebook.find_assignment(self.lesson).max_score


def warnings_in(log: str) -> list[str]:
    found = re.findall(r"^\[WARNING\] (.*)$", log, re.M)
    return list(dict.fromkeys(line for line in found if not ROUTINE.match(line)))


def last_line(result: dict) -> str:
    """What went wrong: the last error that was logged with its reason, or else the exception."""
    lines = [line for line in result.get("log", "").splitlines() if re.match(r"\w*Error: ", line)]
    return (lines or result["error"].strip().splitlines())[-1][:500]


def stop_if_asked(result: dict) -> None:
    """nbgrader takes Ctrl+C for one more failure."""
    if "KeyboardInterrupt" in result["error"]:
        raise KeyboardInterrupt


def time_left(seconds: float) -> str:
    if seconds <= 0:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"  ({minutes} min {rest} s left)" if minutes else f"  ({rest} s left)"
