"""Completion, inspection and the like, also while a cell runs."""

from __future__ import annotations

import json

from kernel_client import TIMEOUT


def complete(kernel, code, cursor=None):
    return kernel.ask(kernel.client.complete(code, cursor))


def inspect(kernel, code, cursor=None):
    reply = kernel.ask(kernel.client.inspect(code, cursor))
    return reply["data"].get("text/plain") if reply["found"] else None


def test_completion_of_members(kernel):
    reply = complete(kernel, "Math.sq")
    assert reply["status"] == "ok"
    assert "sqrt" in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (5, 7)


def kinds(kernel, code, cursor=None):
    """The kind of each completion, from which JupyterLab makes the icons of its list."""
    reply = complete(kernel, code, cursor)
    types = reply["metadata"]["_jupyter_types_experimental"]
    assert [it["text"] for it in types] == reply["matches"]
    span = (reply["cursor_start"], reply["cursor_end"])
    assert all((it["start"], it["end"]) == span for it in types)
    return {it["text"]: it["type"] for it in types}


def test_completion_of_earlier_cells_names_with_their_kinds(kernel):
    kernel.run(
        "const kindConst = 1; let kindLet = 2; var kindVar = 3; function kindFunction() {}\n"
        "class kindClass { size = 1; get width() { return 2 } forward() {} }\n"
        "enum kindEnum { Train, Test } interface kindInterface {}\n"
        'import * as kindModule from "node:fs"; import { readFileSync as kindImport } from "node:fs"'
    )
    expected = {
        "kindConst": "variable",
        "kindLet": "variable",
        "kindVar": "variable",
        "kindFunction": "function",
        "kindClass": "class",
        "kindEnum": "enum",
        "kindModule": "module",
        "kindImport": "function",
    }
    assert kinds(kernel, "kind") == expected
    assert kinds(kernel, "let a: kindInter")["kindInterface"] == "interface"


def test_kinds_of_members_parameters_and_keywords(kernel):
    kernel.run("class Kinds { size = 1; get width() { return 2 } forward() {} }")
    members = {"size": "property", "width": "property", "forward": "method"}
    assert kinds(kernel, "new Kinds().") == members
    code = "function f(kindParameter: number) { return kindP"
    assert kinds(kernel, code + " }", len(code)) == {"kindParameter": "variable"}
    assert kinds(kernel, "retu")["return"] == "keyword"


def test_kinds_of_what_the_same_cell_imports(kernel):
    code = 'import { join as kindJoin } from "./lib/missing"; import * as kindOs from "node:os"; kindO'
    assert kinds(kernel, code)["kindOs"] == "module"


def test_positions_count_characters_not_utf16_units(kernel):
    reply = complete(kernel, "'🙂🙂'; Math.sq")
    assert (reply["cursor_start"], reply["cursor_end"]) == (11, 13)
    assert "sqrt(x: number)" in inspect(kernel, "'🙂🙂'; Math.sqrt", 13)


def test_completion_in_the_middle_of_a_cell_and_of_nonsense(kernel):
    assert "sqrt" in complete(kernel, "const a = Math.\nconst b = 2", 15)["matches"]
    for code in ("", ")", "import { } from './lib/", "'", "/*", "@#"):
        assert complete(kernel, code)["status"] == "ok"
    assert complete(kernel, "Math.sq", 1000)["status"] == "ok"


def test_completion_of_a_modules_exports(kernel, folder):
    path, specifier = folder
    (path / "words.ts").write_text("export const wisdom = 1;\n")
    kernel.run(f'import * as words from "{specifier}/words"')
    assert complete(kernel, "words.wis")["matches"] == ["wisdom"]


def test_inspection_of_a_name(kernel):
    kernel.run("/** Doubles it. */\nfunction double(n: number): number { return 2 * n }")
    assert inspect(kernel, "double", 3) == "function double(n: number): number\n\nDoubles it."
    assert "function double" in inspect(kernel, "double")
    assert inspect(kernel, "  ", 1) is None


def markdown(kernel, code):
    return kernel.ask(kernel.client.inspect(code))["data"]["text/markdown"]


def test_inspection_as_markdown(kernel):
    kernel.run(
        "/**\n * Doubles it:\n *\n * - `n` times two\n *\n * @param n any number, see {@link Math.abs}\n"
        " * @example\n * twice(2)\n * twice(3)\n */\n"
        "function twice(n: number): number { return 2 * n }"
    )
    assert markdown(kernel, "twice") == (
        "```typescript\nfunction twice(n: number): number\n```\n\n"
        "Doubles it:\n\n- `n` times two\n\n"
        "@param n any number, see `Math.abs`\n\n"
        "@example\n\n```typescript\ntwice(2)\ntwice(3)\n```"
    )
    kernel.run("const undocumented = 1")
    assert markdown(kernel, "undocumented") == "```typescript\nconst undocumented: 1\n```"


