"""Seconds for marking a submission and writing its feedback, beside a Python notebook's.

    .venv/bin/python bench/homework.py [TURNS]

Both go through nbgrader, in processes that have marked one before. The Python notebook has as many
cells of each kind as ours, which compute next to nothing in an ipykernel without walls: what it
takes is nbgrader's own share, and the least that a submission can take. The shortest of TURNS (3)
counts.
"""

from __future__ import annotations

import asyncio
import copy
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from homework.round.worker import Worker  # noqa: E402

LESSONS = ("02-softmax", "08-full-exercise")
LEARNER = "ada"
NBGRADER = Path(sys.executable).with_name("nbgrader")


def in_python(lesson: NotebookNode) -> NotebookNode:
    """A notebook with as many cells, of the same roles in an assignment."""
    notebook = copy.deepcopy(lesson)
    notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    for k, cell in enumerate(notebook.cells):
        role = cell.metadata.get("nbgrader", {})
        if cell.cell_type != "code":
            continue
        if role.get("grade"):
            cell.source = "assert answer() == 42"
        elif role.get("solution"):
            cell.source = "def answer():\n    ### BEGIN SOLUTION\n    return 42\n    ### END SOLUTION"
        else:
            cell.source = f"a{k} = sum(range({k}))\na{k}"
    return notebook


def our_course(folder: Path) -> Path:
    subprocess.run(["node", ROOT / "scripts" / "course.mjs", folder], check=True, stdout=sys.stderr)
    return folder


def python_course(folder: Path, ours: Path) -> Path:
    for lesson in LESSONS:
        source = folder / "source" / lesson / f"{lesson}.ipynb"
        source.parent.mkdir(parents=True)
        master = nbformat.read(ours / "source" / lesson / source.name, as_version=4)
        nbformat.write(in_python(master), source)
    (folder / "nbgrader_config.py").write_text("get_config().CourseDirectory.course_id = 'python'\n")
    return folder


def hand_in(course: Path, lesson: str) -> None:
    """Hands the assignment out, and its solutions in."""
    subprocess.run([NBGRADER, "generate_assignment", lesson], cwd=course, check=True, stderr=subprocess.DEVNULL)
    submitted = course / "submitted" / LEARNER / lesson / f"{lesson}.ipynb"
    submitted.parent.mkdir(parents=True)
    submitted.write_bytes((course / "source" / lesson / submitted.name).read_bytes())


async def time_of(worker: Worker) -> float:
    start = time.perf_counter()
    mark = await worker.mark(LEARNER)
    if mark is None or mark.points != mark.of:
        raise RuntimeError(f"A solved lesson has to earn every point: {mark}")
    return time.perf_counter() - start


async def shortest(courses: list[Path], lesson: str, turns: int, temporary: str) -> list[float]:
    """The shortest time of each course, which take turns: a busy machine slows all of them."""
    workers = [await Worker.start(course, lesson, temporary) for course in courses]
    times: list[list[float]] = [[] for _ in courses]
    try:
        for _ in range(turns + 1):
            for worker, took in zip(workers, times, strict=True):
                took.append(await time_of(worker))
        # In the first turn everything is loaded.
        return [min(took[1:]) for took in times]
    finally:
        for worker in workers:
            await worker.end()


def main(turns: int) -> None:
    # nbgrader starts alembic, which makes its database, by name.
    os.environ["PATH"] = os.pathsep.join([str(NBGRADER.parent), os.environ["PATH"]])
    with tempfile.TemporaryDirectory(prefix="spellgrad-") as temporary:
        ours = our_course(Path(temporary) / "ours")
        courses = [ours, python_course(Path(temporary) / "python", ours)]
        print("homework  seconds a submission  ours  Python  ours / Python")
        for lesson in LESSONS:
            for course in courses:
                hand_in(course, lesson)
            cells = nbformat.read(ours / "source" / lesson / f"{lesson}.ipynb", as_version=4).cells
            code = sum(cell.cell_type == "code" for cell in cells)
            mine, python = asyncio.run(shortest(courses, lesson, turns, temporary))
            print(f"\t{lesson}, {code} code cells\t{mine:.1f}\t{python:.1f}\t{mine / python:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
