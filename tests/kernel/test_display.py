"""Rich output: MIME bundles, updates, and what is shown for values that know how."""

from __future__ import annotations

IMPORT = 'import { clearOutput, display, newDisplay } from "tslab";\n'


def shows(bundle: str) -> str:
    """An expression: an object that shows as the bundle."""
    return '({ [Symbol.for("Jupyter.display")]() { return ' + bundle + " } })"


def test_a_value_that_knows_how_to_show_itself(kernel):
    outcome = kernel.run(shows('{ "text/html": "<b>1</b>", "text/plain": "one" }'))
    assert outcome.one("execute_result")["data"] == {"text/html": "<b>1</b>", "text/plain": "one"}


def test_it_may_promise_its_bundle(kernel):
    pause = "await new Promise((r) => setTimeout(r, 20));"
    value = f'{{ async [Symbol.for("Jupyter.display")]() {{ {pause} return {{ "text/html": "late" }} }} }}'
    assert kernel.run(f"({value})").one("execute_result")["data"] == {"text/html": "late"}
    outcome = kernel.run(f"{IMPORT}display({value})")
    assert outcome.one("display_data")["data"] == {"text/html": "late"}


def test_bytes_become_base64_and_json_stays_json(kernel):
    bundle = '{ "image/png": new Uint8Array([1, 2, 3]), "application/json": { a: [1] } }'
    outcome = kernel.run(shows(bundle))
    data = outcome.one("execute_result")["data"]
    assert data == {"image/png": "AQID", "application/json": {"a": [1]}}


def test_errors_of_the_display_method_are_errors_of_the_cell(kernel):
    outcome = kernel.run(
        '({ [Symbol.for("Jupyter.display")]() { throw new Error("cannot draw") } })'
    )
    assert outcome.error["evalue"] == "cannot draw"
    assert "cell" in outcome.traceback
    assert kernel.run(shows("7")).error["ename"] == "TypeError"
    circular = (
        '({ [Symbol.for("Jupyter.display")]() { const a: any = {}; a.a = a; return { x: a } } })'
    )
    assert kernel.run(circular).status == "error"
    assert kernel.value("1") == "1"


def test_display_shows_any_value(kernel):
    outcome = kernel.run(IMPORT + "display([1, 2]); display(" + shows('{ "text/html": "h" }') + ")")
    assert [c["data"] for c in outcome.all("display_data")] == [
        {"text/plain": "[ 1, 2 ]"},
        {"text/html": "h"},
    ]


def test_tslabs_display(kernel):
    outcome = kernel.run(
        f'{IMPORT}display.html("<i>"); display.raw("a/b", {{ c: 1 }}); display.png(new Uint8Array(3))'
    )
    assert [c["data"] for c in outcome.all("display_data")] == [
        {"text/html": "<i>"},
        {"a/b": {"c": 1}},
        {"image/png": "AAAA"},
    ]


def test_a_new_display_is_updated(kernel):
    outcome = kernel.run(f"{IMPORT}const d = newDisplay(); d.text('1'); d.text('2'); d([3])")
    assert outcome.kinds[1:] == ["display_data", "update_display_data", "update_display_data"]
    ids = {m["content"]["transient"]["display_id"] for m in outcome.messages[1:]}
    assert len(ids) == 1 and "" not in ids
    later = kernel.run("d.text('4')")
    assert later.one("update_display_data")["transient"]["display_id"] in ids


def test_clear_output(kernel):
    outcome = kernel.run(f"{IMPORT}console.log(1); clearOutput(); clearOutput(true)")
    assert outcome.kinds[1:] == ["stream", "clear_output", "clear_output"]
    assert outcome.all("clear_output") == [{"wait": False}, {"wait": True}]


def test_a_library_without_tslab_finds_a_display(kernel):
    offer = '(globalThis as any)[Symbol.for("Jupyter.newDisplay")]()'
    outcome = kernel.run(f'const d = {offer}; d.html("1 of 2"); d.html("2 of 2");')
    first, second = outcome.one("display_data"), outcome.one("update_display_data")
    assert first["data"] == {"text/html": "1 of 2"} and second["data"] == {"text/html": "2 of 2"}
    assert first["transient"] == second["transient"]
