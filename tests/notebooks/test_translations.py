"""A translated lesson is the same lesson: cell by cell, in good typography, and not behind."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402
import editions  # noqa: E402
import source_text  # noqa: E402
import translate_notebook  # noqa: E402
import typography  # noqa: E402

TRANSLATED = [path.stem for path in build_notebooks.masters(None, "ru")]


def masters(lesson):
    return (
        build_notebooks.read(build_notebooks.edition(build_notebooks.MASTERS, language) / f"{lesson}.ipynb")
        for language in ("en", "ru")
    )


@pytest.mark.parametrize("lesson", TRANSLATED)
def test_a_translation_is_the_same_lesson(lesson):
    assert editions.first_difference(*masters(lesson), "ru") is None


@pytest.mark.parametrize("lesson", TRANSLATED)
def test_a_translation_is_not_behind_the_english_lesson(lesson):
    behind = editions.to_look_at(*masters(lesson))
    assert behind == [], f"look at these again, then: npm run translate -- {lesson[:2]} {' '.join(behind)}"


def prose(cell) -> str:
    """What a reader reads in a cell as sentences: no code, no formula, no link's address."""
    if cell.cell_type == "code":
        found = source_text.parts(cell.source)
        return "\n".join([*found.comments, *found.texts])
    text = re.sub(r"```.*?```|`[^`\n]*`|<!--.*?-->|<[^>]*>", " ", cell.source, flags=re.S)
    return re.sub(r"\]\([^)]*\)|https?://\S+", "] ", re.sub(r"\$\$.*?\$\$|\$[^$]*\$", " ", text, flags=re.S))


def sentences(cell) -> str:
    """The prose without what is named in its own language: spells, species, titles of papers."""
    return re.sub(r"(\*+|_)(?=\S)[^*_\n]*?(?<=\S)\1", " ", prose(cell))


FAULTS = {
    "a Latin letter in a Cyrillic word": (prose, r"[а-яё][a-z]|[a-z][а-яё]"),
    "an English sentence": (sentences, r"(?:\b[a-z][a-z']+[ ,]+){3,}[a-z]+\b"),
    "an English quotation mark": (sentences, r"[“”]"),
    "a hyphen for a dash": (sentences, r"[а-яё»)] [-–] "),
}
#: In code a point is right, and so it is in what it prints.
MARKDOWN_FAULTS = {
    "a Latin letter for a Cyrillic word": (sentences, r"[а-яё],? (?-i:[coyk]) [а-яё]"),
    "a decimal point in prose": (prose, r"\d\.\d\d|\b0\.\d"),
    "a comma between numbers that have one": (prose, r"\d,\d+, \d"),
    "straight quotation marks": (prose, r'"[^"\n]*[а-яё]'),
    "a decimal point in a formula": (
        lambda cell: " ".join(re.findall(r"\$\$.*?\$\$|\$[^$]*\$", cell.source, flags=re.S)),
        r"\d\.\d",
    ),
}


@pytest.mark.parametrize("lesson", TRANSLATED)
def test_a_translation_is_in_russian_and_in_its_typography(lesson):
    _, russian = masters(lesson)
    found = [
        f"{cell.id}: {fault}: …{seen[0]}…"
        for cell in russian.cells
        for fault, (part, pattern) in {
            **FAULTS,
            **(MARKDOWN_FAULTS if cell.cell_type == "markdown" else {}),
        }.items()
        if (seen := re.search(pattern, part(cell), re.I))
    ]
    assert found == []
    silent = [c.id for c in russian.cells if c.cell_type == "markdown" and not source_text.CYRILLIC.search(c.source)]
    assert silent == []


#: With and without ё they are two words.
TWO_WORDS = {"все", "чем"}


def test_one_word_is_always_written_with_yo_or_never():
    cells = [cell for lesson in TRANSLATED for cell in list(masters(lesson))[1].cells]
    words = {word for cell in cells for word in re.findall("[а-яё]+", prose(cell).lower())}
    with_yo = {word.replace("ё", "е") for word in words if "ё" in word}
    assert with_yo & words - TWO_WORDS == set()


