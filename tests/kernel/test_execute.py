"""What a cell shows, in which order, and how it is counted."""

from __future__ import annotations

import pytest
from kernel_client import TIMEOUT


def test_result_and_reply_carry_the_same_count(kernel):
    outcome = kernel.run("1 + 1")
    assert outcome.kinds == ["execute_input", "execute_result"]
    count = outcome.reply["execution_count"]
    assert outcome.one("execute_input") == {"code": "1 + 1", "execution_count": count}
    assert outcome.one("execute_result")["execution_count"] == count


def test_counts_go_up_by_one_but_for_silent_and_unstored_cells(kernel):
    first = kernel.run("1").reply["execution_count"]
    assert kernel.run("2").reply["execution_count"] == first + 1
    assert kernel.run("3", silent=True).reply["execution_count"] == first + 1
    assert kernel.run("4", store_history=False).reply["execution_count"] == first + 1
    assert kernel.run("5").reply["execution_count"] == first + 2


def test_a_silent_cell_runs_and_says_nothing(kernel):
    outcome = kernel.run("const quiet = 5; console.log(quiet); quiet", silent=True)
    assert outcome.status == "ok"
    assert outcome.messages == []
    assert kernel.value("quiet") == "5"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("({ a: 1, b: [1, 2, { c: 3 }] })", "{ a: 1, b: [ 1, 2, { c: 3 } ] }"),
        ("null", "null"),
        ('"text"', "'text'"),
        ("Promise.resolve(1)", "Promise { 1 }"),
        ("await Promise.resolve(1)", "1"),
        ("let assigned = 1; assigned = 2", "2"),
    ],
)
def test_the_last_expression_is_shown(kernel, code, shown):
    assert kernel.value(code) == shown


@pytest.mark.parametrize(
    "code", ["undefined", "const a = 1", "void 0", "", "// only words", "if (true) 1"]
)
def test_nothing_is_shown_where_there_is_nothing(kernel, code):
    outcome = kernel.run(code)
    assert outcome.status == "ok"
    assert outcome.kinds == ["execute_input"]


def test_streams(kernel):
    outcome = kernel.run('console.log("out"); console.error("err"); process.stdout.write("é")')
    assert outcome.stream() == "out\né"
    assert outcome.stream("stderr") == "err\n"


def test_a_burst_of_output_is_complete_and_in_order(kernel):
    outcome = kernel.run("for (let i = 0; i < 20000; i++) console.log(i); 'end'")
    assert outcome.stream() == "".join(f"{i}\n" for i in range(20000))
    assert outcome.kinds[-1] == "execute_result"
    assert len(outcome.messages) < 2000


def test_streams_displays_and_results_keep_their_order(kernel):
    outcome = kernel.run(
        'import { display } from "tslab";\n'
        'console.log("1"); display.text("2"); console.error("3"); console.log("4"); 5'
    )
    assert outcome.kinds[1:] == ["stream", "display_data", "stream", "stream", "execute_result"]


def test_output_of_programs_that_a_cell_starts(kernel):
    outcome = kernel.run(
        'import { spawnSync } from "node:child_process";\n'
        'spawnSync("echo", ["from outside"], { stdio: "inherit" });'
    )
    assert outcome.stream() == "from outside\n"


@pytest.mark.parametrize(
    "late",
    [
        'console.log("late")',
        'throw new Error("late")',
        'void Promise.reject(new Error("late"))',
        'display.text("late")',
    ],
)
@pytest.mark.parametrize(
    "wait",
    [
        "const timer = setInterval(() => {{ if (go) {{ clearInterval(timer); {0} }} }}, 5);",
        "const pause = () => new Promise((r) => setTimeout(r, 5));\n"
        "const later = async () => {{ while (!go) await pause(); {0} }};\nvoid later();",
    ],
    ids=["timer", "await"],
)
def test_late_output_goes_to_its_own_cell(kernel, wait, late):
    starting = kernel.send(f'import {{ display }} from "tslab"; let go = false;\n{wait.format(late)}')
    kernel.outcome(starting)
    kernel.run("1")
    kernel.send("go = true;")
    while True:
        message = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        if "late" in str(message["content"]):
            break
    assert message["parent_header"]["msg_id"] == starting


def test_what_a_cell_starts_after_another_was_interrupted_is_its_own(kernel):
    busy = kernel.send("console.log('go'); await new Promise(() => { for (;;); })")
    kernel.wait_for_output("go")
    kernel.interrupt()
    kernel.outcome(busy)
    outcome = kernel.run("await new Promise((r) => setTimeout(r, 20)); console.log('mine')")
    assert outcome.stream() == "mine\n"


def test_an_error_aborts_the_cells_that_wait_and_not_the_next(kernel):
    ids = [kernel.send(code) for code in ['throw new Error("first")', "2", "3"]]
    outcomes = [kernel.outcome(id) for id in ids]
    assert [o.status for o in outcomes] == ["error", "aborted", "aborted"]
    assert outcomes[1].messages == []
    assert kernel.value("4") == "4"


def test_a_type_error_aborts_too(kernel):
    ids = [kernel.send(code) for code in ['const n: number = "x"', "2"]]
    assert [kernel.outcome(id).status for id in ids] == ["error", "aborted"]


def test_stop_on_error_can_be_turned_off(kernel):
    first = kernel.send('throw new Error("first")', stop_on_error=False)
    second = kernel.send("2")
    assert [kernel.outcome(id).status for id in (first, second)] == ["error", "ok"]


def test_user_expressions(kernel):
    expressions = {"double": "seen * 2", "wrong": "nowhere", "thrown": "(() => { throw 1 })()"}
    reply = kernel.run("const seen = 21", user_expressions=expressions).reply
    values = reply["user_expressions"]
    assert values["double"] == {"status": "ok", "data": {"text/plain": "42"}, "metadata": {}}
    assert values["wrong"]["ename"] == "TypeScriptError"
    assert values["thrown"]["ename"] == "Thrown"


def test_hot_loops_over_variables_of_cells_are_fast(kernel):
    kernel.run("let total = 0")
    took = kernel.value(
        "const began = process.cpuUsage().user;\n"
        "for (let i = 0; i < 3_000_000; i++) total += i;\n"
        "(process.cpuUsage().user - began) / 1000"
    )
    # 20 ms; 2 s with a Proxy for the variables.
    assert float(took) < 1000
