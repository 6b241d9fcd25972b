"""PyPI's own tests of Jupyter kernels."""

from jupyter_kernel_test import IopubWelcomeTests, KernelTests


class TypeScriptKernelTests(KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("a warning")'
    code_generate_error = 'throw new Error("on purpose")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '[1, "two"]', "result": "[ 1, 'two' ]"},
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 7", "result": "42"},
    ]
    code_display_data = [
        {
            "code": 'import { display } from "tslab"; display.html("<b>bold</b>")',
            "mime": "text/html",
        },
    ]
    code_clear_output = 'import { clearOutput } from "tslab"; clearOutput()'
    code_inspect_sample = "Math.max"
    completion_samples = [{"text": "Math.hyp", "matches": ["hypot"]}]
    complete_code_samples = ["1", "const a = 1;\na + 1", "await fetch('x')", "function f() {\n}"]
    incomplete_code_samples = ["function f() {", "const a = [1,", "`text", "f(1,", "/* so"]
    invalid_code_samples = ["const = 1", "f())", "1 +* 2"]
    code_history_pattern = "6 ?*7"
    supported_history_operations = ("tail", "range", "search")


class TypeScriptWelcomeTests(IopubWelcomeTests):
    kernel_name = "tslab"
    support_iopub_welcome = True


del KernelTests, IopubWelcomeTests
