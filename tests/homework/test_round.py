"""A class is graded in one command: what is odd is said, what is done is not done again."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from courses import LESSON
from nbformat.v4 import new_code_cell, new_notebook, new_output

from homework.grading import walls
from homework.round import __main__ as command
from homework.round.assignment import Assignment, RoundError
from homework.round.examine import examine
from homework.round.grade_class import default_jobs, time_left
from homework.round.mark_submission import printable
from homework.round.marked import Mark, Marked
from homework.round.worker import Worker

CELLS = ["exercise-1-1", "check-1-1", "exercise-1-2", "check-1-2"]


def cell(name):
    return new_code_cell("", metadata={"nbgrader": {"grade_id": name}})


def notebook(names=CELLS, kernel="tslab"):
    spec = {"name": kernel, "display_name": kernel}
    return new_notebook(cells=[cell(name) for name in names], metadata={"kernelspec": spec})


def examined(folder, content, name=f"{LESSON}.ipynb"):
    folder.mkdir(exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_text(text, encoding="utf-8")
    return examine(folder, LESSON, CELLS)


def test_nothing_is_said_of_what_is_in_order(tmp_path):
    found = examined(tmp_path, notebook())
    assert found.notes == [] and not found.refused


@pytest.mark.parametrize("text", ["{", "", "\x00\x01", "[" * 100_000])
def test_what_is_not_json_is_refused(tmp_path, text):
    found = examined(tmp_path, text)
    assert found.refused and "not JSON" in found.notes[0]


@pytest.mark.parametrize("content", [[1, 2], {"a": 1}, "text", None, {"cells": 3}])
def test_json_that_is_no_notebook_is_refused(tmp_path, content):
    found = examined(tmp_path, json.dumps(content))
    assert found.refused and "no notebook" in found.notes[0]


@pytest.mark.parametrize("name", [f"{LESSON}.ipynb", "old.ipynb"])
@pytest.mark.parametrize(
    "make",
    [Path.mkdir, lambda path: os.mkfifo(path), lambda path: path.symlink_to("nowhere")],
    ids=["folder", "pipe", "link"],
)
def test_what_is_no_file_is_refused_and_remembered(tmp_path, make, name):
    submitted = tmp_path / "submitted"
    submitted.mkdir()
    (submitted / "mine.ipynb").write_text(json.dumps(notebook()), encoding="utf-8")
    make(submitted / name)
    found = examine(submitted, LESSON, CELLS)
    assert found.refused
    assert found.notes == [f"No file, but a folder, a broken link or the like: {name}. Ask for it again."]
    assert not (submitted / "nowhere").exists()
    Marked(tmp_path, LESSON, "one").write(Mark("ada", None, 12, found.notes), submitted)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that nobody can read")
def test_a_file_that_can_not_be_read_is_refused_and_remembered(tmp_path):
    submitted = tmp_path / "submitted"
    submitted.mkdir()
    (submitted / f"{LESSON}.ipynb").symlink_to("/proc/self/mem")
    found = examine(submitted, LESSON, CELLS)
    assert found.refused and "can't be read: Input/output error." in found.notes[0]
    Marked(tmp_path, LESSON, "one").write(Mark("ada", None, 12, found.notes), submitted)


def test_another_kernel_is_named(tmp_path):
    assert "python3" in examined(tmp_path, notebook(kernel="python3")).notes[0]


def test_missing_doubled_unknown_and_reordered_cells_are_named(tmp_path):
    names = ["check-1-1", "exercise-1-1", "exercise-1-1", "exercise-1-9", "check-1-2"]
    missing, doubled, unknown, order = examined(tmp_path, notebook(names)).notes
    assert "Missing: exercise-1-2." in missing
    assert "More than once: exercise-1-1;" in doubled
    assert "Not in this assignment: exercise-1-9." in unknown
    assert "order" in order


def test_large_outputs_are_named_by_their_size(tmp_path):
    large = notebook()
    large.cells[0].outputs = [new_output("stream", text="x" * 50_000_000)]
    found = examined(tmp_path, large)
    assert "50 MB" in found.notes[0] and not found.refused


def test_a_notebook_of_another_name_is_taken(tmp_path):
    folder = tmp_path / "Борис Ёлкин"
    found = examined(folder, notebook(), "моя работа (2).ipynb")
    assert "моя работа (2).ipynb is taken" in found.notes[0]
    assert (folder / f"{LESSON}.ipynb").exists()


def test_of_two_notebooks_the_one_of_the_right_name_counts(tmp_path):
    examined(tmp_path, notebook(), "old.ipynb")
    assert "not looked at: old.ipynb" in examined(tmp_path, notebook()).notes[0]


def test_two_notebooks_of_other_names_and_none_are_refused(tmp_path):
    assert examine(tmp_path, LESSON, CELLS).refused
    (tmp_path / "a.ipynb").write_text("{}")
    (tmp_path / "b.ipynb").write_text("{}")
    found = examine(tmp_path, LESSON, CELLS)
    assert found.refused and "a.ipynb, b.ipynb" in found.notes[0]


def test_what_is_marked_stays_marked_until_something_else_is_handed_in(tmp_path):
    submitted = tmp_path / "submitted"
    examined(submitted, notebook())
    mark = Mark("Борис", 3.5, 12, ["odd"])
    Marked(tmp_path, LESSON, "one").write(mark, submitted)
    assert Marked(tmp_path, LESSON, "one").read("Борис", submitted) == mark
    assert Marked(tmp_path, LESSON, "another version").read("Борис", submitted) is None
    examined(submitted, notebook(CELLS[:2]))
    assert Marked(tmp_path, LESSON, "one").read("Борис", submitted) is None


def test_what_could_not_be_marked_is_tried_again(tmp_path):
    Marked(tmp_path, LESSON, "one").write(Mark("ada", None, 12), tmp_path)
    assert Marked(tmp_path, LESSON, "one").read("ada", tmp_path) is None


def test_a_broken_memory_is_none(tmp_path):
    marked = Marked(tmp_path, LESSON, "one")
    marked.write(Mark("ada", 1, 12), tmp_path)
    marked.file("ada").write_text("{")
    assert marked.read("ada", tmp_path) is None


def test_a_sentence_in_the_report_only_shows():
    """Names of cells and files are a learner's: they may hold what a terminal obeys, and no end."""
    assert printable("Missing: \x1b[2Jcheck-1-1\r\n. Ёлкин") == "Missing: ?[2Jcheck-1-1??. Ёлкин"
    assert len(printable("x" * 10**6)) == 1000


