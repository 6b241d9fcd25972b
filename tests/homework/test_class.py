"""A class of thirty in one command: every mark is what it has to be, whatever is handed in."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import time

import nbformat
import pytest
from attacks import needs_walls
from classmates import LESSON, MAXIMA, classmates
from courses import ROOT, cell_named, make_course

#: Seconds in which a class is marked on a machine that does much else.
PATIENCE = 5400


def grade(course, *options):
    """The command; returns its exit code and what it said."""
    done = subprocess.run(
        ["npm", "run", "--silent", "grade", "--", str(course.directory), LESSON, *options],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout + done.stderr


@needs_walls
@pytest.mark.slow
@pytest.mark.timeout(PATIENCE)
def test_a_class_of_thirty(tmp_path, capsys):
    course = make_course(tmp_path / "course", LESSON)
    course.run("generate_assignment", LESSON)
    master = nbformat.read(course.source, as_version=4)
    solutions = {
        id: cell_named(master, f"exercise-{id.replace('.', '-')}").source for id in MAXIMA
    }
    settings = (course.directory / "nbgrader_config.py").read_text(encoding="utf-8")
    seed = re.search(r"^c\.Grading\.seed = (\d+)$", settings, re.M)[1]
    program = ["node", "--import", "tsx", "tests/homework/attempts-earn.ts", LESSON, seed]
    attempts = json.loads(subprocess.check_output(program, cwd=ROOT, encoding="utf-8"))
    blank = course.blank()
    everyone = classmates(blank, solutions, attempts)
    assert len(everyone) == 30
    for name, submission in everyone.items():
        submission.hand_in(course.directory / "submitted" / name / LESSON)

    start = time.monotonic()
    code, said = grade(course)
    minutes = (time.monotonic() - start) / 60
    with capsys.disabled():
        print(f"\n{said}\nA class of thirty in {minutes:.1f} minutes.")

    # Five of them can't be marked, and the command's end says so.
    assert code == 2
    lines = re.findall(r"^(\d+) of 30  (.*)$", said, re.M)
    assert [int(number) for number, _ in lines] == [*range(1, 31)]
    assert all(line.endswith(" left)") for _, line in lines[:-1])
    report = (course.directory / f"report-{LESSON}.txt").read_text(encoding="utf-8")
    entries = dict(re.findall(r"^(\S.*?): (.*\n(?: {4}.*\n)*)", report, re.M))
    for name, submission in everyone.items():
        mark, *notes = entries[name].splitlines()
        earned = "not marked" if submission.points is None else f"{submission.points:g} of 12 points"
        assert mark == earned, name
        assert submission.says is None or submission.says in "\n".join(notes), name
        page = course.directory / "feedback" / name / LESSON / f"{LESSON}.html"
        assert page.exists() == (submission.points is not None), name
    with (course.directory / "grades.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["assignment"] == LESSON]
    scores = {row["student_id"]: float(row["score"]) for row in rows if row["score"]}
    for name, submission in everyone.items():
        assert scores.get(name, 0) == pytest.approx(submission.points or 0), name

    code, said = grade(course)
    assert "Marked already: 25 of 30." in said and "5 to mark" in said
