"""A submission as a page: for its learner (feedback) and for who grades it (formgrader).

A page is made of what a stranger wrote, and opens in the teacher's session: nothing of a notebook
gets into it but text, formulas, pictures and tables. It shows all of them without a network.
"""

from .feedback import FeedbackExporter
from .figures import DrawFigures
from .formulas import DrawFormulas
from .html import clean_html, markdown_to_html

__all__ = ["DrawFigures", "DrawFormulas", "FeedbackExporter", "clean_html", "markdown_to_html"]
