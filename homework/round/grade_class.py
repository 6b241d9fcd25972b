"""All submissions of an assignment, several at a time."""

from __future__ import annotations

import asyncio
import os
import time
from collections import deque
from collections.abc import Callable
from tempfile import TemporaryDirectory

from ..grading.walls import MAX_MEMORY
from .assignment import Assignment, RoundError
from .marked import Mark, Marked
from .worker import Worker

#: Bytes that a submission is reckoned with. All that one needs as a lesson asks it, with what runs
#: and judges it, is 0.6 GB. So half of what walls allow to a process leaves room beside the others
#: for one that takes all of it; where several do at once, what is ended is tried again.
MEMORY = MAX_MEMORY // 2

ENDED = "What marked it came to an end: too little memory? The same command tries it again."


class Round:
    """A class: what is marked already stays, and the rest is marked by `jobs` processes."""

    def __init__(self, assignment: Assignment, jobs: int) -> None:
        self.assignment, self.jobs = assignment, jobs
        self.folders = assignment.submitted()
        if not self.folders:
            lesson = assignment.lesson
            raise RoundError(f"Nobody has handed in {lesson}: submitted/NAME/{lesson}/ is not there.")
        self.marked = Marked(assignment.course, assignment.lesson, assignment.version())

    def run(self, say: Callable[[str], None]) -> list[Mark]:
        """Marks what is not marked yet; says each mark as it comes, and the time that is left."""
        kept = {name: self.marked.read(name, path) for name, path in self.folders.items()}
        self.marks = {name: mark for name, mark in kept.items() if mark}
        waiting = [name for name in kept if name not in self.marks]
        if self.marks:
            say(f"Marked already: {len(self.marks)} of {len(kept)}.")
        if waiting:
            asyncio.run(self.mark_all(waiting, say))
        return [self.marks[name] for name in self.folders]

    async def mark_all(self, waiting: list[str], say: Callable[[str], None]) -> None:
        jobs, names, seconds = min(self.jobs, len(waiting)), deque(waiting), []
        say(f"{len(waiting)} to mark, {jobs} at a time.")

        def done(mark: Mark, took: float) -> None:
            self.marked.write(mark, self.folders[mark.student])
            self.marks[mark.student] = mark
            seconds.append(took)
            # Of those that are being marked, half is done.
            running = len(waiting) - len(names) - len(seconds)
            left = sum(seconds) / len(seconds) * (len(names) + running / 2) / jobs
            say(f"{len(self.marks)} of {len(self.folders)}  {mark}{time_left(left)}")

        # What kernels leave there goes with the folder, also where they are ended in the middle.
        with TemporaryDirectory(prefix="spellgrad-") as temporary:
            await asyncio.gather(*(self.work(names, done, temporary) for _ in range(jobs)))

    async def work(
        self, names: deque[str], done: Callable[[Mark, float], None], temporary: str
    ) -> None:
        """Marks what the others have not begun, until nothing is left."""
        assignment, worker = self.assignment, None
        try:
            while names:
                start, student = time.monotonic(), names.popleft()
                self.marked.forget(student)
                worker = worker or await Worker.start(
                    assignment.course, assignment.lesson, temporary
                )
                mark = await worker.mark(student)
                if mark is None:
                    await worker.end()
                    worker = None
                    mark = Mark(student, None, assignment.maximum, [ENDED])
                done(mark, time.monotonic() - start)
        finally:
            if worker:
                await worker.end()


def default_jobs() -> int:
    """One for each core, as far as memory goes."""
    try:
        cores = len(os.sched_getaffinity(0))
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        # Not on every system; where memory is unknown, half of the cores will do.
        cores = os.cpu_count() or 1
        return max(1, cores // 2)
    return max(1, min(cores, memory // MEMORY))


def time_left(seconds: float) -> str:
    if seconds <= 0:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"  ({minutes} min {rest} s left)" if minutes else f"  ({rest} s left)"
