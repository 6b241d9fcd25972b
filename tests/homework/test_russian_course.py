"""A course in Russian: solved and fresh work, and what its learners read."""

from __future__ import annotations

import html
import re
import shutil
import subprocess

import nbformat
import pytest
from courses import LESSON, ROOT, Course

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


def test_a_russian_lesson_from_generating_to_feedback(tmp_path):
    course = Course(tmp_path / "Мой курс")
    command = ["node", str(ROOT / "scripts" / "course.mjs"), str(course.directory), "--lang", "ru"]
    subprocess.run(command, check=True, timeout=300)
    for other in course.source.parents[1].iterdir():
        if other.name != LESSON:
            shutil.rmtree(other)
    course.run("generate_assignment", LESSON)
    solved = nbformat.read(ROOT / "solutions" / "ru" / f"{LESSON}.ipynb", as_version=4)
    course.submit("Ада", solved)
    course.submit("Борис Ёлкин", course.blank())
    course.run("autograde", LESSON)
    course.run("generate_feedback", LESSON)

    earned = {student: sum(checks.values()) for student, checks in course.points().items()}
    assert earned == {"Ада": 12, "Борис Ёлкин": 0}

    def page(student):
        file = course.directory / "feedback" / student / LESSON / f"{LESSON}.html"
        return html.unescape(re.sub(r"<[^>]*>", "", file.read_text(encoding="utf-8")))

    assert "1.1 affine: баллов 3 из 3. Верно." in page("Ада")
    assert "1.1 affine: баллов 0 из 3. Ещё не начато" in page("Борис Ёлкин")
    assert "Комментарий: Ответа нет." in re.sub(r"\s+", " ", page("Борис Ёлкин"))
    for student in earned:
        assert "(баллы: " in page(student)
        assert not re.search(r"of \d points|Not started|Correct\.|Score:|Comments:|response", page(student))
