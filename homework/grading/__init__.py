"""What happens to a submission between its arrival and its marks.

nbgrader runs a notebook through steps (nbconvert's preprocessors). Three of them are ours:

    RestoreCells   every cell is again what the assignment says that it is
    RunSubmission  the learner's code runs and answers, and judges nothing
    JudgeAnswers   another process compares the answers and gives the points
"""

from .judge_answers import JudgeAnswers
from .restore_cells import RestoreCells
from .run_submission import RunSubmission
from .settings import settle

__all__ = ["JudgeAnswers", "RestoreCells", "RunSubmission", "settle"]
