"""The learner's code runs and answers, and judges nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade
from traitlets import Integer
from traitlets.config import Configurable


class Grading(Configurable):
    """What the running and the judging of a submission have to agree on."""

    seed = Integer(
        20, help="Draws the inputs of the checks: another course, other inputs."
    ).tag(config=True)


#: Loads what the lessons stand on: a kernel that can't is no fault of the submission's.
PRELUDE = 'import "./lib";\nimport "./lib/checks";'

#: Seconds for the prelude, on a busy machine.
PRELUDE_SECONDS = 300

#: The kernel's name for what is its own fault.
KERNEL_FAULT = "KernelError"

#: The kernel's names for a cell that took its process, and all variables, with it.
ENDED = ("ProcessEnded", "OutOfMemory")


class RunSubmission(Grading, Execute):
    """Runs a submission in grading mode: a check records the answers of the learner's function.

    nbgrader's Execute goes on after errors and interrupts a cell that takes too long. Where a cell
    ends its process, the cells before it run again for those behind it; where it takes the whole
    kernel with it, what ran before it keeps its answers. Where the kernel itself is out of order
    there are no marks, and an error for the teacher.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        self.lost = False
        # The kernel inherits these. Guesses of a submission are not the teacher's own progress.
        with environment(SPELLGRAD_GRADING_SEED=str(self.seed), SPELLGRAD_PROGRESS=""):
            return super().preprocess(nb, resources)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        if index == 0:
            self.begin()
        self.run(cell, index)
        if error_names(cell) & {*ENDED}:
            for before in self.nb.cells[:index]:
                # Checks define nothing, and what failed once has nothing to give.
                if not is_grade(before) and not error_names(before):
                    self.run(deepcopy(before), index)
        # The last run above may have been another cell's.
        self.nb.cells[index] = cell
        return cell, resources

    def begin(self) -> None:
        """Loads the library before the learner's time begins to count."""
        prelude = new_code_cell(PRELUDE)
        limit, self.timeout = self.timeout, PRELUDE_SECONDS
        try:
            self.execute_cell(prelude, 0, store_history=False)
        finally:
            self.timeout = limit
        if prelude.outputs:
            raise RuntimeError(f"The kernel can't load ./lib, so nothing is marked: {prelude.outputs}")

    def run(self, cell: NotebookNode, index: int) -> None:
        """Runs one cell, unless the kernel is gone."""
        if self.lost:
            return
        try:
            self.execute_cell(cell, index, store_history=True)
        except (DeadKernelError, CellTimeoutError) as error:
            self.lost = True
            self.log.error("Cell %d ended the kernel; no cell after it was run", index)
            said = {"ename": type(error).__name__, "evalue": "the kernel is gone", "traceback": []}
            cell.outputs.append(new_output("error", **said))
        if KERNEL_FAULT in error_names(cell):
            raise RuntimeError(f"The kernel is out of order, so nothing is marked: {cell.outputs}")


def error_names(cell: NotebookNode) -> set[str]:
    """The names of the errors that a cell showed."""
    return {out.ename for out in cell.get("outputs", []) if out.output_type == "error"}


@contextmanager
def environment(**variables: str) -> Iterator[None]:
    """These environment variables, and afterwards what was there before."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
