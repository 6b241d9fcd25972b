"""Formulas that a cell shows, as MathML: a page needs no script of elsewhere to set them."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from .html import markdown_to_html


class DrawFormulas(Preprocessor):
    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, _index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/latex" in data:
                data.setdefault("text/html", markdown_to_html(data["text/latex"]))
        return cell, resources
