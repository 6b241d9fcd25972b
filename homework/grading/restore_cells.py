"""Every cell of a submission is again what the assignment says that it is."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook, Notebook
from nbgrader.preprocessors import NbGraderPreprocessor


class RestoreCells(NbGraderPreprocessor):
    """Takes which cells are checks, what they are worth and what is locked from the gradebook.

    A submission may say anything about its own cells: that a check is none, that it is worth 100
    points, that it is to be skipped. A check that was deleted comes back, at the end.
    (nbgrader's OverwriteCells restores the source of locked cells after this.)
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            assigned = gradebook.find_notebook(names["notebook"], names["assignment"])
            metadata = metadata_of(assigned)
            found: set[str] = set()
            # Of cells of the same name the last one counts, and the others are like any other.
            for cell in reversed(nb.cells):
                restore(cell, metadata, found)
            for check in assigned.grade_cells:
                if check.name not in found and metadata[check.name]["nbgrader"]["locked"]:
                    self.log.warning("Check %s was missing; it is back, at the end", check.name)
                    source = gradebook.find_source_cell(
                        check.name, names["notebook"], names["assignment"]
                    ).source
                    nb.cells.append(new_code_cell(source, metadata=metadata[check.name]))
        return nb, resources


def metadata_of(assigned: Notebook) -> dict[str, dict]:
    """What the gradebook knows of each cell of an assignment, as a cell's metadata."""
    known = {}
    points = {cell.name: cell.max_score for cell in [*assigned.grade_cells, *assigned.task_cells]}
    graded, solutions, tasks = (
        {cell.name for cell in cells}
        for cells in (assigned.grade_cells, assigned.solution_cells, assigned.task_cells)
    )
    for cell in assigned.source_cells:
        nbgrader = {
            "schema_version": 3,
            "grade_id": cell.name,
            "grade": cell.name in graded,
            "solution": cell.name in solutions,
            "task": cell.name in tasks,
            "locked": cell.locked,
            "cell_type": cell.cell_type,
            "checksum": cell.checksum,
        }
        if cell.name in points:
            nbgrader["points"] = points[cell.name]
        known[cell.name] = {"nbgrader": nbgrader}
    return known


def restore(cell: NotebookNode, metadata: dict[str, dict], found: set[str]) -> None:
    """Makes a cell's metadata what the gradebook knows, and adds its name to those found."""
    claimed = cell.metadata.pop("nbgrader", None)
    name = claimed.get("grade_id") if isinstance(claimed, dict) else None
    if not isinstance(name, str) or name not in metadata or name in found:
        return
    found.add(name)
    cell.metadata = NotebookNode(metadata[name])
    cell.metadata.nbgrader = NotebookNode(metadata[name]["nbgrader"])
