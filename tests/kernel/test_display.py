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


def bundle(kernel, code):
    return kernel.run(code).one("execute_result")["data"]


def test_an_array_of_records_is_a_table(kernel):
    data = bundle(kernel, "[{ name: 'a<b', size: 1.5 }, { name: 'c', size: 2, odd: [1] }]")
    assert data["text/plain"] == "[ { name: 'a<b', size: 1.5 }, { name: 'c', size: 2, odd: [ 1 ] } ]"
    table = data["text/html"]
    for part in (">name<", ">size<", ">odd<", "a&#60;b", ">1.5<", "[ 1 ]", "2 rows × 3 columns"):
        assert part in table
    for code in ("[]", "[1]", "[{}]", "[{ a: 1 }, 2]", "[new (class { a = 1 })()]"):
        assert list(bundle(kernel, code)) == ["text/plain"]


def test_a_getter_is_not_called_for_a_table(kernel):
    outcome = kernel.run("[{ get a(): number { throw new Error('called') } }]")
    assert outcome.status == "ok"


def test_a_long_table_shows_both_ends(kernel):
    table = bundle(kernel, "Array.from({ length: 1000 }, (_, i) => ({ step: `s${i}` }))")["text/html"]
    assert "s0<" in table and "s999<" in table and "1000 rows × 1 column" in table
    assert "s500<" not in table and len(table) < 2000


def test_a_data_frame_is_a_table(kernel):
    data = bundle(
        kernel,
        'import { DataFrame, Series } from "danfojs-node";\n'
        "new DataFrame({ x: Array.from({ length: 40 }, (_, i) => i), y: Array(40).fill('why') })",
    )
    table = data["text/html"]
    assert ">x<" in table and ">39<" in table and ">20<" not in table
    assert "40 rows × 2 columns" in table
    ends = [f"{i:2d}  {i:2d}  why" for i in (0, 1, 2, 3, 4, 35, 36, 37, 38, 39)]
    gap = " …   …    …"
    lines = ["     x    y", *ends[:5], gap, *ends[5:], "40 rows × 2 columns"]
    assert data["text/plain"].split("\n") == lines


def test_the_text_of_small_and_odd_frames(kernel):
    kernel.run('import { DataFrame, Series } from "danfojs-node"')
    text = lambda code: bundle(kernel, code)["text/plain"]  # noqa: E731
    assert text("new Series([1.5, 2])").split("\n")[1:] == ["0  1.5", "1    2", "2 rows × 1 column"]
    assert text("new DataFrame([{ a: 'two\\nlines', b: true }])").split("\n") == [
        "           a     b",
        "0  two lines  true",
        "1 row × 2 columns",
    ]
    long = text("new DataFrame([{ a: 'x'.repeat(1000) }])")
    assert len(long) < 400 and "…" in long
    assert text("new DataFrame([])").endswith("0 rows × 0 columns")


def test_an_error_as_a_value_shows_its_stack(kernel):
    outcome = kernel.run("const problem = new TypeError('kept');\nproblem")
    assert outcome.status == "ok"
    assert outcome.result.startswith("TypeError: kept\n    at cell ")


def test_huge_values_are_cut_and_say_how_to_see_the_rest(kernel):
    for code in ("Array(1e5).fill('word')", "'x'.repeat(1e6)", "Array(90).fill(Array(90).fill(1e9))"):
        shown = bundle(kernel, code)["text/plain"]
        assert len(shown) < 21_000
        assert "console.dir(value, {" in shown
    assert "console.dir" not in bundle(kernel, "Array(90).fill(0)")["text/plain"]
    printed = kernel.run(
        "const value = Array(3000).fill(7);\n"
        "console.dir(value, { depth: null, maxArrayLength: null, maxStringLength: null })"
    )
    assert printed.stream().count("7") == 3000
