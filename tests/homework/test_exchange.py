"""From release to feedback through nbgrader's exchange, as its README says, on another's side too."""

from __future__ import annotations

import html
import os
import re
import subprocess

import nbformat
import pytest
from courses import LESSON, NBGRADER, ROOT, cell_named, make_course, with_cells
from nbgrader.api import Gradebook

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

ADA = "ada"

INFINITE = """function sigmoid(Z: Matrix): Matrix {
  return nn.map(Z, (x) => Math.exp(x) / (1 + Math.exp(x)));
}"""

COMMENT = "Well *seen*: $x^2$."


class Learner:
    """A learner in their own home, in the folder of the handout."""

    def __init__(self, home, exchange):
        self.folder = home / "spellgrad"
        self.folder.mkdir(parents=True)
        settings = (ROOT / "homework" / "course" / "handout" / "nbgrader_config.py").read_text()
        settings = settings.replace("@COURSE@", "course") + f'\nc.Exchange.root = "{exchange}"\n'
        (self.folder / "nbgrader_config.py").write_text(settings)
        self.environment = {**os.environ, "HOME": str(home)}
        self.notebook = self.folder / LESSON / f"{LESSON}.ipynb"

    def run(self, *command: str) -> str:
        done = subprocess.run(
            [str(NBGRADER), *command],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=900,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr


@pytest.fixture(scope="module")
def course(tmp_path_factory, solved):
    folder = tmp_path_factory.mktemp("shared")
    exchange = f'c.Exchange.root = "{folder / "exchange"}"'
    return make_course(folder / "course", source=solved, settings=exchange)


@pytest.fixture(scope="module")
def learner(course):
    folder = course.directory.parent
    return Learner(folder / "home", folder / "exchange")


def test_the_solutions_are_valid(course):
    done = subprocess.run(
        [str(NBGRADER), "validate", str(course.source)],
        cwd=course.directory,
        capture_output=True,
        encoding="utf-8",
    )
    assert "Success!" in done.stdout, done.stderr


def test_a_learner_fetches_what_is_released(course, learner):
    course.run("generate_assignment", LESSON)
    course.run("release_assignment", LESSON)
    learner.run("fetch_assignment", LESSON)
    assert "not started" in learner.notebook.read_text(encoding="utf-8")


def test_validate_says_what_each_check_says(learner, solution):
    fetched = nbformat.read(learner.notebook, as_version=4)
    mine = with_cells(fetched, exercise_1_1=solution("1.1"), exercise_1_2=INFINITE)
    nbformat.write(mine, learner.notebook)
    said = re.sub(r"\s+", " ", learner.run("validate", str(learner.notebook)))
    assert "VALIDATION FAILED ON 3 CELL(S)" in said
    assert 'check("1.1"' not in said
    assert "2.1 of 3 points. NaN at 1000" in said
    assert "1.3 bceWithLogits: 0 of 4 points. Not started" in said


def test_a_right_notebook_is_valid(learner, solution, tmp_path):
    fetched = nbformat.read(learner.notebook, as_version=4)
    right = {f"exercise_1_{k}": solution(f"1.{k}") for k in (1, 2, 3, 4)}
    nbformat.write(with_cells(fetched, **right), learner.folder / "right.ipynb")
    assert "Success!" in learner.run("validate", "right.ipynb")


def test_handed_in_collected_and_marked(course, learner):
    learner.run("submit", LESSON, "--student", ADA)
    course.run("collect", LESSON, "--update")
    course.run("autograde", LESSON)
    assert course.points()[ADA]["check-1-1"] == 3
    assert course.points()[ADA]["check-1-2"] == 2.1


def test_a_comment_comes_back_to_the_learner(course, learner):
    with Gradebook(f"sqlite:///{course.directory}/gradebook.db") as gradebook:
        gradebook.find_comment("exercise-1-2", LESSON, LESSON, ADA).manual_comment = COMMENT
        gradebook.db.commit()
    course.run("generate_feedback", LESSON)
    course.run("release_feedback", LESSON)
    learner.run("fetch_feedback", LESSON)
    (page,) = learner.folder.glob(f"{LESSON}/feedback/*/{LESSON}.html")
    text = page.read_text(encoding="utf-8")
    assert "Well <em>seen</em>: <math" in text
    assert not re.search(r"<(script|link|img)[^>]* (src|href)=.?(https?:)?//", text)
    assert "NaN at 1000" in html.unescape(re.sub(r"<[^>]*>", "", text))


def test_a_second_submission_is_marked_anew(course, learner, solution):
    mine = nbformat.read(learner.notebook, as_version=4)
    nbformat.write(with_cells(mine, exercise_1_2=solution("1.2")), learner.notebook)
    learner.run("submit", LESSON, "--student", ADA)
    course.run("collect", LESSON, "--update")
    course.run("autograde", LESSON)
    assert course.points()[ADA]["check-1-2"] == 3
    course.run("export")
    marks = (course.directory / "grades.csv").read_text(encoding="utf-8")
    assert re.search(rf"^{LESSON},.*,{ADA},.*,6\.0,12\.0$", marks, re.M)


def test_downloads_are_collected_by_their_names(course, learner):
    archive = course.directory / "downloaded" / LESSON / "archive"
    blank = course.blank()
    for name in (
        f"Борис Ёлкин_{LESSON}.ipynb",
        f"carol_{LESSON}.ipynb",
        f"carol_{LESSON} (1).ipynb",
        f"Jane Smith_123_assignsubmission_file/{LESSON}.ipynb",
        "zoe/my work.ipynb",
        f"{LESSON}.ipynb",
    ):
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        cell_named(blank, "exercise-1-1").source = f"// {name}"
        nbformat.write(blank, archive / name)
    said = course.run("zip_collect", LESSON)
    assert f"Whose is {LESSON}.ipynb? Call it NAME_{LESSON}.ipynb" in said
    submitted = {
        path.parents[1].name: path for path in course.directory.glob(f"submitted/*/{LESSON}/*.ipynb")
    }
    assert {*submitted} == {ADA, "Борис Ёлкин", "carol", "Jane Smith", "zoe"}
    assert "(1)" in submitted["carol"].read_text(encoding="utf-8")
    assert "use the --force option" in refused(course)
    course.run("zip_collect", LESSON, "--force")


def refused(course):
    done = subprocess.run(
        [str(NBGRADER), "zip_collect", LESSON],
        cwd=course.directory,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode != 0
    return done.stderr
