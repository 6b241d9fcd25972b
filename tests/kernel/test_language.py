"""A notebook's library chooses a language, and from then on the kernel speaks it as well."""

from __future__ import annotations

import re

import pytest
from kernel_client import TIMEOUT, Kernel

RUSSIAN = 'import * as nn from "./lib"; nn.language("ru")'


@pytest.fixture(scope="module")
def russian():
    kernel = Kernel()
    assert kernel.run(RUSSIAN).status == "ok"
    yield kernel
    kernel.stop()


#: What a cell does, and what a learner reads of it.
SAID = {
    'import * as Plotly from "plotly.js"; Plotly': "работает только в браузере",
    "const n: number = 'a';": r'ячейка \d+:1:7 - Тип "string" не может быть назначен для типа "number"',
    "unknown1; unknown2": r"Не удается найти имя \"unknown1\".* \(и ещё 1\)$",
    "let = ;": r"ячейка \d+:1:",
    "1 +": r"^ячейка \d+:1:4 - Ожидалось выражение\. Здесь ячейка кончается\.$",
    'prompt("?")': "ждёт ответа",
    '({ [Symbol.for("Jupyter.display")]() { return 1 } })': "должен вернуть объект",
    "throw { get message() { throw 1 }, [Symbol.toStringTag]: 'Error' }": "которую нельзя показать",
}


@pytest.mark.parametrize(("code", "says"), SAID.items(), ids=map(str, range(len(SAID))))
def test_errors_are_said_in_the_notebook_s_language(russian, code, says):
    evalue = russian.run(code, allow_stdin=False).error["evalue"]
    assert re.search(says, evalue), evalue


def test_missing_names_and_what_to_do_are_said_in_it(russian):
    first, *_, mend = russian.run("reveal; test").error["traceback"]
    assert first.endswith('Не удается найти имя "reveal".')
    assert mend.startswith("Ни одна из выполненных ячеек не определяет reveal, test. Выполните")


def test_the_lines_of_a_stack_name_the_cell(russian):
    outcome = russian.run("function fail() {\n  throw new RangeError('x');\n}\nfail()")
    number = outcome.reply["execution_count"]
    assert f"(ячейка {number}:2:9)" in outcome.traceback


def test_what_is_cut_says_how_to_see_the_rest(russian):
    assert "(целиком: console.dir(" in russian.value("Array(200).fill(1)")
    assert "… и ещё символов: " in russian.value("Array(90).fill('x'.repeat(900))")
    table = russian.run("[{ a: 1, b: 2 }]").one("execute_result")["data"]["text/html"]
    assert "1 строка × 2 столбца" in table


def test_what_nobody_awaits_is_reported(russian):
    outcome = russian.run("Promise.reject(new Error('x')); 1")
    assert outcome.stream("stderr").startswith("Промис отклонён")


def test_an_interrupt(russian):
    busy = russian.send("console.log('go'); while (true) {}")
    russian.wait_for_output("go")
    russian.interrupt()
    assert russian.outcome(busy).error["evalue"] == "ячейка прервана"


def test_a_fresh_process_goes_on_in_the_language(russian):
    ended = russian.run("process.exit(3)").error["evalue"]
    assert ended == (
        "ячейка завершила свой процесс с кодом 3; переменные потеряны. "
        "Для следующей ячейки готов новый процесс."
    )
    assert "ждёт ответа" in russian.run('prompt("?")', allow_stdin=False).error["evalue"]
    assert "Не удается найти имя" in russian.run("lost").error["evalue"]
    assert russian.value('import { spoken } from "./lib/words"; spoken()') == "'ru'"


def test_back_to_english_and_a_language_that_nobody_speaks(russian):
    russian.run('import * as nn from "./lib"; nn.language("en")')
    assert "Cannot find name 'lost'" in russian.run("lost").error["evalue"]
    unknown = russian.run('(globalThis as any)[Symbol.for("Jupyter.language")] = "constructor"')
    assert unknown.status == "ok"
    assert "Cannot find name 'lost'" in russian.run("lost").error["evalue"]
    russian.run(RUSSIAN)
    assert "Не удается найти имя" in russian.run("lost").error["evalue"]


def test_a_kernel_starts_in_the_language_of_its_environment(monkeypatch):
    monkeypatch.setenv("SPELLGRAD_LANGUAGE", "ru")
    kernel = Kernel()
    try:
        assert "Не удается найти имя" in kernel.run("lost", timeout=TIMEOUT).error["evalue"]
    finally:
        kernel.stop()
