"""The page of feedback: nbgrader's own, in the course's language, and complete without a network."""

from __future__ import annotations

import os
from collections.abc import Callable

from jinja2 import BaseLoader, Environment
from nbconvert.exporters import HTMLExporter

#: What nbgrader's template says, with as much around it as makes it that.
WORDS = {
    "ru": {
        "(Score: ": "(баллы: ",
        "Late submission penalty": "Штраф за опоздание",
        ">Test cell<": ">Проверка<",
        ">Coding free-response<": ">Код, который читает преподаватель<",
        ">Written response<": ">Ответ словами<",
        ">Task<": ">Задание<",
        ">Comment<": ">Комментарий<",
        "      Score: ": "      Баллы: ",
        "(Top)": "(наверх)",
        "Student's answer": "Ответ",
        "Student's task": "Задание",
        "Grade cell: ": "Проверка: ",
        "<b>Comments:</b>": "<b>Комментарий:</b>",
        # What nbgrader itself remarks where an answer is as it was handed out.
        "nbgrader.comment | markdown": (
            'nbgrader.comment | replace("No response.", "Ответа нет.") | markdown'
        ),
    }
}


#: What a browser lets the page do: run the scripts and show the pictures that it brings, and ask
#: nobody for more. `draw.js` makes plotly's program of a text, hence 'unsafe-eval'.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
    "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
)

CHARSET = '<meta charset="utf-8" />'

#: What stands in nbgrader's template, and what in ours.
OURS = {
    CHARSET: f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{POLICY}" />',
    # A script from elsewhere that sets formulas: ours are MathML.
    "{{ mathjax() }}": "",
}


class OurOwn(BaseLoader):
    """Another loader's templates; of nbgrader's feedback with our words, asking no other server."""

    def __init__(self, loader: BaseLoader, words: dict[str, str]) -> None:
        self.loader, self.words = loader, words

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, fresh = self.loader.get_source(environment, template)
        if "resources.nbgrader.score" in source:
            for word, ours in {**self.words, **OURS}.items():
                source = source.replace(word, ours)
        return source, path, fresh


class FeedbackExporter(HTMLExporter):
    def _create_environment(self) -> Environment:
        environment = super()._create_environment()
        words = WORDS.get(os.environ.get("SPELLGRAD_LANGUAGE", "en"), {})
        environment.loader = OurOwn(environment.loader, words)
        return environment
