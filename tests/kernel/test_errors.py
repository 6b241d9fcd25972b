"""Errors name the line that the learner wrote."""

from __future__ import annotations


def cell(outcome) -> str:
    return f"cell {outcome.reply['execution_count']}"


def test_a_type_error_says_where_and_shows_the_line(kernel):
    outcome = kernel.run('const a = 1;\n  let b: number = "x" + a;')
    assert outcome.status == "error"
    message = f"{cell(outcome)}:2:7 - Type 'string' is not assignable to type 'number'."
    assert outcome.error["ename"] == "TypeScriptError"
    assert outcome.error["evalue"] == message
    assert outcome.error["traceback"] == [message, '    let b: number = "x" + a;', "        ^"]
    for key in ("ename", "evalue", "traceback"):
        assert outcome.reply[key] == outcome.error[key]


def test_all_type_errors_are_told(kernel):
    outcome = kernel.run("unknown1;\nunknown2;")
    assert outcome.error["evalue"].endswith("(and 1 more)")
    assert "unknown2" in outcome.traceback


def test_each_missing_name_is_told_once_with_the_likely_mend(kernel):
    code = "let kept: Alpha = beta(gamma);\nbeta({ gamma }, delta);\ndelta.map((x) => x);"
    outcome = kernel.run(code)
    name = cell(outcome)
    first = f"{name}:1:11 - Cannot find name 'Alpha'."
    assert outcome.error["evalue"] == f"{first} (and 3 more)"
    assert outcome.error["traceback"] == [
        first,
        "  let kept: Alpha = beta(gamma);",
        "            ^^^^^",
        f"{name}:1:19 - Cannot find name 'beta'.",
        f"{name}:1:24 - Cannot find name 'gamma'.",
        f"{name}:2:17 - Cannot find name 'delta'.",
        "No cell that has run defines Alpha, beta, gamma, delta. Run the cells above this one; "
        "after a restart of the kernel they all have to run again "
        "(Run › Run All Above Selected Cell).",
    ]


def test_missing_names_come_before_other_errors(kernel):
    outcome = kernel.run("const text: string = 3;\nmiss1;")
    first, _, _, mend, other, *_ = outcome.error["traceback"]
    assert first.endswith(":2:1 - Cannot find name 'miss1'.")
    assert mend.startswith("No cell that has run defines miss1.")
    assert other.endswith(":1:7 - Type 'number' is not assignable to type 'string'.")


def test_a_misspelt_name_is_no_missing_one_and_globals_are_suggested_only_for_their_own_name(kernel):
    kernel.run('import * as nn from "./lib"; import { softmax } from "./lib"; const flowers = 1;')
    for wrong, right in {"softmx": "softmax", "flowrs": "flowers"}.items():
        outcome = kernel.run(wrong)
        message = f"{cell(outcome)}:1:1 - Cannot find name '{wrong}'. Did you mean '{right}'?"
        assert outcome.error["traceback"] == [message, f"  {wrong}", "  ^^^^^^"]
    assert "Did you mean 'softmax'?" in kernel.run("nn.softmx").error["evalue"]
    assert "Did you mean 'Math'?" in kernel.run("math.exp(1)").error["evalue"]
    for name in ("reveal", "errors", "test", "fetc"):
        outcome = kernel.run(name)
        assert outcome.error["evalue"] == f"{cell(outcome)}:1:1 - Cannot find name '{name}'."
        assert outcome.error["traceback"][-1].startswith(f"No cell that has run defines {name}.")


def test_the_projects_tsconfig_holds_in_cells(kernel):
    strict = kernel.run("const maybe: { a: number } | null = JSON.parse('null'); maybe.a")
    assert "possibly 'null'" in strict.error["evalue"]


def test_a_syntax_error(kernel):
    outcome = kernel.run("let = ;")
    assert outcome.error["ename"] == "TypeScriptError"
    assert outcome.error["evalue"].startswith(f"{cell(outcome)}:1:")


def test_a_cell_that_ends_too_early_says_so_behind_its_last_line(kernel):
    outcome = kernel.run("let lesson = 1\nlesson +\n\n")
    message = f"{cell(outcome)}:2:9 - Expression expected. The cell ends here."
    assert outcome.error["traceback"] == [message, "  lesson +", "          ^"]
    for code in ("function f( {", "const a = [1, 2", "const t = `abc", "if (true) {\n  let z = 1\n"):
        outcome = kernel.run(code)
        (message, line, caret) = outcome.error["traceback"]
        assert message.endswith("The cell ends here."), message
        assert line == "  " + code.rstrip().split("\n")[-1]
        assert caret == " " * len(line) + "^"


def test_a_line_tells_its_first_syntax_error_and_a_cell_two_of_them(kernel):
    outcome = kernel.run("const n: number = 'a';\nlet x = 1 2 3\nlet y = = 3\nlet z == 4")
    told = [line for line in outcome.error["traceback"] if not line.startswith(" ")]
    name = cell(outcome)
    assert told == [f"{name}:2:11 - ',' expected.", f"{name}:3:9 - Expression expected."]


def test_no_message_shows_what_follows_the_cell_in_its_file(kernel):
    for code in ("export const a = 1", "const b = 1; export { b }", "declare global { var c: 1 }"):
        outcome = kernel.run(code)
        message, line, _ = outcome.error["traceback"]
        assert message.startswith(f"{cell(outcome)}:1:")
        assert line == f"  {code}"


