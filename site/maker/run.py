"""Runs notebooks in the project's kernel."""

from __future__ import annotations

import json
from pathlib import Path

from nbclient import NotebookClient
from nbformat import NotebookNode, v4

from .kept import Kept

ROOT = Path(__file__).resolve().parents[2]

LANGUAGE = {
    "kernelspec": {"display_name": "TypeScript (tslab)", "language": "typescript", "name": "tslab"},
    "language_info": {"name": "typescript", "pygments_lexer": "typescript"},
}


kept = Kept(ROOT / "site" / ".cache", ROOT)


def run(notebook: NotebookNode) -> NotebookNode:
    """Runs a notebook to its end; a cell that fails stops the making of the site."""
    if kept.recall(notebook):
        return notebook
    NotebookClient(
        notebook,
        kernel_name="tslab",
        timeout=300,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
    ).execute()
    kept.keep(notebook)
    return notebook


def facts(cell: NotebookNode):
    """What a cell printed as JSON."""
    return json.loads("".join(output.text for output in cell.outputs if output.name == "stdout"))


def notebook_of(*cells: NotebookNode) -> NotebookNode:
    notebook = v4.new_notebook(cells=list(cells))
    notebook.metadata.update(LANGUAGE)
    return notebook
