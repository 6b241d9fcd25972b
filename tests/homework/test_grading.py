"""Homework through nbgrader's own commands: every kind of submission gets what it has earned."""

from __future__ import annotations

import copy
import html
import json
import re
import socket

import nbformat
import pytest
from attacks import ANSWERS as ANSWERS_OF_ATTACKS
from attacks import QUICK, attacks_shown, needs_walls, with_attacks
from courses import LESSON, ROOT, cell_named, hand_out, make_course, with_cells
from nbformat.v4 import new_code_cell

from homework.grading.export_marks import LONG

#: A whole class is graded before the first test begins.
pytestmark = pytest.mark.timeout(900)

CHECKS = ["check-1-1", "check-1-2", "check-1-3", "check-1-4"]
ALL = dict(zip(CHECKS, [3.0, 3.0, 4.0, 2.0], strict=True))
NONE = dict.fromkeys(CHECKS, 0.0)

EXIT = """function oneVsOne(S: Matrix, K: number): Int32Array {
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


def forging_all(blank):
    """A check of the learner's own, and functions that forge what their checks show."""
    sources = {
        f"exercise_1_{k}": forging(signature, data)
        for k, (signature, data) in enumerate(FORGED.items(), start=1)
    }
    notebook = with_cells(blank, **sources)
    notebook.cells.insert(1, new_code_cell(OWN_CHECK))
    return notebook


def tampered(notebook):
    """Locked cells edited, one of each way, where every exercise is solved."""
    cell_named(notebook, "check-1-1").source = "3"
    cell_named(notebook, "check-1-1").metadata.nbgrader.points = 100
    cell_named(notebook, "check-1-2").metadata.pop("nbgrader")
    cell_named(notebook, "check-1-3").metadata.nbgrader.grade = False
    notebook.cells.remove(cell_named(notebook, "check-1-4"))
    double = copy.deepcopy(cell_named(notebook, "exercise-1-4"))
    double.id, double.source = "double", "broken"
    notebook.cells.insert(1, double)
    notebook.cells.append(new_code_cell("4", metadata={"nbgrader": {"grade": True}}))
    return notebook


@pytest.fixture(scope="module")
def server():
    """A server on this machine that no submission may reach; yields its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.fixture(scope="module")
def graded(course, solution, server, exchange):
    """Every submission handed in, marked and handed back."""
    blank = course.blank()
    solutions = {f"exercise_1_{k}": solution(f"1.{k}") for k in (1, 2, 3, 4)}
    solved = with_cells(blank, **solutions)
    notebooks = {
        "blank": blank,
        "mixed": with_cells(
            blank,
            exercise_1_1=CHATTY,
            exercise_1_2=CLIPPED,
            exercise_1_3=TYPE_ERROR,
            exercise_1_4=EXIT,
        ),
        "forging": forging_all(blank),
        "attacking": tampered(with_attacks(solved, QUICK, [course.directory, exchange], server)),
    }
    for student, notebook in notebooks.items():
        course.submit(student, notebook)
    with (course.directory / "nbgrader_config.py").open("a", encoding="utf-8") as settings:
        settings.write(f'\nc.Exchange.root = "{exchange}"\n')
    course.run("autograde", LESSON)
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


def test_each_exercise_earns_its_part_whatever_the_others_do(graded):
    points = graded.points()["mixed"]
    assert points | {"check-1-2": 0} == NONE | {"check-1-1": 3}
    assert 0 < points["check-1-2"] < 3
    assert "clipping hides small values" in report(graded, "mixed", "check-1-2")
    assert "Type 'string' is not assignable" in report(graded, "mixed", "check-1-3")
    assert "ended its process" in report(graded, "mixed", "check-1-4")


def test_forged_results_earn_nothing(graded):
    assert graded.points()["forging"] == NONE
    assert "gave no answers" in report(graded, "forging", "check-1-1")
    assert "another exercise" in report(graded, "forging", "check-1-2")
    assert "can't be read" in report(graded, "forging", "check-1-3")
    assert "gave no answers" in report(graded, "forging", "check-1-4")


@needs_walls
def test_no_attack_costs_more_than_its_own_points(graded, server):
    assert graded.points()["attacking"] == ALL
    for name, shown in attacks_shown(graded.graded("attacking")).items():
        assert shown == ANSWERS_OF_ATTACKS[name].replace("PORT", str(server)), name


def test_a_check_shows_one_number_and_its_report(graded):
    for student in graded.points():
        for check in CHECKS:
            (output,) = cell_named(graded.graded(student), check).outputs
            assert output.output_type == "execute_result"
            assert 0 <= float(output.data["text/plain"]) <= ALL[check]
            assert set(output.data) == {"text/plain", "text/html"}


def test_feedback_and_marks_are_written(graded):
    page = graded.directory / "feedback" / "mixed" / LESSON / f"{LESSON}.html"
    assert "clipping hides small values" in page.read_text(encoding="utf-8")
    marks = (graded.directory / "grades.csv").read_text(encoding="utf-8")
    assert re.search(rf"^{LESSON},.*,attacking,.*,12\.0,12\.0$", marks, re.M)
    assert not LONG.search(marks)


@pytest.mark.slow
def test_points_that_a_teacher_changed(tmp_path, solved):
    notebook = with_cells(solved)
    cell_named(notebook, "check-1-1").metadata.nbgrader.points = 10
    course = hand_out(tmp_path / "course", notebook)
    source = cell_named(solved, "exercise-1-2").source
    course.submit("ada", with_cells(course.blank(), exercise_1_1=CHATTY, exercise_1_2=source))
    course.run("autograde", LESSON)
    assert course.points()["ada"] == NONE | {"check-1-1": 10, "check-1-2": 3}


@pytest.mark.slow
def test_whole_lessons_with_all_their_cells(tmp_path):
    course = make_course(tmp_path / "course")
    course.run("generate_assignment", LESSON)
    course.submit("ada", nbformat.read(ROOT / "solutions" / f"{LESSON}.ipynb", as_version=4))
    course.submit("bob", course.blank())
    course.run("autograde", LESSON)
    assert course.points() == {"ada": ALL, "bob": NONE}
