"""What happens to a submission between its arrival and its marks.

nbgrader runs a notebook through steps (nbconvert's preprocessors). Three of them are ours:

    RestoreCells   every cell is again what the assignment says that it is
    RunSubmission  the learner's code runs and answers, and judges nothing
    JudgeAnswers   another process compares the answers and gives the points

`walls.py` says what a submission's code can reach.
"""

from .judge_answers import JudgeAnswers
from .restore_cells import RestoreCells
from .run_submission import WITHOUT_WALLS, RunSubmission
from .settings import settle
from .walls import missing

__all__ = ["WITHOUT_WALLS", "JudgeAnswers", "RestoreCells", "RunSubmission", "missing", "settle"]
