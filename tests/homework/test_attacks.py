"""Every attack, behind the walls: the exercises beside it are answered as if it were not there."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from attacks import ANSWERS, ATTACKS, LEFT_FOR, attacks_shown, needs_walls, with_attacks
from courses import LESSON, ROOT, cell_named
from homework.grading import RunSubmission, walls
from homework.grading.judge_answers import ANSWERS as RECORD
from running import processes_that_know
from traitlets.config import Config

#: Seconds of a cell; one that never ends gets a few.
BRIEF, LONG = 6, 120


@needs_walls
def test_an_exchange_is_empty_in_both_rooms(exchange):
    node = shutil.which("node")
    look = ["find", str(exchange.parent)]
    enter = ["/bin/sh", "-c", 'exec "$@"', "sh", *walls.inner(node)]
    for command in (look, [*enter, *look]):
        room = walls.around(command, node, [], {}, [str(exchange)])
        seen = subprocess.run(room, capture_output=True, text=True)
        expected = {exchange.parent, exchange.parent / "program", exchange}
        assert {*map(Path, seen.stdout.split())} == expected, seen.stderr


@needs_walls
@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("half", [0, 1])
def test_no_attack_reaches_beyond_its_own_cell(solved, tmp_path, exchange, half):
    names = list(ATTACKS)[half::2]
    (tmp_path / "gradebook.db").write_text("marks")
    run = RunSubmission(config=Config({"Exchange": {"root": str(exchange)}}))
    run.enabled = True
    run.timeout_func = lambda cell: BRIEF if cell.source.startswith("// brief") else LONG
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        notebook = with_attacks(solved, names, [tmp_path, exchange], port)
        run.preprocess(notebook, {"nbgrader": {"notebook": LESSON}, "metadata": {"path": "/"}})
    for check in ("check-1-1", "check-1-2", "check-1-3", "check-1-4"):
        (output,) = cell_named(notebook, check).outputs
        assert output.data[RECORD]["answers"], check
        assert "broken" not in str(output.data[RECORD]), check
    for name, shown in attacks_shown(notebook).items():
        assert shown == ANSWERS[name].replace("PORT", str(port)), name
    assert processes_that_know(LEFT_FOR) == [], "a program lives on after the notebook"


@needs_walls
@pytest.mark.slow
@pytest.mark.skipif(os.getuid() != 0, reason="becomes a user for whom limits hold")
def test_the_number_of_processes_is_a_submissions_own():
    """Somebody at a desktop runs hundreds already: they neither count nor are counted."""
    node = shutil.which("node")

    def start(count):
        loop = f"for k in $(seq {count}); do sleep 30 & done; echo started"
        command = ["/bin/sh", "-c", 'exec "$@"', "sh", *walls.inner(node), "/bin/bash", "-c", loop]
        done = subprocess.run(
            walls.around(["timeout", "--kill-after=1", "60", *command], node, [], {}),
            capture_output=True,
            text=True,
            cwd="/",
            user="nobody",
        )
        return done.stdout.strip(), done.stderr

    desktop = [subprocess.Popen(["sleep", "300"], user="nobody") for _ in range(600)]
    try:
        assert start(100) == ("started", "")
        started, said = start(700)
        assert started == "" and "Resource temporarily unavailable" in said
    finally:
        for process in desktop:
            process.kill()
            process.wait()
