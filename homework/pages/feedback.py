"""The page of feedback in the course's language: nbgrader's own, with its words exchanged."""

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
    }
}


class Translated(BaseLoader):
    """Another loader's templates; of nbgrader's feedback with other words."""

    def __init__(self, loader: BaseLoader, words: dict[str, str]) -> None:
        self.loader, self.words = loader, words

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, fresh = self.loader.get_source(environment, template)
        if "resources.nbgrader.score" in source:
            for word, translated in self.words.items():
                source = source.replace(word, translated)
        return source, path, fresh


class FeedbackExporter(HTMLExporter):
    def _create_environment(self) -> Environment:
        environment = super()._create_environment()
        words = WORDS.get(os.environ.get("SPELLGRAD_LANGUAGE", "en"), {})
        environment.loader = Translated(environment.loader, words)
        return environment
