"""All marks as a table for a spreadsheet."""

from __future__ import annotations

import re
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

#: A sum of tenths in float64, as 8.200000000000001. Seconds have six digits at most.
LONG = re.compile(r"\d+\.\d{9,}")


class ExportMarks(CsvExportPlugin):
    """nbgrader's table, with points as one would write them."""

    def export(self, gradebook: Gradebook) -> None:
        super().export(gradebook)
        table = Path(self.to or "grades.csv")
        # In the system's own encoding, as nbgrader opens it.
        table.write_text(rounded(table.read_text()))


def rounded(table: str) -> str:
    """The table with numbers of ten digits at most."""
    return LONG.sub(lambda number: f"{float(number[0]):.10g}", table)
