"""What a teacher forgets in an assignment of their own is said in a sentence."""

from __future__ import annotations

import nbformat
import pytest
from courses import LESSON, ROOT, cell_named

from homework.course.check_assignment import exercises_of, faults_of

SOLUTIONS = ROOT / "solutions"


def read(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture
def lesson():
    return read(SOLUTIONS / f"{LESSON}.ipynb")


def faults(notebook, name=LESSON, assignment=LESSON):
    return " ".join(faults_of(notebook, name, assignment))


def test_a_lesson_has_no_faults(lesson):
    assert faults(lesson) == ""


@pytest.mark.slow
@pytest.mark.parametrize("master", sorted(SOLUTIONS.rglob("0[1-8]-*.ipynb")), ids=str)
def test_no_lesson_has_faults(master):
    assert faults(read(master), master.stem, master.stem) == ""


def test_a_check_of_another_name(lesson):
    cell_named(lesson, "check-1-2").metadata.nbgrader.grade_id = "cell-5f3a"
    assert "The tests in the cell cell-5f3a would earn nothing" in faults(lesson)


def test_a_check_of_an_exercise_that_is_not_described(lesson):
    cell_named(lesson, "check-1-2").metadata.nbgrader.grade_id = "check-1-9"
    said = faults(lesson)
    assert "check-1-9 is for exercise 1.9, and there are 1.1, 1.2, 1.3, 1.4." in said
    assert 'check-1-9 does not call check("1.9", …)' in said
    assert 'There is no cell exercise-1-9, an "Autograded answer"' in said


def test_an_exercise_whose_cell_is_not_marked(lesson):
    del cell_named(lesson, "exercise-1-1").metadata["nbgrader"]
    assert "There is no cell exercise-1-1" in faults(lesson)


def test_a_solution_without_its_lines(lesson):
    cell_named(lesson, "exercise-1-1").source = "const affine = 1;"
    assert "exercise-1-1 has no lines // BEGIN SOLUTION" in faults(lesson)


def test_no_exercises_another_kernel_and_another_name(lesson):
    lesson.metadata.kernelspec.name = "python3"
    said = faults(lesson, "mine", "09-my-lesson")
    assert "The notebook's kernel is python3" in said
    assert "The notebook is mine.ipynb: call it 09-my-lesson.ipynb" in said
    assert "index.ts is missing" in said


@pytest.fixture
def own(tmp_path):
    """The folder of a lesson beside the library's checks; nothing is in it yet."""
    lesson = tmp_path / "lib" / "exercises" / "98-a-test"
    lesson.mkdir(parents=True)
    (tmp_path / "lib" / "checks").symlink_to(ROOT / "lib" / "checks", target_is_directory=True)
    return lesson


def test_exercises_that_can_not_be_loaded(own):
    (own / "index.ts").write_text("export const exercises = nobody;", encoding="utf-8")
    _, fault = exercises_of(own)
    assert "can't be loaded: ReferenceError: nobody" in fault


def test_exercises_that_are_described_at_last_are_found(own):
    """Formgrader generates in a process that lives as long as JupyterLab."""
    _, fault = exercises_of(own)
    assert "index.ts is missing" in fault
    begun = (ROOT / "homework" / "course" / "own" / "index.txt").read_text(encoding="utf-8")
    (own / "index.ts").write_text(begun.replace("@N@", "98"), encoding="utf-8")
    assert exercises_of(own) == (["98.1"], None)
