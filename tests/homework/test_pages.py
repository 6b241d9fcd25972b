"""What pages of a submission are made of: tables, formulas, figures, nbgrader's words in ours."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbgrader
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from homework.pages import DrawFigures, DrawFormulas, clean_html, markdown_to_html
from homework.pages.feedback import OURS, WORDS
from homework.pages.figures import FIGURE, PLOTLY, TRACES

LATEX = {"text/latex": "$$f(x) = x^2$$", "text/plain": "square"}
SHOWN = new_output("execute_result", LATEX)
SHOWN_WITH_HTML = new_output("display_data", {**LATEX, "text/html": "<b>as it was</b>"})

FEEDBACK = "server_extensions/formgrader/templates/feedback/index.html.j2"


def test_cells_of_a_table_are_apart():
    page = markdown_to_html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert page.count("padding: 0.2em 1em") == 4
    assert 'style="padding: 0.2em 1em 0.2em 0; text-align:right' in page


def test_a_cell_that_knows_its_space_keeps_it():
    cell = '<table><tbody><tr><td style="padding: 1px;">1</td></tr></tbody></table>'
    assert clean_html(cell) == cell


@pytest.mark.parametrize("replaced", [OURS, *WORDS.values()], ids=["ours", *WORDS])
def test_every_word_that_is_replaced_is_in_nbgraders_page(replaced):
    template = (Path(nbgrader.__file__).parent / FEEDBACK).read_text(encoding="utf-8")
    for word in replaced:
        assert word in template


def page_of(*figures):
    """What stands in a page for each figure that a notebook shows."""
    outputs = [new_output("display_data", {FIGURE: figure}) for figure in figures]
    notebook = new_notebook(cells=[new_code_cell(outputs=outputs)])
    notebook, _ = DrawFigures().preprocess(notebook, {})
    return [output.data["text/html"] for output in notebook.cells[0].outputs]


def test_a_figure_brings_its_data_and_the_last_one_what_draws_it():
    first, second = page_of({"data": [{"type": "scatter"}]}, {"data": [{"y": [1, 2]}]})
    assert 'class="figure">{"data": [{"type": "scatter"}]}' in first
    assert 'id="plotly"' not in first and 'id="plotly"' in second


def test_of_plotlys_traces_the_maps_are_left_out():
    known = re.findall(r'moduleType:"trace",name:"(\w+)"', PLOTLY.read_text(encoding="utf-8"))
    maps = ["choropleth", "choroplethmap", "densitymap", "scattergeo", "scattermap"]
    assert sorted(known) == sorted([*TRACES, *maps])


MAP = {"type": "choropleth"}
BECOMES_A_MAP = [{"args": [MAP]}, {"args": [{"type": ["choropleth"]}]}, {"args": ["type", "choropleth"]}]


@pytest.mark.parametrize(
    "figure",
    [
        {"data": [{"type": "scatter"}, MAP]},
        {"data": [], "frames": [{"data": [MAP]}]},
        *({"data": [], "layout": {"updatemenus": [{"buttons": [how]}]}} for how in BECOMES_A_MAP),
    ],
)
def test_a_figure_that_is_a_map_or_can_become_one_is_not_drawn(figure, monkeypatch):
    drawn, (english,) = page_of({"data": []}, figure)[0], page_of(figure)
    assert 'id="plotly"' in drawn
    assert english.startswith("<p>This figure is not shown: a page draws no choropleth,")
    monkeypatch.setenv("SPELLGRAD_LANGUAGE", "ru")
    assert page_of(figure)[0].startswith("<p>Рисунок не показан: на странице не рисуется choropleth,")


def test_the_name_of_a_type_is_shown_and_never_acts():
    (said,) = page_of({"data": [{"type": "<img src=x>"}]})
    assert "&lt;img src=x&gt;" in said


@pytest.mark.parametrize("fetches", ["mask:url(//x)", "mask:u\\72l(x)", "mask:url&#40;x)"])
def test_a_style_in_a_figures_text_fetches_nothing(fetches):
    red, other = "<span style='color:red'>a</span>", f"<span style='{fetches}'>b</span>"
    (page,) = page_of({"layout": {"title": {"text": red + other}}})
    text = json.loads(page.split('"figure">')[1].split("</script>")[0])["layout"]["title"]["text"]
    assert text == f"{red}<span>b</span>"


def test_a_formula_that_a_cell_shows_is_mathml():
    notebook = new_notebook(cells=[new_code_cell(outputs=[SHOWN, SHOWN_WITH_HTML])])
    notebook, _ = DrawFormulas().preprocess(notebook, {})
    first, second = (output.data["text/html"] for output in notebook.cells[0].outputs)
    assert "<math" in clean_html(first) and "<msup>" in clean_html(first)
    assert second == "<b>as it was</b>"
