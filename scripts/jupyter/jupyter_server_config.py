"""JupyterLab as we meet it. What stands on the command line of `npm start` wins.

Beside this file, `learner/` hides the teacher's tools: they want a course folder, and complain
where there is none. `npm start -- --teacher` leaves it out.
"""

import json
import os
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
project = here.parents[1]
folder = os.environ.get("SPELLGRAD_FOLDER")  # another one to open: a course, a student's home
root = Path(folder or project)
# A notebook chooses the language of its figures and checks by itself, so kernels don't hear of this.
language = os.environ.pop("SPELLGRAD_LANGUAGE", "en")
lessons = "notebooks" if language == "en" else f"notebooks/{language}"
progress = Path(os.environ.get("SPELLGRAD_PROGRESS") or project / ".progress.json")


def settings_for(language: str) -> Path:
    """The folder of the settings that we ship; for another language, with JupyterLab's own in it."""
    shipped = here / "lab"
    if language == "en":
        return shipped
    folder = project / ".jupyter" / f"lab-{language}"
    folder.mkdir(parents=True, exist_ok=True)
    settings = json.loads((shipped / "overrides.json").read_text(encoding="utf-8"))
    locale = {"ru": "ru_RU"}[language]
    settings["@jupyterlab/translation-extension:plugin"] = {"locale": locale}
    (folder / "overrides.json").write_text(json.dumps(settings, indent=2), encoding="utf-8")
    for other in shipped.iterdir():
        if other.name != "overrides.json":
            (folder / other.name).write_bytes(other.read_bytes())
    return folder


c = get_config()  # noqa: F821

# The start page, until something is solved or guessed; then what was open last, and the lessons.
start_page = f"{lessons}/00-start-here.ipynb"
c.ServerApp.root_dir = str(root)
if not (root / start_page).exists():
    c.LabApp.default_url = "/lab"
elif progress.exists():
    c.LabApp.default_url = f"/lab/tree/{lessons}"
else:
    c.LabApp.default_url = f"/lab/tree/{start_page}"
c.LabApp.app_settings_dir = str(settings_for(language))
# Both show notebooks, and in both a figure says what it shows.
for app in (c.LabApp, c.JupyterNotebookApp):
    app.extra_labextensions_path = [str(here / "labextensions")]
c.ContentsManager.hide_globs = ["node_modules", "__pycache__", "*.pyc", "*~"]

# One kernel, the project's own; JupyterLab brings a Python one that the lessons don't need.
c.KernelSpecManager.allowed_kernelspecs = {"tslab"}
c.KernelSpecManager.ensure_native_kernel = False
c.MultiKernelManager.default_kernel_name = "tslab"

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
