"""What a cell and a notebook may show."""

from __future__ import annotations

import asyncio
import json

from jupyter_client.utils import ensure_async
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.utils import is_grade

#: Characters. The largest figure of a lesson has a tenth of this.
CELL_LIMIT = 10_000_000
NOTEBOOK_LIMIT = 50_000_000

SHOWN = {"stream", "display_data", "update_display_data", "execute_result", "error"}


class OutputLimit:
    """Stops a cell that shows more than anybody reads; a mixin for nbclient's NotebookClient."""

    def reset_execution_trackers(self) -> None:
        super().reset_execution_trackers()
        self.shown_by_notebook = 0
        self.shown_by_cell = (None, 0)
        # A loop of events keeps no task alive by itself.
        self.interrupts: set[asyncio.Task] = set()

    def process_message(
        self, msg: dict, cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        if msg["msg_type"] not in SHOWN:
            return super().process_message(msg, cell, cell_index)
        size = len(json.dumps(msg["content"]))
        whose, before = self.shown_by_cell
        before = before if whose is cell else 0
        self.shown_by_cell = (cell, before + size)
        # What a check shows are its answers: they don't suffer from what others have shown.
        full = self.shown_by_notebook > NOTEBOOK_LIMIT and not is_grade(cell)
        most = CELL_LIMIT // 100 if full else CELL_LIMIT
        if before + size <= most:
            self.shown_by_notebook += size
            return super().process_message(msg, cell, cell_index)
        if before <= most:
            text = f"The cell shows more than {most / 1e6:g} million characters, and is stopped.\n"
            cell.outputs.append(new_output("stream", name="stderr", text=text))
            interrupt = asyncio.ensure_future(ensure_async(self.km.interrupt_kernel()))
            self.interrupts.add(interrupt)
            interrupt.add_done_callback(self.interrupted)
        return None

    def interrupted(self, interrupt: asyncio.Task) -> None:
        self.interrupts.discard(interrupt)
        if not interrupt.cancelled() and (error := interrupt.exception()):
            self.log.warning("A cell that shows too much could not be stopped: %r", error)
