"""A page for each activation of the gallery."""

from __future__ import annotations

from nbformat import NotebookNode, v4

from .outputs import Outputs
from .run import facts, notebook_of, run

#: Names of the gallery's records, as a cell writes them and as a reader does, and what shows most.
NAMES = """
import * as nn from "./lib";
console.log(JSON.stringify(nn.activations.map((record) => ({
  id: Object.entries(nn).find(([, value]) => value === record)![0],
  name: record.name,
  card: "card" in nn,
}))));
"""

INTRODUCTION = """# Sixteen activations

What may stand between two layers, each with its formula, its derivative and what goes wrong with it first."""

IMPORT = 'import * as nn from "./lib";'


def activation_pages(outputs: Outputs) -> list[tuple[str, NotebookNode]]:
    """Pairs of a file's name and its page, in the order of the gallery."""
    asked = run(notebook_of(v4.new_code_cell(NAMES)))
    records = facts(asked.cells[0])
    cells = [v4.new_code_cell(IMPORT)]
    for record in records:
        own = f"nn.{record['id']}"
        cells += [
            v4.new_code_cell(f"nn.card({own})" if record["card"] else own),
            v4.new_code_cell(f"nn.plots.tangent({own})"),
        ]
    shown = run(notebook_of(*cells)).cells[1:]
    pages = []
    for k, record in enumerate(records):
        page = f"activation-{record['id']}"
        card, figure = (outputs.ready(cell, page) for cell in shown[2 * k : 2 * k + 2])
        title = v4.new_markdown_cell(f"# {record['name']}")
        pages.append((record["id"], notebook_of(title, card, figure)))
    return [("index", notebook_of(v4.new_markdown_cell(contents(records)))), *pages]


def contents(records: list[dict]) -> str:
    """The page that leads to all of them."""
    names = "\n".join(record["id"] for record in records)
    return f"{INTRODUCTION}\n\n```{{toctree}}\n:maxdepth: 1\n\n{names}\n```"
