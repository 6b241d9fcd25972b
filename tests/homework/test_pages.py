"""Tables of a page have space between their columns, whatever they bring themselves."""

from __future__ import annotations

from pathlib import Path

import nbgrader
import pytest

from homework.pages import clean_html, markdown_to_html
from homework.pages.feedback import WORDS

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
    for word in WORDS[language]:
        assert word in template
