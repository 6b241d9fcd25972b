"""For those who fetch and hand in with nbgrader, from this folder, on a shared machine."""

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "@COURSE@"

# `nbgrader validate` runs a lesson from its first cell, which compiles the library.
c.Execute.timeout = 300
