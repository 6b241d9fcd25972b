"""The command that marks a class, as it runs in a terminal, and what runs because of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path

from courses import LESSON, ROOT

#: Seconds for what takes a few, on a machine that does much else.
PATIENCE = 900


class Running:
    """`npm run grade`, as a terminal runs it: with all that it starts in a group of processes."""

    def __init__(self, course, temporary, **environment):
        self.process = subprocess.Popen(
            ["npm", "run", "grade", "--", str(course.directory), LESSON, "--jobs", "2"],
            cwd=ROOT,
            # By this folder's name, in its environment or its command, each process is known.
            env={**os.environ, "TMPDIR": temporary, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        self.said = ""

    def until(self, pattern):
        """Reads what it says, until a line is like that."""
        for line in self.process.stdout:
            self.said += line
            if re.search(pattern, line):
                return
        raise AssertionError(f"it never said {pattern}:\n{self.said}")

    def end(self, number: signal.Signals | None = None):
        """Sends a signal to the group, as a terminal does for Ctrl+C; returns the exit code."""
        if number:
            os.killpg(self.process.pid, number)
        self.said += self.process.stdout.read()
        return self.process.wait(timeout=PATIENCE)


def processes_that_know(word):
    """The commands of all processes with a word in their command or environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            if word.encode() in command + (process / "environ").read_bytes():
                found.append(command.replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return found


def wait_until_none(word):
    for _ in range(120):
        if not processes_that_know(word):
            return
        time.sleep(0.5)
    raise AssertionError(f"still running: {processes_that_know(word)}")
