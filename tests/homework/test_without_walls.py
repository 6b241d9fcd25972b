"""A machine without bubblewrap: it is said before anything runs, and the limits hold all the same."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attacks import named
from courses import PATIENCE, hand_out, with_cells
from nbformat.v4 import new_code_cell
from running import Running, wait_until_none

#: What needs no walls to be stopped.
LIMITED = [
    "a loop without an end",
    "objects without end",
    "buffers without end",
    "ends its process",
    "prints 100 MB",
]

LARGE_FILE = """
import { appendFileSync } from "node:fs";
for (let k = 0; k < 100; k++) appendFileSync("FOLDER/large", "x".repeat(2 ** 20));"""


def path_without_bubblewrap(folder):
    """Links to every program but one."""
    folder.mkdir()
    for place in os.environ["PATH"].split(os.pathsep):
        for program in Path(place).glob("*"):
            link = folder / program.name
            if program.name != "bwrap" and not link.is_symlink():
                link.symlink_to(program)
    return str(folder)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
def test_a_class_is_marked_without_walls(tmp_path, solved, solution):
    course = hand_out(tmp_path / "course", solved, PATIENCE)
    blank = course.blank()
    solutions = {f"exercise_1_{k}": solution(f"1.{k}") for k in (1, 2, 3, 4)}
    attacked = with_cells(blank, **solutions)
    sources = [named(name) for name in LIMITED]
    sources.append(LARGE_FILE.replace("FOLDER", str(tmp_path)))
    attacked.cells[1:1] = [new_code_cell(source) for source in sources]
    course.submit("attacking", attacked)
    course.submit("blank", blank)

    environment = {"PATH": path_without_bubblewrap(tmp_path / "bin")}
    with TemporaryDirectory(prefix="walls-", dir="/tmp") as temporary:
        running = Running(course, temporary, **environment)
        running.until(r"^[12] of 2  ")
        warning = running.said.index("THERE ARE NO WALLS around the code that is graded")
        assert "apt install bubblewrap" in running.said[warning:]
        assert warning < running.said.index(" of 2  ")
        running.end(signal.SIGKILL)
        # Without walls a kernel has to see by itself that nobody is there any more.
        wait_until_none(temporary)

        running = Running(course, temporary, **environment)
        assert running.end() == 0, running.said
        wait_until_none(temporary)
    points = {who: sum(checks.values()) for who, checks in course.points().items()}
    assert points == {"attacking": 12, "blank": 0}
    assert 0 < (tmp_path / "large").stat().st_size <= 64 * 2**20
