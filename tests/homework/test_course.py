"""npm run course: a folder that nbgrader understands, and nothing of anybody's overwritten."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

import nbformat
import pytest
from courses import LESSON, ROOT


def course(*arguments, **options):
    return subprocess.run(
        ["node", str(ROOT / "scripts" / "course.mjs"), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        **options,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course in a folder with a space and Cyrillic letters."""
    folder = tmp_path_factory.mktemp("courses") / "Мой курс"
    done = course(folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_course_has_settings_a_guide_and_every_lesson(made):
    masters = {path.stem for path in (ROOT / "solutions").glob("[0-9][0-9]-*.ipynb")}
    assert {path.name for path in (made / "source").iterdir()} == masters - {"00-start-here"}
    master = (ROOT / "solutions" / f"{LESSON}.ipynb").read_bytes()
    assert (made / "source" / LESSON / f"{LESSON}.ipynb").read_bytes() == master
    for name in ("nbgrader_config.py", "README.md"):
        assert "@" not in (made / name).read_text(encoding="utf-8"), "a place that was not filled"
    settings = (made / "nbgrader_config.py").read_text(encoding="utf-8")
    assert 'course_id = "Мой-курс"' in settings


def unpacked(made):
    with zipfile.ZipFile(made / "handout.zip") as archive:
        assert archive.testzip() is None
        return {
            name.removeprefix("spellgrad/"): archive.read(name).decode("utf-8")
            for name in archive.namelist()
        }


def test_the_handout_has_all_lessons_and_nothing_of_the_teachers(made):
    files = unpacked(made)
    rooms = {name.split("/")[0] for name in files}
    assert not rooms & {"solutions", "homework", "tests", "bench", "site"}
    for lesson in [path.name for path in (made / "source").iterdir()] + ["00-start-here"]:
        text = files[f"notebooks/{lesson}.ipynb"]
        assert text == files[f"fresh/{lesson}.ipynb"]
        assert "SOLUTION" not in text
    assert 'course_id = "Мой-курс"' in files["nbgrader_config.py"]


def test_what_the_handout_says_is_in_it(made):
    files = unpacked(made)
    commands = json.loads(files["package.json"])["scripts"]
    readme = files["README.md"]
    for command in re.findall(r"npm (?:run )?([\w:]+)", readme):
        assert command in commands
    for script in commands.values():
        assert script.split()[1] in files
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", readme + files["notebooks/00-start-here.ipynb"]):
        assert link in files or f"notebooks/{link}" in files, link
    for path in re.findall(r"`([\w./-]+/[\w./-]*)`", readme):
        assert any(name.startswith(path) for name in files) or path.startswith((".venv", "01-")), path


def test_made_again_it_keeps_the_teachers_and_renews_the_rest(made, tmp_path):
    folder = shutil.copytree(made, tmp_path / "c")
    changed, old, removed, released = (
        folder / "source" / name / f"{name}.ipynb"
        for name in (LESSON, "02-softmax", "03-gradient-descent", "04-linear-layers")
    )
    memory = json.loads((folder / ".made.json").read_text(encoding="utf-8"))
    settings = (folder / "nbgrader_config.py").read_text(encoding="utf-8")
    changed.write_text(changed.read_text(encoding="utf-8").replace("Logistic regression, again", "Mine"))
    (folder / "submitted" / "ada").mkdir()
    removed.unlink()
    removed.parent.rmdir()
    # As an earlier version of the project has made them.
    spec = {"name": "tslab", "display_name": "TypeScript", "language": "typescript"}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": spec, "language_info": spec})
    earlier = nbformat.writes(notebook).encode()
    for path in (old, released, folder / "README.md"):
        path.write_bytes(earlier)
        name = path.relative_to(folder).as_posix()
        memory["hashes"][name] = hashlib.sha256(earlier).hexdigest()
    (folder / "release" / "04-linear-layers").mkdir(parents=True)
    (folder / ".made.json").write_text(json.dumps(memory), encoding="utf-8")

    done = course(folder)
    assert done.returncode == 0, done.stderr
    assert "Mine" in changed.read_text(encoding="utf-8")
    assert old.read_bytes() == (ROOT / "solutions" / "02-softmax.ipynb").read_bytes()
    assert not removed.exists()
    assert released.read_bytes() == earlier
    assert (folder / "submitted" / "ada").is_dir()
    assert (folder / "nbgrader_config.py").read_text(encoding="utf-8") == settings
    assert "nbgrader" in (folder / "README.md").read_text(encoding="utf-8")
    assert f"kept as they are: source/{LESSON}/{LESSON}.ipynb, source/04-linear-layers" in done.stdout
    assert "Brought up to date: source/02-softmax/02-softmax.ipynb, README.md" in done.stdout
    assert "Mine" in unpacked(folder)[f"notebooks/{LESSON}.ipynb"]
    assert "notebooks/03-gradient-descent.ipynb" not in unpacked(folder)


def test_a_course_of_an_earlier_version_keeps_its_seed_and_all_its_files(made, tmp_path):
    folder = shutil.copytree(made, tmp_path / "c")
    (folder / ".made.json").unlink()
    settings = (folder / "nbgrader_config.py").read_text(encoding="utf-8") + "# mine\n"
    (folder / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    done = course(folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "nbgrader_config.py").read_text(encoding="utf-8") == settings
    assert "kept as they are: nbgrader_config.py" in done.stdout
    memory = json.loads((folder / ".made.json").read_text(encoding="utf-8"))
    assert f"c.Grading.seed = {memory['values']['SEED']}" in settings
    done = course(folder, "--lang", "ru")
    assert done.returncode == 1 and "needs another folder" in done.stderr


def test_a_course_in_russian_has_the_russian_lessons_and_judges_in_russian(tmp_path):
    done = course(tmp_path / "c", "--lang", "ru")
    assert done.returncode == 0, done.stderr
    lesson = tmp_path / "c" / "source" / LESSON / f"{LESSON}.ipynb"
    assert lesson.read_bytes() == (ROOT / "solutions" / "ru" / f"{LESSON}.ipynb").read_bytes()
    settings = (tmp_path / "c" / "nbgrader_config.py").read_text(encoding="utf-8")
    assert 'os.environ["SPELLGRAD_LANGUAGE"] = "ru"' in settings
    assert "Раздать" in (tmp_path / "c" / "README.md").read_text(encoding="utf-8")
    files = unpacked(tmp_path / "c")
    assert files[f"notebooks/ru/{LESSON}.ipynb"] == files[f"fresh/ru/{LESSON}.ipynb"]
    assert "--lang ru" in json.loads(files["package.json"])["scripts"]["start"]
    assert "Начать" in files["README.md"]
    done = course(tmp_path / "d", "--lang", "xx")
    assert done.returncode == 1 and "en, ru" in done.stderr


def test_a_handout_that_cant_be_made_leaves_nothing_behind(made, tmp_path):
    folder = shutil.copytree(made, tmp_path / "c")
    (folder / "handout.zip").unlink()
    (folder / "source" / LESSON / f"{LESSON}.ipynb").write_text("no notebook")
    done = course(folder)
    assert done.returncode == 1 and "can't be handed out" in done.stderr
    assert not list(folder.glob("handout*"))


def test_a_folder_with_content_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = course(tmp_path)
    assert done.returncode == 1 and "not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def seed_of(folder):
    settings = (folder / "nbgrader_config.py").read_text(encoding="utf-8")
    return re.search(r"^c\.Grading\.seed = (\d+)", settings, re.M)[1]


def test_another_course_named_from_where_npm_was_called_draws_its_own_inputs(made, tmp_path):
    done = course("here", cwd=ROOT, env={**os.environ, "INIT_CWD": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    assert seed_of(tmp_path / "here") != seed_of(made)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("my lesson", "called like 09-my-lesson"),
        ("02-mine", "There is a lesson 02-softmax already"),
        (LESSON, f"There is a lesson {LESSON} already"),
    ],
)
def test_an_assignment_of_ones_own_needs_a_name_of_its_own(made, name, sentence):
    done = course(made, "--add", name)
    assert done.returncode == 1 and sentence in done.stderr


def test_without_a_name_it_says_how(tmp_path):
    done = course(cwd=tmp_path)
    assert done.returncode == 1 and "npm run course -- " in done.stderr


def test_a_course_of_a_project_that_moved_says_so(made, tmp_path):
    shutil.copytree(made, tmp_path / "c")
    settings = tmp_path / "c" / "nbgrader_config.py"
    text = settings.read_text(encoding="utf-8").replace(ROOT.as_posix(), "/nowhere")
    settings.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "list"]
    done = subprocess.run(command, cwd=tmp_path / "c", capture_output=True, encoding="utf-8")
    assert done.returncode != 0 and "There is no grading in /nowhere" in done.stderr