def test_a_process_that_ends_gives_no_mark(tmp_path):
    async def mark_nowhere():
        worker = await Worker.start(tmp_path / "no course", LESSON, str(tmp_path))
        try:
            return await worker.mark("ada")
        finally:
            await worker.end()

    assert asyncio.run(mark_nowhere()) is None


class Marking:
    """A round in which one submission is marked, and an export that may fail."""

    def __init__(self, monkeypatch, error=None):
        def export():
            if error:
                raise error

        monkeypatch.setattr(command, "Assignment", lambda *_: SimpleNamespace(export=export))
        monkeypatch.setattr(command, "Round", lambda *_: self)

    def run(self, say):
        return [Mark("ada", 3, 12)]


def test_marks_are_said_to_be_written_when_they_are(tmp_path, monkeypatch, capsys):
    Marking(monkeypatch)
    assert command.main(tmp_path, LESSON, 1) == 0
    assert "Marks: grades.csv" in capsys.readouterr().out
    Marking(monkeypatch, PermissionError(13, "Permission denied", "grades.csv"))
    with pytest.raises(RoundError, match=r"grades\.csv can't be written: Permission denied"):
        command.main(tmp_path, LESSON, 1)
    assert "Marks: grades.csv" not in capsys.readouterr().out


def test_an_assignment_whose_source_is_gone_is_named(tmp_path):
    assignment = Assignment.__new__(Assignment)
    assignment.course, assignment.lesson = tmp_path, LESSON
    with pytest.raises(RoundError, match=f"{LESSON}.ipynb, from which .* can't be read: No such file"):
        assignment.version()


def test_the_time_left_can_be_read():
    assert (time_left(0), time_left(59.6), time_left(12)) == ("", "  (1 min 0 s left)", "  (12 s left)")


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="memory is unknown here")
@pytest.mark.parametrize(("gigabytes", "jobs"), [(1.9, 1), (3.8, 1), (7.7, 3), (15.5, 7), (62, 8)])
def test_beside_a_submission_that_takes_all_it_may_the_others_have_what_they_need(
    monkeypatch, gigabytes, jobs
):
    # A machine's memory is a little less than what it is sold with.
    memory = int(gigabytes * 2**30)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(8))
    monkeypatch.setattr(os, "sysconf", lambda name: 1 if name == "SC_PAGE_SIZE" else memory)
    assert default_jobs() == jobs
    assert jobs == 1 or walls.MAX_MEMORY + (jobs - 1) * 0.6e9 <= memory
