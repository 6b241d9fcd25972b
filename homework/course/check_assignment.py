"""What a teacher has forgotten in an assignment is said before anybody gets it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

from ..names import cell_of, exercise_of
from ..places import ROOT, node


class AssignmentError(Exception):
    """An assignment can't be handed out as it is; the message says why, a sentence a line."""


class CheckAssignment(NbGraderPreprocessor):
    """Looks at names, exercises and regions of solutions when an assignment is generated."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        names = resources["nbgrader"]
        if faults := list(faults_of(nb, names["notebook"], names["assignment"])):
            raise AssignmentError("\n".join(["This can't be handed out yet.", *faults]))
        return nb, resources


def faults_of(nb: NotebookNode, notebook: str, assignment: str) -> Iterator[str]:
    """What is to be mended, each as a sentence."""
    kernel = nb.metadata.get("kernelspec", {}).get("name")
    if kernel != "tslab":
        yield f"The notebook's kernel is {kernel or 'not chosen'}: choose TypeScript and save it."
    if notebook != assignment:
        yield f"The notebook is {notebook}.ipynb: call it {assignment}.ipynb, as its folder."
    named = {c.metadata.nbgrader.grade_id: c for c in nb.cells if "nbgrader" in c.metadata}
    code = {name: cell for name, cell in named.items() if cell.cell_type == "code"}
    for name, cell in code.items():
        if is_solution(cell) and not re.search(r"^\s*// BEGIN SOLUTION", cell.source, re.M):
            yield (
                f"{name} has no lines // BEGIN SOLUTION and // END SOLUTION: put them around what "
                "learners write, the body of a function. Without them the whole cell is taken out."
            )
    checks = {name for name, cell in code.items() if is_grade(cell) and not is_solution(cell)}
    if checks:
        exercises, fault = exercises_of(ROOT / "lib" / "exercises" / notebook)
        if fault:
            yield fault
        for name in sorted(checks):
            yield from faults_of_check(name, named, exercises)


def faults_of_check(
    name: str, cells: dict[str, NotebookNode], exercises: list[str] | None
) -> Iterator[str]:
    exercise = exercise_of(name)
    if exercise is None:
        yield (
            f"The tests in the cell {name} would earn nothing: a cell of tests is called like "
            "check-9-1, after its exercise 9.1."
        )
        return
    if exercises is not None and exercise not in exercises:
        yield f"{name} is for exercise {exercise}, and there are {', '.join(exercises) or 'none'}."
    if not re.search(rf"""\bcheck\(\s*["']{re.escape(exercise)}["']""", cells[name].source):
        yield f'{name} does not call check("{exercise}", …), so it would earn nothing.'
    wanted = cell_of(exercise, "exercise")
    if wanted not in cells or not is_solution(cells[wanted]):
        yield f'There is no cell {wanted}, an "Autograded answer", for {name}.'


def exercises_of(lesson: Path) -> tuple[list[str] | None, str | None]:
    """The numbers of the exercises that a lesson's folder describes, or why there are none."""
    index = lesson / "index.ts"
    if not index.is_file():
        return None, f"No exercises are described: {index} is missing."
    script = ROOT / "homework" / "judge" / "exercises.js"
    done = subprocess.run(
        [node(), str(script), str(lesson)], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    if done.returncode == 0:
        return json.loads(done.stdout), None
    reason = re.search(r"^\w*Error.*$", done.stderr, re.M)
    why = reason[0] if reason else done.stderr.strip()
    return None, f"{index} can't be loaded: {why}"
