#!/usr/bin/env python3
"""The runner of the documents' examples must fail where a page shows something else than what is printed."""
import contextlib
import io
import pathlib
import stat
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import run_examples  # noqa: E402 (found through the line above)

PAGE = """# A page

$ cx is not run outside a fence

```console
$ cx one
out one
said one
$ cx two \\
>   three
out two three
said two three
$ apt-get install of-somebody-else
never compared
$ echo | cx four
out four
said four
```

```sh
$ cx is not run in another kind of fence
```
"""


class RunExamples(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.page = pathlib.Path(folder.name) / "page.md"
        self.cx = pathlib.Path(folder.name) / "program"
        self.cx.write_text('#!/bin/sh\necho out "$@"\necho said "$@" >&2\n', encoding="utf-8")
        self.cx.chmod(self.cx.stat().st_mode | stat.S_IXUSR)

    def checked(self, text, approving=False):
        self.page.write_text(text, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            return run_examples.checked(self.page, self.cx, approving)

    def test_what_is_shown_is_what_is_printed(self):
        self.assertEqual(self.checked(PAGE), (3, 0))

    def test_another_text_is_found(self):
        self.assertEqual(self.checked(PAGE.replace("out two three", "out of date")), (2, 1))

    def test_a_missing_line_is_found(self):
        self.assertEqual(self.checked(PAGE.replace("said one\n", "")), (2, 1))

    def test_a_line_too_many_is_found(self):
        self.assertEqual(self.checked(PAGE.replace("said four\n", "said four\n\n")), (2, 1))

    def test_approving_restores_the_page(self):
        self.assertEqual(self.checked(PAGE.replace("out one\n", "").replace("said four", "said five"), approving=True), (3, 0))
        self.assertEqual(self.page.read_text(encoding="utf-8"), PAGE)


if __name__ == "__main__":
    unittest.main()
