"""Homework: the lessons as nbgrader assignments.

    course/    makes a course's folder: npm run course -- DIR
    grading/   what happens to a submission between its arrival and its marks (nbgrader's steps)
    round/     grades a class in one command: npm run grade -- DIR LESSON
    judge/     compares a submission's answers, in a Node process of its own
    pages/     a submission as a page that shows everything, and in which nothing acts
    attempts/  right and wrong solutions, by which the checks themselves are tested
"""
