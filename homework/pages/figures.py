"""Figures of a notebook, drawn in its page."""

from __future__ import annotations

import base64
import gzip
import json
import re
from functools import cache
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from .html import Trusted

FIGURE = "application/vnd.plotly.v1+json"
PLOTLY = Path(__file__).resolve().parents[2] / "node_modules" / "plotly.js" / "plotly.min.js"
DRAW = Path(__file__).with_name("draw.js")


class DrawFigures(Preprocessor):
    """Puts the data of each figure into the page, and behind the last one what draws them."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        shown = [
            output
            for cell in nb.cells
            for output in cell.get("outputs", [])
            if isinstance(output.get("data", {}).get(FIGURE), dict)
        ]
        for output in shown:
            output.data = NotebookNode({"text/html": place(output.data[FIGURE])})
        if shown:
            last = shown[-1].data
            last["text/html"] = Trusted(last["text/html"] + script())
        return nb, resources


#: After spaces and controls, which an address may have anywhere, what makes one of a text.
ADDRESS = re.compile(r"(https?|wss?|ftp|file):|[/\\]{2}", re.I)


def without_addresses(value: object) -> object:
    """A figure that brings all it shows: what it fetched would tell a server who reads the page."""
    if isinstance(value, dict):
        return {key: without_addresses(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [without_addresses(entry) for entry in value]
    fetched = isinstance(value, str) and ADDRESS.match(re.sub(r"[\x00-\x20]", "", value))
    return "" if fetched else value


def place(figure: dict) -> Trusted:
    # In a script, only `</` and `<!--` mean anything.
    data = json.dumps(without_addresses(figure)).replace("<", "\\u003c")
    return Trusted(f'<div><script type="application/json" class="figure">{data}</script></div>')


@cache
def script() -> str:
    """Plotly, compressed to a third: each page stands for itself, wherever it is sent."""
    packed = base64.b64encode(gzip.compress(PLOTLY.read_bytes(), mtime=0)).decode()
    draw = DRAW.read_text(encoding="utf-8")
    return f'<script type="text/plain" id="plotly">{packed}</script><script>{draw}</script>'
