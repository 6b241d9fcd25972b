"""Figures of a notebook, drawn in its page."""

from __future__ import annotations

import base64
import gzip
import html
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from ..places import ROOT
from .html import Trusted

FIGURE = "application/vnd.plotly.v1+json"
PLOTLY = ROOT / "node_modules" / "plotly.js" / "plotly.min.js"
DRAW = Path(__file__).with_name("draw.js")


#: The kinds of traces that plotly draws from their data alone; a map fetches its ground.
TRACES = """bar barpolar box candlestick carpet cone contour contourcarpet funnel funnelarea heatmap
    histogram histogram2d histogram2dcontour icicle image indicator isosurface mesh3d ohlc parcats
    parcoords pie quiver sankey scatter scatter3d scattercarpet scattergl scatterpolar
    scatterpolargl scattersmith scatterternary splom streamtube sunburst surface table treemap
    violin volume waterfall""".split()

#: What else of a figure has a type: axes, shapes, menus, bars of errors, gradients.
PARTS = """- linear log date category multicategory circle rect path line buttons dropdown percent
    constant sqrt data radial horizontal vertical none""".split()

REFUSED = {
    "en": "This figure is not shown: a page draws no {}, which could fetch something from elsewhere.",
    "ru": "Рисунок не показан: на странице не рисуется {}, ведь для этого могут понадобиться "
    "данные с других серверов.",
}


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
        drawn = None
        for output in shown:
            figure = output.data[FIGURE]
            unknown = sorted({*types_in(figure)} - {*TRACES, *PARTS})
            drawn = drawn if unknown else output
            output.data = NotebookNode({"text/html": refused(unknown) if unknown else place(figure)})
        if drawn:
            drawn.data["text/html"] = Trusted(drawn.data["text/html"] + script())
        return nb, resources


def types_in(value: object) -> Iterator[str]:
    """Every type that a figure has, or could get by its frames, its buttons and its sliders."""
    if isinstance(value, dict):
        yield from texts_in(value.get("type"))
    # What a button does may also be said as a list: ["type", "scatter"].
    if isinstance(value, list) and value[:1] == ["type"]:
        yield from texts_in(value[1:])
    if isinstance(value, dict | list):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from types_in(entry)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, list):
        for entry in value:
            yield from texts_in(entry)


def refused(types: list[str]) -> Trusted:
    sentence = REFUSED[os.environ.get("SPELLGRAD_LANGUAGE", "en")].format(", ".join(types))
    return Trusted(f"<p>{html.escape(sentence)}</p>")


#: After spaces and controls, which an address may have anywhere, what makes one of a text.
ADDRESS = re.compile(r"(https?|wss?|ftp|file):|[/\\]{2}", re.I)


#: A tag in a text of a figure. plotly takes its style as it is written, and `url(…)` in it fetches.
TAG = re.compile(r"<(/?\w+)[^<>]*>")


def without_addresses(value: object) -> object:
    """A figure that brings all it shows: what it fetched would tell a server who reads the page."""
    if isinstance(value, dict):
        return {key: without_addresses(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [without_addresses(entry) for entry in value]
    if not isinstance(value, str):
        return value
    fetched = ADDRESS.match(re.sub(r"[\x00-\x20]", "", value))
    return "" if fetched else TAG.sub(without_fetching_style, value)


def without_fetching_style(tag: re.Match[str]) -> str:
    """A tag whose style may call a function, openly or in disguise, without all its attributes."""
    style = re.search(r"style.*[(\\&]", tag[0], re.I | re.S)
    return f"<{tag[1]}>" if style else tag[0]


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
