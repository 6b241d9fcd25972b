"""Notebooks that tests write."""

from __future__ import annotations

import nbformat
from kernel_client import NAME


def notebook(*cells: str):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata.kernelspec = {
        "name": NAME,
        "display_name": "TypeScript",
        "language": "typescript",
    }
    return made
