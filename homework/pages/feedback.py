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


#: A script from elsewhere that sets formulas: ours are MathML, and nobody need know who reads them.
MATHJAX = "{{ mathjax() }}"


class OurOwn(BaseLoader):
    """Another loader's templates; of nbgrader's feedback with our words, and without its script."""

    def __init__(self, loader: BaseLoader, words: dict[str, str]) -> None:
        self.loader, self.words = loader, words

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, fresh = self.loader.get_source(environment, template)
        if "resources.nbgrader.score" in source:
            for word, ours in {**self.words, MATHJAX: ""}.items():
                source = source.replace(word, ours)
        return source, path, fresh


class FeedbackExporter(HTMLExporter):
    def _create_environment(self) -> Environment:
        environment = super()._create_environment()
        words = WORDS.get(os.environ.get("SPELLGRAD_LANGUAGE", "en"), {})
        environment.loader = OurOwn(environment.loader, words)
        return environment
