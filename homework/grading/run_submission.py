"""The learner's code runs and answers, and judges nothing."""

from __future__ import annotations

import functools
import time
from copy import deepcopy
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade
from traitlets import Float, Integer
from traitlets.config import Configurable

from ..places import ROOT
from .output_limit import OutputLimit
from .walled_kernel import WalledKernelManager
from .walls import missing


class Grading(Configurable):
    """What the running and the judging of a submission have to agree on."""

    seed = Integer(
        20, help="Draws the inputs of the checks: another course, other inputs."
    ).tag(config=True)

    notebook_timeout = Float(
        900, help="Seconds for a whole notebook; what has not run by then is not run."
    ).tag(config=True)


#: What the lessons stand on: a kernel that can't load it is no fault of the submission's.
PRELUDE = ("./lib", "./lib/checks", "./lib/data")

#: Seconds for the prelude, on a busy machine.
PRELUDE_SECONDS = 300

#: Seconds in which a kernel has to answer that was told to stop a cell.
REPLY_SECONDS = 15

#: The kernel's name for what is its own fault.
KERNEL_FAULT = "KernelError"

#: The kernel's names for a cell that took its process, and all variables, with it.
ENDED = ("ProcessEnded", "OutOfMemory")

WITHOUT_WALLS = (
    "THERE ARE NO WALLS around the code that is graded: %s. It runs with your rights, and can read "
    "and change what you can: files, other submissions, the marks. Grade on a machine that has "
    "nothing to lose."
)


class RunSubmission(Grading, OutputLimit, Execute):
    """Runs a submission in grading mode: a check records the answers of the learner's function.

    nbgrader's Execute goes on after errors and interrupts a cell that takes too long. Where a cell
    ends its process or the whole kernel, the cells before it run again for those behind it. Where
    the kernel itself is out of order there are no marks, and an error for the teacher.
    """

    warned = False

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        if missing() and not RunSubmission.warned:
            self.log.warning(WITHOUT_WALLS, missing())
            RunSubmission.warned = True
        self.ends = time.monotonic() + self.notebook_timeout
        exercises = Path("lib", "exercises", resources["nbgrader"]["notebook"])
        self.exercises = f"./{exercises.as_posix()}" if (ROOT / exercises).is_dir() else None
        remember(self.prelude(), self.lessons_check())
        return super().preprocess(nb, resources)

    def create_kernel_manager(self) -> WalledKernelManager:
        self.km = WalledKernelManager(
            seed=self.seed, seconds=self.notebook_timeout, kernel_name="tslab", config=self.config
        )
        return self.km

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        if index == 0:
            self.begin()
        elif cell.cell_type == "code" and is_grade(cell) and self.left_quietly():
            self.recover(index)
        alive = self.run(cell, index)
        if not alive:
            self.log.warning("Cell %d ended the kernel; another one goes on", index)
            self._cleanup_kernel()
            self.create_kernel_manager()
            self.start_new_kernel()
            self.start_new_kernel_client()
        if not alive or error_names(cell) & {*ENDED}:
            self.recover(index)
        # The last run above may have been another cell's.
        self.nb.cells[index] = cell
        return cell, resources

    def left_quietly(self) -> bool:
        """Whether a process has ended after its cell did: what was defined is gone."""
        return bool(error_names(self.extra_cell("prelude0; undefined", REPLY_SECONDS)))

    def recover(self, index: int) -> None:
        """Runs what stands before a cell again, in a process that knows nothing of it."""
        self.begin()
        for before in self.nb.cells[:index]:
            failed = error_names(before)
            # Checks define nothing, and what failed once has nothing to give; only what did not
            # compile may have missed what was lost, and has another try.
            if not is_grade(before) and failed <= {"TypeScriptError"}:
                self.run(before if failed else deepcopy(before), index)

    def prelude(self) -> str:
        """Loads the library and the lesson's exercises, as a lesson's first cell does."""
        modules = PRELUDE + ((self.exercises,) if self.exercises else ())
        lines = (f'import * as prelude{k} from "{module}";' for k, module in enumerate(modules))
        return "\n".join([*lines, *(f"prelude{k};" for k in range(len(modules))), "undefined"])

    def begin(self) -> None:
        """Loads them before the learner's time begins to count."""
        cell = self.extra_cell(self.prelude(), PRELUDE_SECONDS)
        if cell.outputs:
            raise RuntimeError(f"The kernel can't load ./lib, so nothing is marked: {cell.outputs}")

    def extra_cell(self, source: str, seconds: int) -> NotebookNode:
        """Runs a cell of ours."""
        cell, limit, first = new_code_cell(source), self.timeout, self.nb.cells[0]
        self.timeout = seconds
        try:
            self.execute_cell(cell, 0, store_history=False)
        finally:
            # nbclient puts what it runs into the notebook.
            self.timeout, self.nb.cells[0] = limit, first
        return cell

    def run(self, cell: NotebookNode, index: int) -> bool:
        """Runs one cell; returns whether the kernel is there after it."""
        if cell.cell_type != "code":
            return True
        if time.monotonic() > self.ends:
            minutes = self.notebook_timeout / 60
            cell.outputs = [error(f"NotebookTimeout: the notebook took longer than {minutes:g} minutes")]
            return True
        source, cell.source = cell.source, self.trusted(cell) + cell.source
        try:
            self.execute_cell(cell, index, store_history=True)
            if "CellTimeoutError" in error_names(cell):
                # A cell that can't be stopped would take the time of all that come behind it.
                return not error_names(self.extra_cell("0", REPLY_SECONDS))
        except (DeadKernelError, CellTimeoutError) as problem:
            cell.outputs.append(error(f"{type(problem).__name__}: the cell ended the kernel"))
            return False
        finally:
            cell.source = source
        if KERNEL_FAULT in error_names(cell):
            raise RuntimeError(f"The kernel is out of order, so nothing is marked: {cell.outputs}")
        return True

    def trusted(self, cell: NotebookNode) -> str:
        """What has to stand before a check, so that the lesson's own `check` is called."""
        return self.lessons_check() if is_grade(cell) else ""

    def lessons_check(self) -> str:
        return f'import {{ check }} from "{self.exercises}";\n' if self.exercises else ""


@functools.cache
def remember(*sources: str) -> None:
    """Compiles the library once, outside of the walls: behind them nothing can be remembered."""
    notebook = new_notebook(cells=[*map(new_code_cell, sources)])
    NotebookClient(notebook, kernel_name="tslab", timeout=PRELUDE_SECONDS).execute()


def error_names(cell: NotebookNode) -> set[str]:
    """The names of the errors that a cell showed."""
    return {out.ename for out in cell.get("outputs", []) if out.output_type == "error"}


def error(text: str) -> NotebookNode:
    name, value = text.split(": ", 1)
    return new_output("error", ename=name, evalue=value, traceback=[text])
