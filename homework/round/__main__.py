"""The command: python -m homework.round DIR LESSON [--jobs N]"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from pathlib import Path

from homework.grading import WITHOUT_WALLS, missing

from .assignment import Assignment, RoundError
from .grade_class import Round, default_jobs
from .marked import Mark


def main(course: Path, lesson: str, jobs: int) -> int:
    assignment = Assignment(course, lesson)
    reason = missing()
    print(WITHOUT_WALLS % reason if reason else "Learners' code runs behind bubblewrap's walls.")
    marks = Round(assignment, jobs).run(lambda line: print(line, flush=True))
    noted = [mark for mark in marks if mark.notes]
    print("\n".join(["", *map(entry, noted)]) if noted else "\nNothing odd about any of them.")
    report = course / f"report-{lesson}.txt"
    try:
        report.write_text("\n".join(map(entry, marks)) + "\n", encoding="utf-8")
        assignment.export()
    except OSError as error:
        raise RoundError(
            f"\nAll are marked, and {error.filename} can't be written: {error.strerror}. Is it open in "
            "another program, such as a spreadsheet? Close it there, and give the same command."
        ) from error
    print(f"\nMarks: grades.csv and the gradebook. Report: {report.name}. Pages: feedback/.")
    return 0 if all(mark.points is not None for mark in marks) else 2


def entry(mark: Mark) -> str:
    return "\n".join([str(mark), *(f"    {note}" for note in mark.notes)])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="npm run grade --", description="Marks all submissions of an assignment."
    )
    # npm runs scripts in the project's folder; a relative path means the folder where it was called.
    here = Path(os.environ.get("INIT_CWD", "."))
    parser.add_argument("course", metavar="DIR", type=lambda path: (here / path).resolve())
    parser.add_argument("lesson", metavar="LESSON", help="such as 01-logistic-regression")
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=int,
        default=default_jobs(),
        help="how many submissions at a time (here: %(default)s)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    # Of the packages below nbgrader; they are about their own insides.
    warnings.simplefilter("ignore")
    try:
        given = arguments()
        sys.exit(main(given.course, given.lesson, max(1, given.jobs)))
    except RoundError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The same command goes on where it was.")
