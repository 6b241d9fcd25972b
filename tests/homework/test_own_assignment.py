"""A teacher's own assignment, begun with --add: generated, solved, failed, marked by hand, handed back."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile

import nbformat
import pytest
from courses import ROOT, Course, cell_named, make_course, with_cells
from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

#: A number that no teacher's lesson has.
NAME = "97-a-test"

TASK = {"schema_version": 3, "grade_id": "drawing", "task": True, "points": 3}
PLAIN = {"grade": False, "solution": False, "locked": True}

WRONG = "function twice(x: number): number {\n  return x * x;\n}"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("own") / "course")
    for lesson in (course.directory / "source").iterdir():
        shutil.rmtree(lesson)
    exercises = ROOT / "lib" / "exercises" / NAME
    try:
        again(course, "--add", NAME)
        yield course
    finally:
        shutil.rmtree(exercises, ignore_errors=True)


def again(course: Course, *more: str) -> str:
    command = ["node", str(ROOT / "scripts" / "course.mjs"), str(course.directory), *more]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def submit(course, student, notebook):
    path = course.directory / "submitted" / student / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def test_from_its_beginning_to_feedback(course):
    path = course.directory / "source" / NAME / f"{NAME}.ipynb"
    source = nbformat.read(path, as_version=4)
    task = new_markdown_cell("Draw it on paper.", metadata={"nbgrader": TASK | PLAIN})
    source.cells.append(task)
    nbformat.write(source, path)
    course.run("generate_assignment", NAME)

    release = course.directory / "release" / NAME / f"{NAME}.ipynb"
    blank = nbformat.read(release, as_version=4)
    assert "SOLUTION" not in release.read_text(encoding="utf-8")
    right = cell_named(source, "exercise-97-1").source
    submit(course, "blank", blank)
    submit(course, "right", with_cells(blank, exercise_97_1=right, words_97_1="Because."))
    submit(course, "wrong", with_cells(blank, exercise_97_1=WRONG))
    course.run("autograde", NAME)
    with Gradebook(f"sqlite:///{course.directory}/gradebook.db") as gradebook:
        earned = {
            student: gradebook.find_grade("check-97-1", NAME, NAME, student).score
            for student in ("blank", "right", "wrong")
        }
        assert earned["blank"] == 0 and earned["right"] == 2 and 0 <= earned["wrong"] < 2
        gradebook.find_grade("words-97-1", NAME, NAME, "right").manual_score = 1
        gradebook.find_grade("drawing", NAME, NAME, "right").manual_score = 2.5
        gradebook.find_comment("words-97-1", NAME, NAME, "right").manual_comment = "So it is."
        gradebook.find_comment("drawing", NAME, NAME, "right").manual_comment = "A fine curve."
        gradebook.db.commit()

    course.run("generate_feedback", NAME)

    def page(student):
        file = course.directory / "feedback" / student / NAME / f"{NAME}.html"
        return file.read_text(encoding="utf-8")

    assert "So it is." in page("right") and "A fine curve." in page("right")
    assert "That is x · x" in page("wrong")
    assert "Not started" in page("blank")
    course.run("export")
    assert ",5.5,0.0,5.5,6.0" in (course.directory / "grades.csv").read_text(encoding="utf-8")


def test_made_again_its_handout_has_the_lesson_and_its_exercises(course):
    again(course)
    with zipfile.ZipFile(course.directory / "handout.zip") as archive:
        names = archive.namelist()
        lesson = json.loads(archive.read(f"spellgrad/notebooks/{NAME}.ipynb"))
    assert f"spellgrad/lib/exercises/{NAME}/index.ts" in names
    assert "SOLUTION" not in json.dumps(lesson)


def test_what_is_forgotten_is_said_when_it_is_generated(course):
    path = course.directory / "source" / NAME / f"{NAME}.ipynb"
    source = nbformat.read(path, as_version=4)
    cell_named(source, "check-97-1").metadata.nbgrader.grade_id = "my-tests"
    nbformat.write(source, path)
    with pytest.raises(AssertionError, match="The tests in the cell my-tests would earn nothing"):
        course.run("generate_assignment", NAME, "--force")
