"""Whose a downloaded notebook is: its name says it, or its folder's."""

from __future__ import annotations

from pathlib import Path

import pytest
from courses import LESSON

from homework.course.downloads import named

TOP = Path("extracted")


@pytest.mark.parametrize(
    ("file", "student", "copy"),
    [
        (f"ada_{LESSON}", "ada", 0),
        (f"Борис Ёлкин_{LESSON}", "Борис Ёлкин", 0),
        (f"Елкин_Борис_{LESSON}", "Елкин_Борис", 0),
        (f"ivanov_2_{LESSON}", "ivanov_2", 0),
        (f"ada_{LESSON} (1)", "ada", 1),
        (f"ada_{LESSON}(12)", "ada", 12),
        (f"Jane Smith_12345_assignsubmission_file_{LESSON}", "Jane Smith", 0),
        (f"CS101/Jane Smith_12345_assignsubmission_file/{LESSON}", "Jane Smith", 0),
        (f"Jane Smith_12345_assignsubmission_file_/{LESSON} (2)", "Jane Smith", 2),
        (f"smithjane_12345_67890_{LESSON}-1", "smithjane", 1),
        (f"smithjane_LATE_12345_67890_{LESSON}", "smithjane", 0),
        (f"zoe/{LESSON}", "zoe", 0),
    ],
)
def test_the_name_of_a_file_or_of_its_folder(file, student, copy):
    assert named(TOP / f"{file}.ipynb", TOP, LESSON) == (student, LESSON, copy)


def test_in_a_learners_folder_any_notebook_is_theirs():
    assert named(TOP / "zoe" / "my work.ipynb", TOP, LESSON) == ("zoe", "my work", 0)


@pytest.mark.parametrize("file", [LESSON, f"{LESSON} (1)", "my work", f"ada_02-softmax_{LESSON[:5]}"])
def test_a_file_without_a_name_is_nobodys(file):
    assert named(TOP / f"{file}.ipynb", TOP, LESSON) is None


@pytest.mark.parametrize("name", [".", "..", " .. ", "...", "..\\ada", "\\ada", "ada\\..\\.."])
def test_a_name_that_leads_elsewhere_is_nobodys(name):
    assert named(TOP / f"{name}_{LESSON}.ipynb", TOP, LESSON) is None
    assert named(TOP / "zoe" / f"{name}_{LESSON}.ipynb", TOP, LESSON) is None


def test_a_name_written_in_two_ways_is_one_learner():
    one, other = (named(TOP / f"{name}_{LESSON}.ipynb", TOP, LESSON) for name in ("\u0401ж", "\u0415\u0308ж"))
    assert one == other
