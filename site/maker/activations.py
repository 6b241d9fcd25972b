"""A page for each activation of the gallery."""

from __future__ import annotations

from nbformat import NotebookNode, v4

from .outputs import Outputs
from .run import facts, notebook_of, run
from .words import WORDS

#: Names of the gallery's records, as a cell writes them and as a reader does.
NAMES = """
import * as nn from "./lib";
console.log(JSON.stringify(nn.activations.map((record) => ({
  id: Object.entries(nn).find(([, value]) => value === record)![0],
  name: record.name,
}))));
"""

#: What the cells begin with.
OPENING = """import * as nn from "./lib";
nn.language("{language}");"""


def activation_pages(outputs: Outputs, language: str) -> list[tuple[str, NotebookNode]]:
    """Pairs of a file's name and its page in a language, in the order of the gallery."""
    asked = run(notebook_of(v4.new_code_cell(NAMES)))
    records = facts(asked.cells[0])
    cells = [v4.new_code_cell(OPENING.format(language=language))]
    for record in records:
        own = f"nn.{record['id']}"
        cells += [
            v4.new_code_cell(f"nn.card({own})"),
            v4.new_code_cell(f"nn.plots.tangent({own})"),
        ]
    shown = run(notebook_of(*cells)).cells[1:]
    pages = []
    for k, record in enumerate(records):
        page = f"activation-{record['id']}"
        card, figure = (outputs.ready(cell, page) for cell in shown[2 * k : 2 * k + 2])
        title = v4.new_markdown_cell(f"# {record['name']}")
        pages.append((record["id"], notebook_of(title, card, figure)))
    index = contents(records, WORDS[language].activations)
    return [("index", notebook_of(v4.new_markdown_cell(index))), *pages]


def contents(records: list[dict], introduction: str) -> str:
    """The page that leads to all of them."""
    names = "\n".join(record["id"] for record in records)
    return f"{introduction}\n\n```{{toctree}}\n:maxdepth: 1\n\n{names}\n```"
