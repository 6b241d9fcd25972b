"""One submission: examined, run, judged and handed back, through nbgrader."""

from __future__ import annotations

import glob
import re
from dataclasses import replace
from pathlib import Path

from .assignment import Assignment
from .examine import examine
from .marked import Mark

#: Warnings of nbgrader that say nothing new about a submission.
ROUTINE = re.compile(
    r"Removing|Updating existing|Skipping unknown notebook|Attribute|No resource|THERE ARE NO WALLS"
)

#: It takes such names for patterns.
BRACKET = "nbgrader finds nothing in a folder with [ in its name. Give this one in submitted/ another."

#: Characters of a sentence: names of cells and files are a learner's, and may be anything.
MAX_NOTE = 1000


def mark_submission(assignment: Assignment, student: str, folder: Path) -> Mark:
    """Marks a submission and writes its feedback. Never raises for what a learner did."""
    mark = through_nbgrader(assignment, student, folder)
    return replace(mark, notes=[printable(note) for note in mark.notes])


def printable(note: str) -> str:
    """A sentence that a terminal only shows."""
    return "".join(char if char.isprintable() else "?" for char in note[:MAX_NOTE])


def through_nbgrader(assignment: Assignment, student: str, folder: Path) -> Mark:
    api, lesson = assignment.api, assignment.lesson
    if "[" in student:
        return Mark(student, None, assignment.maximum, [BRACKET])
    examined = examine(folder, lesson, assignment.cells)
    if examined.refused:
        return Mark(student, None, assignment.maximum, examined.notes)
    name = glob.escape(student)
    result = api.autograde(lesson, name)
    notes = examined.notes + warnings_in(result.get("log", ""))
    if not result["success"]:
        return Mark(student, None, assignment.maximum, [*notes, last_line(result)])
    feedback = api.generate_feedback(lesson, name)
    if not feedback["success"]:
        notes.append(f"There is no feedback: {last_line(feedback)}")
    with assignment.gradebook() as gradebook:
        score = gradebook.find_submission(lesson, student).score
    return Mark(student, score, assignment.maximum, notes)


def warnings_in(log: str) -> list[str]:
    found = re.findall(r"^\[WARNING\] (.*)$", log, re.M)
    return list(dict.fromkeys(line for line in found if not ROUTINE.match(line)))


def last_line(result: dict) -> str:
    """What went wrong: the last error that was logged with its reason, or else the exception."""
    lines = [line for line in result.get("log", "").splitlines() if re.match(r"\w*Error: ", line)]
    return (lines or result["error"].strip().splitlines())[-1]
