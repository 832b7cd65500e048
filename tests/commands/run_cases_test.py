#!/usr/bin/env python3
"""The runner of golden cases must fail where a case does not hold, and approve only when told to."""
import contextlib
import io
import pathlib
import stat
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import run_cases  # noqa: E402 (found through the line above)

PROGRAM = '#!/bin/sh\necho "cx 1.2.3"\ncat "$1" 2>/dev/null\necho "said in $PWD" >&2\nexit 2\n'
HOLDS = {"stdout": b"cx <version>\n1;2\n", "stderr": b"said in <folder>\n", "exit": b"2\n"}


class RunCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.case = pathlib.Path(folder.name) / "score" / "small"
        self.case.mkdir(parents=True)
        self.cx = pathlib.Path(folder.name) / "program"
        self.cx.write_text(PROGRAM, encoding="utf-8")
        self.cx.chmod(self.cx.stat().st_mode | stat.S_IXUSR)
        (self.case / "cmd").write_text("cx own.csv\n", encoding="utf-8")
        (self.case / "own.csv").write_bytes(b"1;2\n")

    def expect(self, **files):
        for name, content in files.items():
            (self.case / name).write_bytes(content)

    def passes(self, approving=False):
        with contextlib.redirect_stdout(io.StringIO()):
            return run_cases.passes(self.case, str(self.cx), "1.2.3", approving)

    def test_a_case_that_holds_passes(self):
        self.expect(**HOLDS)
        self.assertTrue(self.passes())

    def test_each_of_the_three_must_hold(self):
        for name in HOLDS:
            with self.subTest(name):
                self.expect(**{**HOLDS, name: b"else\n"})
                self.assertFalse(self.passes())

    def test_an_expectation_that_is_not_there_is_empty(self):
        self.assertFalse(self.passes())

    def test_a_difference_in_the_last_line_end_is_one(self):
        self.expect(**{**HOLDS, "stdout": HOLDS["stdout"].rstrip()})
        self.assertFalse(self.passes())

    def test_approving_writes_what_was_printed(self):
        self.assertTrue(self.passes(approving=True))
        self.assertEqual(run_cases.expectation(self.case), HOLDS)
        self.assertTrue(self.passes())

    def test_a_case_cannot_change_its_folder(self):
        (self.case / "cmd").write_text("cx own.csv; rm own.csv", encoding="utf-8")
        self.passes()
        self.assertTrue((self.case / "own.csv").exists())


if __name__ == "__main__":
    unittest.main()
