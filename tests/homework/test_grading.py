"""Homework through nbgrader's own commands: every kind of submission gets what it has earned."""

from __future__ import annotations

import html
import json
import re

import nbformat
import pytest
from courses import LESSON, ROOT, cell_named, make_course, with_cells
from nbformat.v4 import new_code_cell

CHECKS = ["check-1-1", "check-1-2", "check-1-3", "check-1-4"]
ALL = dict(zip(CHECKS, [3.0, 3.0, 4.0, 2.0], strict=True))
NONE = dict.fromkeys(CHECKS, 0.0)

LOOP = """function affine(X: Matrix, W: Matrix, b: Matrix): Matrix {
  while (true) {}
}"""

GREEDY = """function affine(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const rows: number[][] = [];
  while (true) rows.push(new Array(100_000).fill(rows.length));
}"""

EXIT = """function sigmoid(Z: Matrix): Matrix {
  process.exit(0);
}"""

TYPE_ERROR = """function bceWithLogits(z: Matrix, y: Matrix): { loss: number; dz: Matrix } {
  const n: number = "three";
  return { loss: n, dz: z };
}"""

CLIPPED = """function sigmoid(Z: Matrix): Matrix {
  return nn.map(Z, (x) => 1 / (1 + Math.exp(-Math.min(20, Math.max(-20, x)))));
}"""

CHATTY = """function affine(X: Matrix, W: Matrix, b: Matrix): Matrix {
  console.log("3");
  console.error("3");
  return nn.add(nn.matmul(X, W), b);
}"""

#: What a submission may call its own; the lesson's check is called all the same.
OWN_CHECK = "const check = (id: string, f: unknown) => 3;"


def forging(signature, data):
    """A function that speaks to the kernel in the name of its check, and leaves."""
    return f"""function {signature} {{
  const {{ writeSync }} = require("node:fs");
  const say = (message: object) => writeSync(4, `${{JSON.stringify(message)}}\\n`);
  for (let id = 1; id < 300; id++) {{
    say({{ type: "result", id, data: {json.dumps(data)}, metadata: {{}} }});
    say({{ type: "done", id }});
  }}
  process.exit(0);
}}"""


ANSWERS = "application/vnd.spellgrad.answers+json"

#: The signature of each exercise, and what it shows as its check's result.
FORGED = {
    # Full marks, if what a cell shows were believed.
    "affine(X: Matrix, W: Matrix, b: Matrix): Matrix": {"text/plain": "3"},
    "sigmoid(Z: Matrix): Matrix": {
        ANSWERS: {"exercise": "1.1", "answers": []},
        "text/plain": "3",
    },
    "bceWithLogits(z: Matrix, y: Matrix): { loss: number; dz: Matrix }": {
        ANSWERS: {"exercise": "1.3", "answers": "all of them"},
        "text/plain": "4",
    },
    # For nothing at all, nbgrader gives full marks.
    "oneVsOne(S: Matrix, K: number): Int32Array": {},
}


def attacking(blank):
    """Checks of the learner's own, and functions that forge what their checks show."""
    sources = {
        f"exercise_1_{k}": forging(signature, data)
        for k, (signature, data) in enumerate(FORGED.items(), start=1)
    }
    notebook = with_cells(blank, **sources)
    notebook.cells.insert(1, new_code_cell(OWN_CHECK))
    return notebook


def tampered(blank, solution):
    """Locked cells edited, one of each way, with the exercises 1.1 and 1.3 solved."""
    notebook = with_cells(blank, exercise_1_1=solution("1.1"), exercise_1_3=solution("1.3"))
    cell_named(notebook, "check-1-1").source = "3"
    check = cell_named(notebook, "check-1-2")
    check.source = "3"
    check.metadata.nbgrader.update(grade=False, points=100, locked=False, solution=True)
    notebook.cells.remove(cell_named(notebook, "check-1-3"))
    cell_named(notebook, "check-1-4").metadata.tags = ["skip-execution"]
    exercise = cell_named(notebook, "exercise-1-4").metadata.nbgrader
    exercise.update(grade=True, points=50, schema_version=1)
    notebook.cells.append(new_code_cell("4", metadata={"nbgrader": {"grade": True}}))
    return notebook


@pytest.fixture(scope="module")
def graded(course, solution):
    """Every submission handed in, marked and handed back."""
    blank = nbformat.read(course.release, as_version=4)
    one, two, three, four = (solution(f"1.{k}") for k in (1, 2, 3, 4))
    notebooks = {
        "blank": blank,
        "solved": with_cells(
            blank, exercise_1_1=one, exercise_1_2=two, exercise_1_3=three, exercise_1_4=four
        ),
        "half": with_cells(blank, exercise_1_1=CHATTY, exercise_1_2=CLIPPED, exercise_1_4=four),
        "broken": with_cells(
            blank,
            exercise_1_1=LOOP,
            exercise_1_2=EXIT,
            exercise_1_3=TYPE_ERROR,
            exercise_1_4=four,
        ),
        "attacking": attacking(blank),
        "tampered": tampered(blank, solution),
    }
    for student, notebook in notebooks.items():
        course.submit(student, notebook)
    course.run("autograde", LESSON, "--Execute.timeout=20")
    course.run("generate_feedback", LESSON)
    course.run("export")
    return course


