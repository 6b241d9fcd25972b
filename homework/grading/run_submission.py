"""The learner's code runs and answers, and judges nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Integer
from traitlets.config import Configurable


class Grading(Configurable):
    """What the running and the judging of a submission have to agree on."""

    seed = Integer(
        20, help="Draws the inputs of the checks: another course, other inputs."
    ).tag(config=True)


class RunSubmission(Grading, Execute):
    """Runs a submission in grading mode: a check records the answers of the learner's function.

    nbgrader's Execute goes on after errors and interrupts a cell that takes too long. Where a cell
    takes the whole kernel with it, what ran before it keeps its answers.
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
        if self.lost:
            return cell, resources
        try:
            return super().preprocess_cell(cell, resources, index)
        except (DeadKernelError, CellTimeoutError) as error:
            self.lost = True
            self.log.error("Cell %d ended the kernel; no cell after it was run", index)
            said = {"ename": type(error).__name__, "evalue": "the kernel is gone", "traceback": []}
            cell.outputs.append(new_output("error", **said))
            return cell, resources


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
