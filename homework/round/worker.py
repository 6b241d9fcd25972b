"""A process that marks one submission after another: python -m homework.round.worker DIR LESSON

It takes a learner's name a line, as JSON, and answers with a line, the mark. It lives no longer
than who asks: the end of its input, however that came, ends it at once, and all kernels with it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import warnings
from asyncio.subprocess import PIPE, Process
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from ..places import ROOT
from .marked import Mark

#: Bytes of a line: a mark is its points and a few sentences.
MAX_LINE = 1_000_000


class Worker:
    """Such a process, for who asks."""

    def __init__(self, process: Process) -> None:
        self.process = process

    @classmethod
    async def start(cls, course: Path, lesson: str, temporary: str) -> Worker:
        command = [sys.executable, "-m", __name__, str(course), lesson]
        return cls(
            await asyncio.create_subprocess_exec(
                *command,
                stdin=PIPE,
                stdout=PIPE,
                limit=MAX_LINE,
                cwd=ROOT,
                env={**os.environ, "TMPDIR": temporary},
                # Ctrl+C is for the one who asks, and who then ends this one.
                start_new_session=True,
            )
        )

    async def mark(self, student: str) -> Mark | None:
        """The mark of a submission; None where the process has ended over it."""
        try:
            self.process.stdin.write(json.dumps(student).encode() + b"\n")
            await self.process.stdin.drain()
        except ConnectionError:
            return None
        line = await self.process.stdout.readline()
        return Mark(**json.loads(line)) if line.endswith(b"\n") else None

    async def end(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


def main(course: Path, lesson: str) -> None:
    # The two pipes are ours alone: what a program below reads or prints is not on them.
    requests, replies = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    names: SimpleQueue[str] = SimpleQueue()
    Thread(target=listen, args=(requests, names), daemon=True).start()

    from .assignment import Assignment
    from .mark_submission import mark_submission

    assignment = Assignment(course, lesson)
    while True:
        student = names.get()
        mark = mark_submission(assignment, student, course / "submitted" / student / lesson)
        print(json.dumps(asdict(mark)), file=replies, flush=True)


def listen(requests, names: SimpleQueue[str]) -> None:
    for line in requests:
        names.put(json.loads(line))
    os._exit(0)


if __name__ == "__main__":
    # Of the packages below nbgrader; they are about their own insides.
    warnings.simplefilter("ignore")
    main(Path(sys.argv[1]), sys.argv[2])
