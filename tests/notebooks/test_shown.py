"""The law of what cells show, on cells that break it."""

from __future__ import annotations

import pytest
from shown import PLOTLY, faults_of

BROKEN = {
    "a figure without a sentence": {PLOTLY: {}, "text/plain": "Figure"},
    "a figure in the other language": {PLOTLY: {}, "text/plain": "Прямая делит цветки на два вида."},
    "a diagram without a title": {"text/markdown": "```mermaid\nflowchart LR\n```", "text/plain": "a"},
    "a table without headers": {"text/html": "<table><tr><td>1</td></tr></table>", "text/plain": "1"},
    "HTML that needs a script": {"text/html": "<script>draw()</script>", "text/plain": "1"},
    "a picture without words": {"text/html": '<img src="x.png">', "text/plain": "1"},
    "HTML without a text": {"text/html": "<b>1</b>"},
    "a form that few programs know": {"image/webp": "…", "text/plain": "1"},
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_what_a_reader_would_miss_is_found(data):
    assert len(list(faults_of(data, "en"))) == 1


def test_what_lacks_nothing_passes():
    figure = {PLOTLY: {}, "text/plain": "A line divides the flowers into two kinds."}
    table = {"text/html": "<table><tr><th>w</th><td>1</td></tr></table>", "text/plain": "w 1"}
    assert [*faults_of(figure, "en"), *faults_of(table, "en")] == []
