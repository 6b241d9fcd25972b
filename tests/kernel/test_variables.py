"""Variables, types and modules across cells."""

from __future__ import annotations

from kernel_client import Kernel


def test_variables_and_types_pass_from_cell_to_cell(kernel):
    kernel.run(
        "let passed = 1; interface Shape { sides: number }\nclass Square implements Shape { sides = 4 }"
    )
    assert kernel.value("const shape: Shape = new Square(); passed += shape.sides; passed") == "5"
    assert "not assignable" in kernel.run("passed = 'x'").error["evalue"]


def test_a_function_sees_what_a_later_cell_gives_to_its_variable(kernel):
    kernel.run("let rate = 1; const getRate = () => rate; function twice() { return 2 * rate }")
    assert kernel.value("rate = 5; [getRate(), twice()]") == "[ 5, 10 ]"
    assert kernel.value("let rate = 7; [getRate(), twice()]") == "[ 7, 14 ]"
    assert kernel.value("const rate = 9; [getRate(), twice()]") == "[ 9, 18 ]"


def test_redeclaration_may_change_the_type(kernel):
    kernel.run("let changed = 1")
    assert kernel.value("let changed = 'text'; changed.length") == "4"


def test_a_declaration_without_a_value_is_undefined(kernel):
    kernel.run("let unset = 1")
    assert kernel.value("let unset: number | undefined; [unset]") == "[ undefined ]"


def test_a_failed_cell_leaves_the_variables_of_earlier_ones(kernel):
    kernel.run("let stays = 1")
    kernel.run("throw new Error('before'); let stays = 2")
    assert kernel.value("stays") == "1"


def test_destructuring_and_enums(kernel):
    kernel.run("const { p, q: [r, ...rest] } = { p: 1, q: [2, 3, 4] }\nenum E { X, Y }")
    assert kernel.value("[p, r, rest, E.Y]") == "[ 1, 2, [ 3, 4 ], 1 ]"
    assert kernel.value("({ p, r })") == "{ p: 1, r: 2 }"


def test_functions_of_earlier_cells_have_no_this(kernel):
    # Compiled cells are not in strict mode: there `this` is the global object.
    assert (
        kernel.value("function sloppy(this: unknown) { return this === globalThis }; sloppy()")
        == "true"
    )
    assert kernel.value("sloppy()") == "true"


def test_classes_that_use_themselves(kernel):
    assert (
        kernel.value(
            "class Node1 { static root = new Node1(); child?: Node1 }\nNode1.root instanceof Node1"
        )
        == "true"
    )


def test_npm_packages_and_node_modules(kernel):
    assert (
        kernel.value(
            'import fs from "node:fs"; import { basename } from "path";\n[typeof fs.statSync, basename("/a/b")]'
        )
        == "[ 'function', 'b' ]"
    )
    assert kernel.value('const { sep } = await import("node:path"); sep.length') == "1"
    assert kernel.value('import * as zeromq from "zeromq"; typeof zeromq.Router') == "'function'"


def test_cells_run_in_the_projects_folder(kernel):
    assert (
        kernel.value('import { existsSync } from "node:fs"; existsSync("kernel/dist/main.js")')
        == "true"
    )


def test_an_edited_module_is_seen_at_once_with_all_that_require_it(kernel, folder):
    path, specifier = folder
    (path / "base.ts").write_text("export const base = 1;\n")
    (path / "middle.ts").write_text(
        'import { base } from "./base";\nexport const middle = () => base * 10;\n'
    )
    (path / "other.ts").write_text("export const loaded = { count: 0 };\n")
    (path / "index.ts").write_text('export * from "./middle";\nexport * from "./other";\n')
    cell = (
        f'import {{ loaded, middle }} from "{specifier}"; loaded.count++; [middle(), loaded.count]'
    )
    assert kernel.value(cell) == "[ 10, 1 ]"
    (path / "base.ts").write_text("export const base = 2;\n")
    assert kernel.value(cell) == "[ 20, 2 ]"
    (path / "middle.ts").write_text(
        'import { base } from "./base";\nexport const middle = () => base * 100;\n'
    )
    assert kernel.value(cell) == "[ 200, 3 ]"


def test_modules_that_require_each_other(kernel, folder):
    path, specifier = folder
    (path / "a.ts").write_text(
        'import { b } from "./b";\nexport const a = () => 1;\nexport const ab = () => a() + b();\n'
    )
    (path / "b.ts").write_text('import { a } from "./a";\nexport const b = () => a() + 1;\n')
    assert kernel.value(f'import {{ ab }} from "{specifier}/a"; ab()') == "3"


def test_a_module_that_was_missing_is_found_when_it_is_there(kernel, folder):
    path, specifier = folder
    cell = f'import {{ late }} from "{specifier}/late"; late'
    assert "Cannot find module" in kernel.run(cell).error["evalue"]
    (path / "late.ts").write_text("export const late = 1;\n")
    assert kernel.value(cell) == "1"


def test_a_module_that_throws_while_it_loads_is_loaded_again(kernel, folder):
    path, specifier = folder
    (path / "throws.ts").write_text(
        "if (!process.env.READY) throw new Error('not ready');\nexport const fine = 1;\n"
    )
    cell = f'import {{ fine }} from "{specifier}/throws"; fine'
    assert "throws.ts:1:" in kernel.run(cell).traceback
    kernel.run("process.env.READY = '1'")
    assert kernel.value(cell) == "1"


def test_the_environment_reaches_the_cells(monkeypatch):
    monkeypatch.setenv("SPELLGRAD_TEST", "reached")
    kernel = Kernel()
    try:
        assert kernel.value("process.env.SPELLGRAD_TEST") == "'reached'"
    finally:
        kernel.stop()


def test_what_a_failed_cell_has_reached_is_there(kernel):
    kernel.run("let early = 1; let late = 'old'; import { sep } from 'node:path'")
    kernel.run(
        "import { basename, sep } from 'node:path';\n"
        "let early = 'new', other = 2; interface Kept { n: number }\nfunction hoisted() { return early }\n"
        "throw new Error('stop'); const late = 5, missing = 6; class Missing {}"
    )
    assert (
        kernel.value(
            "const kept: Kept = { n: 1 }; [early.toUpperCase(), other, hoisted(), basename('/a/b')]"
        )
        == "[ 'NEW', 2, 'new', 'b' ]"
    )
    assert kernel.value("[late.length, sep.length]") == "[ 3, 1 ]"
    assert "Cannot find name 'missing'" in kernel.run("missing").error["evalue"]
    assert "Cannot find name 'Missing'" in kernel.run("new Missing()").error["evalue"]


def test_the_variables_of_an_interrupted_cell_are_there(kernel):
    busy = kernel.send(
        "const weights = [1, 2, 3]; console.log('go'); while (true) {}\nconst trained = true"
    )
    kernel.wait_for_output("go")
    kernel.interrupt()
    kernel.outcome(busy)
    assert kernel.value("weights.length") == "3"
