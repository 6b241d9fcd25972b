"""JupyterLab as a learner meets it. What stands on the command line of `npm start` wins."""

import os
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
project = here.parents[1]
first_lesson = "notebooks/01-logistic-regression.ipynb"

c = get_config()  # noqa: F821

c.ServerApp.root_dir = str(project)
c.LabApp.default_url = f"/lab/tree/{first_lesson}"
c.LabApp.app_settings_dir = str(here / "lab")
c.ContentsManager.hide_globs = ["node_modules", "__pycache__", "*.pyc", "*~"]

# One kernel, the project's own; JupyterLab brings a Python one that the lessons don't need.
c.KernelSpecManager.allowed_kernelspecs = {"tslab"}
c.KernelSpecManager.ensure_native_kernel = False
c.MultiKernelManager.default_kernel_name = "tslab"

# A teacher's tools want a course folder, and complain where there is none.
c.ServerApp.jpserver_extensions = {
    f"nbgrader.server_extensions.{name}": False
    for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
}

# The kernel completes and explains; no search for language servers with the machine's npm.
c.LanguageServerManager.autodetect = False

# Only the address and what goes wrong.
c.ServerApp.log_level = c.LabApp.log_level = "WARN"

# In a container everybody is root.
if sys.platform != "win32" and os.geteuid() == 0:
    c.ServerApp.allow_root = True

# Without a screen, Python would open a text browser in the learner's terminal.
if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"} & os.environ.keys():
    c.ServerApp.open_browser = False
