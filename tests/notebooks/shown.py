"""What holds for everything that a cell shows, whoever reads it and wherever."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode

PLOTLY = "application/vnd.plotly.v1+json"

#: Forms that JupyterLab, Notebook 7, VS Code with its Jupyter extension and nbconvert all show.
KNOWN = {PLOTLY, "text/html", "text/markdown", "text/plain"}


def faults(notebook: NotebookNode, language: str) -> Iterator[str]:
    """What a reader who can't see a figure, or opens the notebook elsewhere, would miss."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for fault in faults_of(output.get("data", {}), language):
                yield f"{cell.source}\n→ {fault}"


def faults_of(data: dict, language: str) -> Iterator[str]:
    if unknown := set(data) - KNOWN:
        yield f"is shown by one program and not by another: {unknown}"
    if data and "text/plain" not in data:
        yield "has no text"
    if PLOTLY in data and not is_sentence(data["text/plain"], language):
        yield f"is a figure that no sentence describes: {data['text/plain']}"
    if "```mermaid" in (diagram := data.get("text/markdown", "")):
        title = re.search(r"^ *accTitle: (.*)$", diagram, re.MULTILINE)
        if not title or not is_sentence(title[1], language):
            yield f"is a diagram without a title: {diagram}"
    html = data.get("text/html", "")
    for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
        if "<th" not in table:
            yield f"is a table without a header: {table[:200]}"
    if re.search(r"<script|<img(?![^>]*\balt=)", html):
        yield f"needs a script, or has a picture without words: {html[:200]}"


def is_sentence(text: str, language: str) -> bool:
    """It begins with a name or a capital letter, ends with a full stop and is in the language."""
    own = re.findall("[а-яё]+" if language == "ru" else "[a-z]+", text.lower())
    return text.endswith(".") and len(own) >= 4