#: What the course calls otherwise, and how: one word for one thing.
OTHER_WORDS = {
    "батч": "пакет, мини-пакет",
    "бэтч": "пакет, мини-пакет",
    "датасет": "данные, примеры",
    "картин": "изображение, рисунок",
    "лейбл": "метка",
    "лосс": "функция потерь, потери",
    "нод[аеуы]": "вершина",
    "параметр смещения": "смещение",
    "свёртк": "одно вместо двух: свёртка — другой слой",
    "с[эе]мпл": "пример",
    "таргет": "метка",
    "фич": "признак",
    "чекпо": "снимок",
    "эмбеддинг": "векторное представление",
    "юнит": "нейрон",
}


@pytest.mark.parametrize("lesson", TRANSLATED)
def test_terms_are_those_of_the_glossary(lesson):
    _, russian = masters(lesson)
    found = [
        f"{cell.id}: {seen[0]}, here it is: {ours}"
        for cell in russian.cells
        for other, ours in OTHER_WORDS.items()
        if (seen := re.search(rf"\b{other}\w*", prose(cell), re.I))
    ]
    assert found == []


@pytest.mark.parametrize("lesson", TRANSLATED)
def test_lines_do_not_break_before_a_dash_or_a_unit(lesson):
    _, russian = masters(lesson)
    prose = [cell for cell in russian.cells if cell.cell_type == "markdown"]
    loose = [cell.id for cell in prose if typography.held_together(cell.source) != cell.source]
    assert loose == [], f"npm run translate -- {lesson[:2]}"


def test_what_is_held_together():
    spaces = "Их 40 МБ — это 5 % от `40 МБ — x` и $5 — 5$; 5 чисел\n| — |"
    held = "Их 40_МБ_— это 5_% от `40 МБ — x` и $5 — 5$; 5 чисел\n| — |"
    assert typography.held_together(spaces) == held.replace("_", typography.NO_BREAK)


LESSON = "01-logistic-regression"


def changed(cell_id, change):
    english, russian = masters(LESSON)
    cell = next(cell for cell in russian.cells if cell.id == cell_id)
    cell.source = change(cell.source)
    return editions.first_difference(english, russian, "ru")


def test_other_code_is_named_and_other_comments_are_not():
    assert "code-26" in changed("code-26", lambda source: source.replace("3000", "300"))
    assert "code-03" in changed("code-03", lambda source: source.replace('nn.language("ru");', ""))
    assert "check-1-1" in changed("check-1-1", lambda source: source.replace("1.1", "1.2"))
    assert "exercise-1-1" in changed("exercise-1-1", lambda source: source.replace("// END SOLUTION", ""))
    assert changed("code-08", lambda source: source + " // и ещё слово") is None
    assert changed("code-26", lambda source: source.replace("веса ", "два веса ")) is None


def test_a_missing_cell_and_another_order_are_named():
    english, russian = masters(LESSON)
    russian.cells[3:5] = reversed(russian.cells[3:5])
    assert "cell 3 is text-04" in editions.first_difference(english, russian, "ru")
    del russian.cells[-1]
    assert editions.first_difference(english, russian, "ru") is not None


def test_an_edit_of_the_english_lesson_says_which_cells_to_look_at_until_somebody_has():
    english, russian = masters(LESSON)
    edited = next(cell for cell in english.cells if cell.id == "text-06")
    edited.source += " One more sentence."
    again = translate_notebook.in_step(english, russian, "ru")
    assert editions.to_look_at(english, again) == ["text-06"]
    assert [cell.source for cell in again.cells] == [cell.source for cell in russian.cells]
    translate_notebook.note(english, again, ["text-06"])
    assert editions.to_look_at(english, again) == []


def test_a_new_lesson_begins_in_english_and_all_its_words_are_to_be_translated():
    english, _ = masters(LESSON)
    new = translate_notebook.in_step(english, None, "ru")
    waiting = editions.to_look_at(english, new)
    assert {cell.id for cell in english.cells if cell.cell_type == "markdown"} <= set(waiting)
    assert "code-03" not in waiting and "code-08" in waiting


def test_a_learner_does_not_get_the_translator_s_notes():
    _, russian = masters(LESSON)
    assert any("spellgrad" in cell.metadata for cell in russian.cells)
    copy = build_notebooks.learners_copy(russian)
    assert not any("spellgrad" in cell.metadata for cell in copy.cells)
