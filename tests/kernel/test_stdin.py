"""`prompt()` asks whoever runs the notebook."""

from __future__ import annotations

from kernel_client import TIMEOUT


def question(kernel):
    return kernel.client.get_stdin_msg(timeout=TIMEOUT)["content"]


def test_prompt(kernel):
    asking = kernel.send("const name = prompt('Your name?'); name.length", allow_stdin=True)
    assert question(kernel) == {"prompt": "Your name?", "password": False}
    kernel.client.input("Ада 🙂")
    assert kernel.outcome(asking).result == "6"


def test_an_empty_answer_is_the_initial_value(kernel):
    asking = kernel.send("prompt('Rate?', '0.1')", allow_stdin=True)
    question(kernel)
    kernel.client.input("")
    assert kernel.outcome(asking).result == "'0.1'"


def test_output_comes_before_the_question(kernel):
    asking = kernel.send("console.log('think'); prompt()", allow_stdin=True)
    kernel.wait_for_output("think")
    question(kernel)
    kernel.client.input("x")
    assert kernel.outcome(asking).status == "ok"


def test_without_anybody_to_ask_it_is_a_clear_error(kernel):
    outcome = kernel.run("prompt('?')", allow_stdin=False)
    assert "allow_stdin is false" in outcome.error["evalue"]


def test_a_question_can_be_interrupted(kernel):
    asking = kernel.send("prompt('?')", allow_stdin=True)
    question(kernel)
    kernel.interrupt()
    assert kernel.outcome(asking).error["ename"] == "KeyboardInterrupt"
    # An answer that comes too late is nobody's.
    kernel.client.input("late")
    again = kernel.send("prompt('again')", allow_stdin=True)
    question(kernel)
    kernel.client.input("in time")
    assert kernel.outcome(again).result == "'in time'"
