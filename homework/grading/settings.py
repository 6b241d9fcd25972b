"""nbgrader's settings that make an assignment of TypeScript lessons."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from ..course.check_assignment import CheckAssignment
from ..course.downloads import Downloads
from ..pages import (
    DrawFigures,
    DrawFormulas,
    FeedbackExporter,
    clean_html,
    markdown_to_html,
)
from ..places import STUB, TEXT_STUB
from .export_marks import ExportMarks
from .judge_answers import JudgeAnswers
from .restore_cells import RestoreCells
from .run_submission import RunSubmission


def settle(config: Config) -> None:
    """Puts our steps among nbgrader's own; the course's configuration may change the rest."""
    # nbgrader starts alembic, which makes its database, by name: found without activation, too.
    programs = str(Path(sys.executable).parent)
    os.environ["PATH"] = os.pathsep.join([programs, os.environ.get("PATH", "")])

    # nbgrader's own notes to its database, which say nothing about a submission.
    warnings.filterwarnings("ignore", category=SAWarning)

    config.ClearSolutions.code_stub = {"typescript": STUB}
    config.ClearSolutions.text_stub = TEXT_STUB
    config.GenerateAssignment.preprocessors.insert(0, CheckAssignment)
    config.Autograde.sanitize_preprocessors = [
        RestoreCells,
        ClearOutput,
        OverwriteKernelspec,
        OverwriteCells,
        CheckCellMetadata,
    ]
    config.Autograde.autograde_preprocessors = [
        RunSubmission,
        JudgeAnswers,
        IgnorePattern,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveAutoGrades,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    # Pages are made of what strangers wrote, and open in the teacher's session.
    config.GenerateFeedback.exporter_class = FeedbackExporter
    config.HTMLExporter.sanitize_html = True
    config.HTMLExporter.preprocessors = [DrawFigures, DrawFormulas]
    config.HTMLExporter.filters = {"clean_html": clean_html, "markdown2html": markdown_to_html}
    # A cell that loops forever is interrupted, loses its own points, and the next cell runs.
    config.Execute.interrupt_on_timeout = True
    config.ZipCollectApp.collector_plugin = Downloads
    config.ExportApp.plugin_class = ExportMarks
