"""The settings of this course. Made by `npm run course`; they are yours to change.

What each one means, and all the others: https://nbgrader.readthedocs.io
"""

import os
import sys

# The language of the reports on graded work.
os.environ["SPELLGRAD_LANGUAGE"] = "@LANGUAGE@"

# Where the lessons and their TypeScript kernel are. Change it when that folder moves.
SPELLGRAD = "@PROJECT@"
sys.path.append(SPELLGRAD)

try:
    from homework.grading import settle
except ImportError as error:
    # nbgrader goes on after an error in this file, and would mark without us.
    sys.exit(
        f"There is no grading in {SPELLGRAD} ({error}). Has that folder moved? Then change "
        f"SPELLGRAD in {__file__}. Is this nbgrader the one in its .venv?"
    )

c = get_config()  # noqa: F821
settle(c)

c.CourseDirectory.course_id = "@COURSE@"

# Draws the inputs of the checks when homework is graded. Drawn for this course alone; keep it
# to yourself, and as it is while an assignment is being graded.
c.Grading.seed = @SEED@

# Seconds for one cell. A cell that takes longer is interrupted and the next one runs. The longest
# cells of the lessons take a few seconds.
c.Execute.timeout = 60

# Seconds for a whole notebook; cells that have not run by then are not run.
c.Grading.notebook_timeout = 900

# Where learners and you exchange notebooks on one machine; every one of them may write there.
# c.Exchange.root = "/usr/local/share/nbgrader/exchange"
