"""What pages of a submission are made of: tables, formulas, nbgrader's words in ours."""

from __future__ import annotations

from pathlib import Path

import nbgrader
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from homework.pages import DrawFormulas, clean_html, markdown_to_html
from homework.pages.feedback import MATHJAX, WORDS

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


@pytest.mark.parametrize("language", WORDS)
def test_every_word_that_is_translated_is_in_nbgraders_page(language):
    template = (Path(nbgrader.__file__).parent / FEEDBACK).read_text(encoding="utf-8")
    for word in [*WORDS[language], MATHJAX]:
        assert word in template


def test_a_formula_that_a_cell_shows_is_mathml():
    notebook = new_notebook(cells=[new_code_cell(outputs=[SHOWN, SHOWN_WITH_HTML])])
    notebook, _ = DrawFormulas().preprocess(notebook, {})
    first, second = (output.data["text/html"] for output in notebook.cells[0].outputs)
    assert "<math" in clean_html(first) and "<msup>" in clean_html(first)
    assert second == "<b>as it was</b>"