def report(course, student, check):
    """The report of a check, as its learner gets it, without tags."""
    (output,) = cell_named(course.graded(student), check).outputs
    return html.unescape(re.sub(r"<[^>]*>", "", output.data["text/html"]))


def test_blank_work_earns_nothing_and_says_not_started(graded):
    assert graded.points()["blank"] == NONE
    assert "Not started" in report(graded, "blank", "check-1-1")


def test_a_solved_lesson_earns_every_point(graded):
    assert graded.points()["solved"] == ALL
    assert "Correct" in report(graded, "solved", "check-1-4")


def test_half_the_work_earns_its_part_whatever_it_prints(graded):
    points = graded.points()["half"]
    assert points["check-1-1"] == 3 and points["check-1-3"] == 0 and points["check-1-4"] == 2
    assert 0 < points["check-1-2"] < 3
    assert "clipping hides small values" in report(graded, "half", "check-1-2")


def test_broken_exercises_lose_their_own_points_only(graded):
    assert graded.points()["broken"] == NONE | {"check-1-4": 2}
    assert "does a loop never end?" in report(graded, "broken", "check-1-1")
    assert "ended its process" in report(graded, "broken", "check-1-2")
    assert "Type 'string' is not assignable" in report(graded, "broken", "check-1-3")


def test_forged_results_earn_nothing(graded):
    assert graded.points()["attacking"] == NONE
    assert "gave no answers" in report(graded, "attacking", "check-1-1")
    assert "another exercise" in report(graded, "attacking", "check-1-2")
    assert "can't be read" in report(graded, "attacking", "check-1-3")
    assert "gave no answers" in report(graded, "attacking", "check-1-4")


def test_edited_locked_cells_are_restored_and_deleted_checks_come_back(graded):
    assert graded.points()["tampered"] == {
        "check-1-1": 3,
        "check-1-2": 0,
        "check-1-3": 4,
        "check-1-4": 0,
    }


def test_a_check_shows_one_number_and_its_report(graded):
    for student in graded.points():
        for check in CHECKS:
            (output,) = cell_named(graded.graded(student), check).outputs
            assert output.output_type == "execute_result"
            assert 0 <= float(output.data["text/plain"]) <= ALL[check]
            assert set(output.data) == {"text/plain", "text/html"}


def test_feedback_and_marks_are_written(graded):
    page = graded.directory / "feedback" / "half" / LESSON / f"{LESSON}.html"
    assert "clipping hides small values" in page.read_text(encoding="utf-8")
    marks = (graded.directory / "grades.csv").read_text(encoding="utf-8")
    assert re.search(rf"^{LESSON},.*,solved,.*,12\.0,12\.0$", marks, re.M)


@pytest.mark.slow
def test_a_loop_that_eats_all_memory_loses_its_own_points_only(course, blank, solution):
    cells = {f"exercise_1_{k}": solution(f"1.{k}") for k in (2, 3, 4)}
    course.submit("greedy", with_cells(blank, exercise_1_1=GREEDY, **cells))
    course.run("autograde", LESSON, "--student=greedy")
    assert course.points()["greedy"] == ALL | {"check-1-1": 0}


@pytest.mark.slow
def test_points_that_a_teacher_changed(tmp_path, solved):
    course = make_course(tmp_path / "course")
    notebook = with_cells(solved)
    cell_named(notebook, "check-1-1").metadata.nbgrader.points = 10
    nbformat.write(notebook, course.source)
    course.run("generate_assignment", LESSON)
    source = cell_named(solved, "exercise-1-2").source
    handed_out = nbformat.read(course.release, as_version=4)
    course.submit("ada", with_cells(handed_out, exercise_1_1=CHATTY, exercise_1_2=source))
    course.run("autograde", LESSON)
    assert course.points()["ada"] == NONE | {"check-1-1": 10, "check-1-2": 3}


@pytest.mark.slow
def test_whole_lessons_with_all_their_cells(tmp_path):
    course = make_course(tmp_path / "course")
    course.run("generate_assignment", LESSON)
    course.submit("ada", nbformat.read(ROOT / "solutions" / f"{LESSON}.ipynb", as_version=4))
    course.submit("bob", nbformat.read(course.release, as_version=4))
    course.run("autograde", LESSON)
    assert course.points() == {"ada": ALL, "bob": NONE}
