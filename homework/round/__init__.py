"""A class is graded in one command: marks, feedback and a report, with the time that is left.

    npm run grade -- DIR LESSON [--jobs N]

    assignment.py       an assignment, as nbgrader knows it
    examine.py          what is odd about a submission, before it runs
    mark_submission.py  one submission, through nbgrader
    worker.py           the process in which that happens
    marked.py           which submissions are marked, so that a stopped round goes on where it was
    grade_class.py      all of them, several at a time
    __main__.py         the command
"""
