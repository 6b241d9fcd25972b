"""Another process compares the answers and gives the points."""

from __future__ import annotations

import json
import re

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_solution

from ..names import cell_of, exercise_of
from .judge import judge
from .run_submission import Grading

#: How a check shows the answers that it recorded.
ANSWERS = "application/vnd.spellgrad.answers+json"

NOT_JUDGED = "This cell checks no exercise of lib/exercises/: its name has to be like check-9-1."

#: Answers to exercises are small. A record with more characters than this is none.
MAX_RECORD = 50_000_000


class JudgeAnswers(Grading, NbGraderPreprocessor):
    """Replaces what each check's cell shows by a report whose plain text is the points.

    nbgrader reads the points of a check from what its cell shows, and gives all of them where it
    finds no number. So whatever a submission shows there is removed, and a cell without valid
    answers shows 0. Which exercise a cell checks and what it is worth is the gradebook's word.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            assigned = gradebook.find_notebook(names["notebook"], names["assignment"])
            maxima = {cell.name: cell.max_score for cell in assigned.grade_cells}
        cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in nb.cells}
        checks = {
            name: request(exercise, maximum, cells)
            for name, maximum in maxima.items()
            if (exercise := exercise_of(name)) and name in cells
        }
        for name, judgement in zip(checks, judge.points(self.seed, list(checks.values())), strict=True):
            points = str(judgement["points"])
            bundle = {"text/html": judgement["html"], "text/plain": points}
            cells[name].outputs = [new_output("execute_result", bundle, execution_count=None)]
            if reason := judgement.get("reason"):
                self.log.warning("%s: 0 points. %s", name, reason)
        for name in maxima.keys() - checks.keys():
            cell = cells.get(name)
            if cell and cell.cell_type == "code" and not is_solution(cell):
                # nbgrader would judge it by what it shows, and a submission can show anything.
                self.log.warning("%s: 0 points. %s", name, NOT_JUDGED)
                bundle = {"text/html": f"<p>{NOT_JUDGED}</p>", "text/plain": "0"}
                cell.outputs = [new_output("execute_result", bundle, execution_count=None)]
        return nb, resources


def request(exercise: str, maximum: float, cells: dict[str, NotebookNode]) -> dict:
    """What the judge has to know of a check: all that came of it, and nothing that it claims."""
    check = cells[cell_of(exercise, "check")]
    return {
        "exercise": exercise,
        "maximum": maximum,
        "record": record_of(check),
        "exerciseError": error_of(cells.get(cell_of(exercise, "exercise"))),
        "checkError": error_of(check),
    }


def record_of(cell: NotebookNode) -> object:
    """The answers in a cell's result; None where there are none, or far too many."""
    for output in cell.get("outputs", []):
        if output.output_type == "execute_result":
            record = output.data.get(ANSWERS)
            try:
                return record if len(json.dumps(record, allow_nan=False)) <= MAX_RECORD else None
            except (ValueError, RecursionError):
                return None
    return None


def error_of(cell: NotebookNode | None) -> str | None:
    """The first error that a cell ended with: its name and message, without colours."""
    for output in cell.get("outputs", []) if cell else []:
        if output.output_type == "error":
            text = f"{output.ename}: {output.evalue}".removesuffix(": ")
            return re.sub(r"\x1b\[[0-9;]*m", "", text)[:2000]
    return None
