"""English that a learner would read in what the cells of a lesson in another language show."""

from __future__ import annotations

import html
import json
import re

from nbformat import NotebookNode

PLOTLY = "application/vnd.plotly.v1+json"

#: Three words in a row. Two stand together in names as well.
SENTENCE = re.compile(r"\b[A-Za-z][a-z']+(?:,? [a-z']{2,}){2,}")

#: Code and texts in quotes are what they are in every language; so are formulas and sources.
QUOTED = re.compile(
    r"et al\.|<code>.*?</code>|`[^`]*`|'[^'\n]*'|\"[^\"\n]*\"|\$\$.*?\$\$|\$[^$\n]*\$|```.*?```", re.S
)


def said(output: NotebookNode):
    """The texts of one output, as somebody reads them."""
    if output.output_type == "stream":
        yield output.text
    elif output.output_type == "error":
        yield output.evalue
    else:
        for kind, content in output.data.items():
            if kind == PLOTLY:
                yield from strings(json.loads(content) if isinstance(content, str) else content)
            elif isinstance(content, str) and kind.startswith("text/"):
                yield content


def strings(figure):
    """Every text of a figure: names of curves and axes, buttons, what is shown below the pointer."""
    if isinstance(figure, str):
        yield figure
    elif isinstance(figure, (list, dict)):
        for part in figure.values() if isinstance(figure, dict) else figure:
            yield from strings(part)


def english_in(notebook: NotebookNode) -> list[str]:
    """Where the cells of a notebook show an English sentence."""
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for text in said(output):
                plain = re.sub(r"<[^>]*>", " | ", QUOTED.sub(" ", html.unescape(text)))
                found += [f"{cell.id}: {sentence}" for sentence in SENTENCE.findall(plain)]
    return found
