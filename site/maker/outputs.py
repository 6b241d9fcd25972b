"""Outputs as a web page shows them: live figures, and links between pages."""

from __future__ import annotations

import html
import json
import re
import threading
from pathlib import Path

from nbformat import NotebookNode

PLOTLY = "application/vnd.plotly.v1+json"

#: Pixels of the column of text; a wider figure takes the margin beside it, too.
COLUMN = 700


class Outputs:
    """Makes outputs ready for the site; the data of figures go into a folder of scripts."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True)
        self._lock = threading.Lock()
        self._count: dict[str, int] = {}

    def ready(self, cell: NotebookNode, page: str) -> NotebookNode:
        """The cell with outputs that need nothing but the page."""
        for output in cell.outputs:
            if output.output_type not in ("display_data", "execute_result"):
                continue
            data = output.data
            if PLOTLY in data:
                if data[PLOTLY]["layout"].get("width", 0) > COLUMN:
                    cell.metadata["tags"] = [*cell.metadata.get("tags", []), "full-width"]
                text = data.get("text/plain", "")
                output.data = NotebookNode({"text/html": self._figure(data[PLOTLY], text, page)})
            elif "text/html" in data:
                shown = with_page_links(data["text/html"])
                data["text/html"] = f'<div class="mathjax_process">{shown}</div>'
            elif "text/markdown" in data:
                data["text/markdown"] = with_diagrams(data["text/markdown"])
        return cell

    def _figure(self, figure: dict, description: str, page: str) -> str:
        with self._lock:
            number = self._count[page] = self._count.get(page, 0) + 1
        name = f"{page}-{number}"
        script = f"spellgradFigure({json.dumps(name)}, {json.dumps(figure, separators=(',', ':'))});"
        (self.folder / f"{name}.js").write_text(script, encoding="utf-8")
        height = figure["layout"].get("height", 400)
        return (
            f'<div class="spellgrad-figure" data-figure="{name}" role="img" '
            f'aria-label="{html.escape(description)}" style="min-height: {height}px"></div>'
        )


def with_page_links(text: str) -> str:
    """HTML whose links to notebooks lead to their pages."""
    return re.sub(r'href="([\w./-]+)\.ipynb"', r'href="\1.html"', text)


def with_diagrams(text: str) -> str:
    """Markdown whose Mermaid diagrams are drawn by the page's own script."""
    return re.sub(
        r"^```mermaid\n(.*?)^```$",
        lambda found: f'<pre class="mermaid">\n{html.escape(found[1])}</pre>',
        text,
        flags=re.MULTILINE | re.DOTALL,
    )
