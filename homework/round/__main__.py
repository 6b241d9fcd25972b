"""The command: python -m homework.round DIR LESSON"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from homework.grading import WITHOUT_WALLS, missing

from .grade_class import Round, RoundError
from .marked import Mark


def main(course: Path, lesson: str) -> int:
    if not (course / "nbgrader_config.py").is_file():
        raise RoundError(f"{course} is no course; npm run course -- DIR makes one.")
    os.chdir(course)
    reason = missing()
    print(WITHOUT_WALLS % reason if reason else "Learners' code runs behind bubblewrap's walls.")
    this = Round(course, lesson)
    marks = this.run(lambda line: print(line, flush=True))
    report = course / f"report-{lesson}.txt"
    report.write_text("\n".join(map(entry, marks)) + "\n", encoding="utf-8")
    noted = [mark for mark in marks if mark.notes]
    print("\n".join(["", *map(entry, noted)]) if noted else "\nNothing odd about any of them.")
    print(f"\nMarks: grades.csv and the gradebook. Report: {report.name}. Pages: feedback/.")
    this.export()
    return 0 if all(mark.points is not None for mark in marks) else 2


def entry(mark: Mark) -> str:
    return "\n".join([str(mark), *(f"    {note}" for note in mark.notes)])


if __name__ == "__main__":
    # Of the packages below nbgrader; they are about their own insides.
    warnings.simplefilter("ignore")
    try:
        if len(sys.argv) != 3:
            raise RoundError("Name a course and an assignment: npm run grade -- DIR LESSON")
        sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2]))
    except RoundError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The same command goes on where it was.")
