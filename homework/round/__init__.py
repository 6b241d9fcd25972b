"""A class is graded in one command: marks, feedback and a report, with the time that is left.

    npm run grade -- DIR LESSON

    examine.py      what is odd about a submission, before it runs
    marked.py       which submissions are marked, so that a stopped round goes on where it was
    grade_class.py  one submission after another, through nbgrader
    __main__.py     the command
"""
