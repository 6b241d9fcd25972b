"""What the site says between the texts of the lessons, in each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    answer: str
    hint: str
    solution: str
    #: The title of the page that leads to all activations, and what it says.
    activations: str


WORDS = {
    "en": Words(
        answer="Answer",
        hint="Hint",
        solution="Solution",
        activations="""# Sixteen activations

What may stand between two layers, each with its formula, its derivative and what goes wrong with it first.""",
    ),
    "ru": Words(
        answer="Ответ",
        hint="Подсказка",
        solution="Решение",
        activations="""# Шестнадцать активаций

Что может стоять между двумя слоями: у каждой активации формула, производная и то, что подводит в ней первым.""",
    ),
}
