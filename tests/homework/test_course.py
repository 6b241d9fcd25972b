"""npm run course: a folder that nbgrader understands, and nothing of anybody's overwritten."""

from __future__ import annotations

import os
import subprocess
import sys

from courses import LESSON, ROOT


def course(*arguments, **options):
    return subprocess.run(
        ["node", str(ROOT / "scripts" / "course.mjs"), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        **options,
    )


def test_a_course_has_settings_a_guide_and_every_lesson(tmp_path):
    done = course(tmp_path / "my course")
    assert done.returncode == 0, done.stderr
    made = tmp_path / "my course"
    masters = {path.stem for path in (ROOT / "solutions").glob("[0-9][0-9]-*.ipynb")}
    assert {path.name for path in (made / "source").iterdir()} == masters - {"00-start-here"}
    master = (ROOT / "solutions" / f"{LESSON}.ipynb").read_bytes()
    assert (made / "source" / LESSON / f"{LESSON}.ipynb").read_bytes() == master
    for name in ("nbgrader_config.py", "README.md"):
        assert "@" not in (made / name).read_text(encoding="utf-8"), "a place that was not filled"


def test_a_course_in_russian_has_the_russian_lessons_and_judges_in_russian(tmp_path):
    done = course(tmp_path / "c", "--lang", "ru")
    assert done.returncode == 0, done.stderr
    lesson = tmp_path / "c" / "source" / LESSON / f"{LESSON}.ipynb"
    assert lesson.read_bytes() == (ROOT / "solutions" / "ru" / f"{LESSON}.ipynb").read_bytes()
    settings = (tmp_path / "c" / "nbgrader_config.py").read_text(encoding="utf-8")
    assert 'os.environ["SPELLGRAD_LANGUAGE"] = "ru"' in settings
    done = course(tmp_path / "d", "--lang", "xx")
    assert done.returncode == 1 and "en, ru" in done.stderr


def test_each_course_draws_its_own_inputs(tmp_path):
    settings = set()
    for name in ("a", "b"):
        assert course(tmp_path / name).returncode == 0
        text = (tmp_path / name / "nbgrader_config.py").read_text(encoding="utf-8")
        settings.add(next(line for line in text.splitlines() if "c.Grading.seed" in line))
    assert len(settings) == 2


def test_a_folder_with_content_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = course(tmp_path)
    assert done.returncode == 1 and "not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_relative_name_is_seen_from_where_npm_was_called(tmp_path):
    done = course("here", cwd=ROOT, env={**os.environ, "INIT_CWD": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "here" / "nbgrader_config.py").is_file()


def test_without_a_name_it_says_how(tmp_path):
    done = course(cwd=tmp_path)
    assert done.returncode == 1 and "npm run course -- " in done.stderr


def test_a_course_of_a_project_that_moved_says_so(tmp_path):
    course(tmp_path / "c")
    settings = tmp_path / "c" / "nbgrader_config.py"
    text = settings.read_text(encoding="utf-8").replace(ROOT.as_posix(), "/nowhere")
    settings.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "list"]
    done = subprocess.run(command, cwd=tmp_path / "c", capture_output=True, encoding="utf-8")
    assert done.returncode != 0 and "There is no grading in /nowhere" in done.stderr