def test_a_thrown_error_says_where(kernel):
    outcome = kernel.run(
        "function fail(n: number) {\n  if (n > 2)\n    throw new RangeError(`no ${n}`);\n}\nfail(3);"
    )
    assert outcome.error["ename"] == "RangeError"
    assert outcome.error["evalue"] == "no 3"
    assert outcome.error["traceback"] == [
        "RangeError: no 3",
        f"    at fail ({cell(outcome)}:3:11)",
        f"    at {cell(outcome)}:5:1",
    ]


def test_a_check_says_where_the_learners_function_threw(kernel):
    kernel.run('import * as nn from "./lib"; import { check } from "./lib/exercises/02-softmax"')
    written = kernel.run(
        "const none: number[][] = [];\nfunction softmax(Z: nn.Matrix): nn.Matrix {\n"
        "  return nn.row(none[0].slice(1));\n}"
    )
    assert written.status == "ok", written.traceback
    shown = kernel.run('check("2.2", softmax)').one("execute_result")["data"]["text/html"]
    assert "threw TypeError: Cannot read properties of undefined" in shown
    assert f"({cell(written)}:3:25)" in shown


def test_a_package_for_browsers_says_what_to_use_instead(kernel):
    outcome = kernel.run('import * as Plotly from "plotly.js"; Plotly')
    assert outcome.error["evalue"].startswith("plotly.js works in browsers only: it needs `self`")
    assert outcome.error["traceback"][1:] == [f"    at {cell(outcome)}:1:1"]
    figure = kernel.run(
        'import * as nn from "./lib";\nconst data = [{ x: [1, 2], y: [3, 4] }];\n'
        'new nn.plots.Figure({ data, layout: {}, description: "a line" })'
    )
    assert figure.one("execute_result")["data"]["application/vnd.plotly.v1+json"]["data"]


def test_lines_after_an_await_and_across_cells(kernel):
    first = kernel.run(
        "const rethrow = (e: Error) => {\n\n  throw e;\n};\nfunction make() {\n  return new Error('made');\n}"
    )
    second = kernel.run("await Promise.resolve();\nrethrow(make())")
    assert f"at make ({cell(first)}:6:10)" in second.traceback
    assert f"{cell(second)}:2:13" in second.traceback
    assert "kernel/" not in second.traceback and "node:" not in second.traceback


def test_lines_of_the_projects_files(kernel, folder):
    path, specifier = folder
    (path / "deep.ts").write_text(
        "interface A { n: number }\nexport function deep(a: A): never {\n  throw new Error(`deep ${a.n}`);\n}\n"
    )
    outcome = kernel.run(f'import {{ deep }} from "{specifier}/deep";\ndeep({{ n: 1 }})')
    assert f"at deep ({specifier[2:]}/deep.ts:3:9)" in outcome.traceback


def test_type_errors_of_the_projects_files(kernel, folder):
    path, specifier = folder
    (path / "wrong.ts").write_text('export const wrong: number = "x";\n')
    outcome = kernel.run(f'import {{ wrong }} from "{specifier}/wrong"; wrong')
    assert outcome.error["evalue"].startswith(f"{specifier[2:]}/wrong.ts:1:14 - Type 'string'")
    (path / "wrong.ts").write_text("export const wrong: number = 3;\n")
    assert kernel.value(f'import {{ wrong }} from "{specifier}/wrong"; wrong') == "3"


def test_a_thrown_value_that_is_no_error(kernel):
    outcome = kernel.run('throw "only text"')
    assert (outcome.error["ename"], outcome.error["evalue"]) == ("Thrown", "only text")
    assert kernel.run("throw { code: 7 }").error["evalue"] == "{ code: 7 }"
    assert kernel.run("throw undefined").error["evalue"] == "undefined"


def test_an_error_that_cannot_be_shown(kernel):
    outcome = kernel.run(
        "throw Object.defineProperty(new Error(), 'message', { get() { throw 1 } })"
    )
    assert outcome.status == "error"
    assert kernel.run("throw new Proxy({}, { get() { throw 1 } })").status == "error"


def test_the_cause_is_shown(kernel):
    outcome = kernel.run("throw new Error('outer', { cause: new Error('inner') })")
    assert "[cause]: Error: inner" in outcome.traceback


def test_a_rejection_that_nobody_awaits_is_shown(kernel):
    outcome = kernel.run("void Promise.reject(new Error('floating'))")
    assert outcome.status == "ok"
    assert "Error: floating" in outcome.stream("stderr")
    assert kernel.value("1") == "1"


def test_a_throw_in_a_timer_is_shown(kernel):
    outcome = kernel.run(
        "setTimeout(() => { throw new Error('in a timer') }, 10);\n"
        "await new Promise((resolve) => setTimeout(resolve, 200))"
    )
    assert outcome.status == "ok"
    assert f"{cell(outcome)}:1:26" in outcome.stream("stderr")
    assert kernel.value("1") == "1"


def test_a_stack_overflow_is_an_ordinary_error(kernel):
    outcome = kernel.run("const overflow = (): number => 1 + overflow();\noverflow()")
    assert outcome.error["ename"] == "RangeError"
