"""papermill for TypeScript notebooks: the same command line, run as

    python kernel/papermill_typescript.py lesson.ipynb out.ipynb -p rate 0.5

papermill knows no TypeScript by itself, so that it needs to be told how a value is written. The
cell with the tag `parameters` holds the defaults, one `let` a line; papermill puts a cell below it
that declares the given ones anew.
"""

from __future__ import annotations

import json
import math
import re

from papermill.cli import papermill
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

DECLARATION = re.compile(
    r"^\s*(?:let|const|var)\s+(?P<name>[\w$]+)\s*(?::\s*(?P<type>.+?)\s*)?=(?!=)\s*"
    r"(?P<value>.+?)\s*;?\s*(?://\s*(?P<help>.*))?$",
    re.MULTILINE,
)


class TypeScriptTranslator(Translator):
    """How Python's values are written in TypeScript."""

    @classmethod
    def translate(cls, val):
        if isinstance(val, float) and not math.isfinite(val):
            return "NaN" if math.isnan(val) else "Infinity" if val > 0 else "-Infinity"
        if isinstance(val, dict):
            pairs = (f"{json.dumps(str(key))}: {cls.translate(it)}" for key, it in val.items())
            return f"{{ {', '.join(pairs)} }}"
        if isinstance(val, (list, tuple)):
            return f"[{', '.join(map(cls.translate, val))}]"
        if val is None or isinstance(val, (bool, int, float)):
            return json.dumps(val)
        return json.dumps(str(val))

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}"

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        return [
            Parameter(it["name"], it["type"] or "None", it["value"], it["help"] or "")
            for it in DECLARATION.finditer(parameters_cell["source"])
        ]


papermill_translators.register("typescript", TypeScriptTranslator)

if __name__ == "__main__":
    papermill()
