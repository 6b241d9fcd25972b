"""Every attack, behind the walls: the exercises beside it are answered as if it were not there."""

from __future__ import annotations

import socket
import subprocess

import pytest
from attacks import ANSWERS, ATTACKS, attacks_shown, needs_walls, with_attacks
from courses import LESSON, cell_named
from homework.grading import RunSubmission
from homework.grading.judge_answers import ANSWERS as RECORD

#: Seconds of a cell; one that never ends gets a few.
BRIEF, LONG = 6, 120


@needs_walls
@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("half", [0, 1])
def test_no_attack_reaches_beyond_its_own_cell(solved, tmp_path, half):
    names = list(ATTACKS)[half::2]
    (tmp_path / "gradebook.db").write_text("marks")
    run = RunSubmission()
    run.enabled = True
    run.timeout_func = lambda cell: BRIEF if cell.source.startswith("// brief") else LONG
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        notebook = with_attacks(solved, names, tmp_path, port)
        run.preprocess(notebook, {"nbgrader": {"notebook": LESSON}, "metadata": {"path": "/"}})
    for check in ("check-1-1", "check-1-2", "check-1-3", "check-1-4"):
        (output,) = cell_named(notebook, check).outputs
        assert output.data[RECORD]["answers"], check
        assert "broken" not in str(output.data[RECORD]), check
    for name, shown in attacks_shown(notebook).items():
        assert shown == ANSWERS[name].replace("PORT", str(port)), name
    left = subprocess.run(["pgrep", "-f", "sleep 86399"], capture_output=True, text=True)
    assert left.stdout == "", "a program lives on after the notebook"
