"""Homework: the lessons as nbgrader assignments, and the attempts that their checks must judge."""