def test_doc_comments_of_packages_as_markdown(kernel):
    root = markdown(kernel, "Math.sqrt")
    assert root.startswith("```typescript\n(method) Math.sqrt(x: number): number\n```\n\nReturns")
    assert root.endswith("\n\n@param x A numeric expression.")


def test_signature_inside_the_brackets_of_a_call(kernel):
    kernel.run(
        "/** Adds. */\nfunction add(left: number, right: number): number { return left + right }"
    )
    for code in ("add(", "add(1, ", "1 + add(1, "):
        assert "add(left: number, right: number): number" in inspect(kernel, code)
    assert "add(left: number" in inspect(kernel, "add()", 4)


def test_completion_and_inspection_while_a_cell_runs(kernel):
    busy = kernel.send("const during = 5; console.log('go'); while (true) {}")
    kernel.wait_for_output("go")
    assert "sqrt" in complete(kernel, "Math.sq")["matches"]
    assert "during" in complete(kernel, "durin")["matches"]
    assert "const during: 5" in inspect(kernel, "during")
    assert kernel.ask(kernel.client.is_complete("1 +"))["status"] == "incomplete"
    assert kernel.ask(kernel.client.kernel_info())["status"] == "ok"
    kernel.interrupt()
    assert kernel.outcome(busy).status == "error"


def test_the_kernel_still_shows_busy_after_a_completion_during_a_cell(kernel, tmp_path):
    end = tmp_path / "end"
    cell = kernel.send(
        'import { existsSync } from "node:fs"; console.log("go");\n'
        f"while (!existsSync({json.dumps(str(end))})) await new Promise((r) => setTimeout(r, 20))"
    )
    kernel.wait_for_output("go")

    def status():
        while True:
            message = kernel.client.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == "status":
                return message["parent_header"]["msg_id"], message["content"]["execution_state"]

    try:
        asked = kernel.client.complete("Math.sq")
        assert [status() for _ in range(3)] == [(asked, "busy"), (asked, "idle"), (cell, "busy")]
    finally:
        end.touch()
    assert status() == (cell, "idle")


def test_tslabs_own_functions_have_types(kernel):
    kernel.run('import { display, newDisplay, clearOutput } from "tslab"')
    assert {"html", "svg", "raw"} <= set(complete(kernel, "display.")["matches"])
    assert "clearOutput(wait?: boolean): void" in inspect(kernel, "clearOutput")
    assert "prompt(question?: string" in inspect(kernel, "prompt")


def test_is_complete(kernel):
    status = lambda code: kernel.ask(kernel.client.is_complete(code))  # noqa: E731
    assert status("1 + 1")["status"] == "complete"
    assert status("for (const a of [1]) {") == {"status": "incomplete", "indent": "  "}
    assert status("1 +* 1")["status"] == "invalid"


def test_no_comms(kernel):
    assert kernel.ask(kernel.client.comm_info()) == {"status": "ok", "comms": {}}
    opening = kernel.client.session.msg(
        "comm_open", {"comm_id": "c1", "target_name": "x", "data": {}}
    )
    kernel.client.shell_channel.send(opening)
    while True:
        message = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        if message["msg_type"] == "comm_close":
            break
    assert message["content"]["comm_id"] == "c1"


def test_history(fresh_kernel):
    for code in ("const a = 1", "a + 1", "nowhere"):
        fresh_kernel.run(code)
    fresh_kernel.run("2", store_history=False)
    history = lambda **k: fresh_kernel.ask(fresh_kernel.client.history(**k))["history"]  # noqa: E731
    inputs = [[1, 1, "const a = 1"], [1, 2, "a + 1"], [1, 3, "nowhere"]]
    assert history(hist_access_type="tail", n=10) == inputs
    assert history(hist_access_type="tail", n=2) == inputs[1:]
    assert history(hist_access_type="range", session=0, start=2, stop=3) == inputs[1:2]
    assert history(hist_access_type="search", pattern="a*") == inputs[1:2]
    assert history(hist_access_type="tail", n=2, output=True)[0] == [1, 2, ["a + 1", "2"]]


def test_doc_comments_of_the_language_and_of_packages(kernel):
    assert "square root" in inspect(kernel, "Math.sqrt")
    assert "@param x" in inspect(kernel, "Math.sqrt(")
    kernel.run('import { basename } from "node:path"; import * as fs from "node:fs"')
    assert "last portion of" in inspect(kernel, "basename")
    assert "last portion of" in inspect(kernel, "basename(")
    assert "contents of the" in inspect(kernel, "fs.readFileSync")
