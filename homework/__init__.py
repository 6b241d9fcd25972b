"""Homework: the lessons as nbgrader assignments.

    course/    makes a course's folder: npm run course -- DIR
    grading/   what happens to a submission between its arrival and its marks (nbgrader's steps)
    judge/     compares a submission's answers, in a Node process of its own
    attempts/  right and wrong solutions, by which the checks themselves are tested
"""
