"""A round that was stopped goes on where it was: nothing is lost, and nothing runs on."""

from __future__ import annotations

import signal
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from courses import LESSON, hand_out, with_cells
from running import Running, processes_that_know, wait_until_none

SOLVED = {"exercise_1_1": "1.1", "exercise_1_2": "1.2", "exercise_1_3": "1.3", "exercise_1_4": "1.4"}
POINTS = [3, 3, 4, 2]


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
def test_a_round_that_is_stopped_twice(tmp_path, solved, solution):
    course = hand_out(tmp_path / "course", solved)
    # Each has solved one exercise more than the one before.
    for count in range(5):
        sources = {cell: solution(id) for cell, id in list(SOLVED.items())[:count]}
        course.submit(f"learner {count}", with_cells(course.blank(), **sources))

    with TemporaryDirectory(prefix="stop-", dir="/tmp") as temporary:
        running = Running(course, temporary)
        running.until(r"^1 of 5  ")
        assert any("main.js" in command for command in processes_that_know(temporary))
        assert running.end(signal.SIGINT) != 0
        assert "Stopped. The same command goes on where it was." in running.said
        assert "Traceback" not in running.said
        wait_until_none(temporary)
        assert list(Path(temporary).glob("spellgrad-*")) == []

        running = Running(course, temporary)
        running.until(r"^Marked already: [12] of 5\.")
        running.until(r"^[23] of 5  ")
        running.end(signal.SIGKILL)
        wait_until_none(temporary)

        running = Running(course, temporary)
        running.until(r"^Marked already: [2-4] of 5\.")
        assert running.end() == 0, running.said
        assert "not marked" not in running.said
        wait_until_none(temporary)

    expected = {f"learner {k}": sum(POINTS[:k]) for k in range(5)}
    assert {who: sum(points.values()) for who, points in course.points().items()} == expected
    with sqlite3.connect(course.directory / "gradebook.db") as database:
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert (course.directory / "grades.csv").exists()
    for who in expected:
        assert (course.directory / "feedback" / who / LESSON / f"{LESSON}.html").exists()
