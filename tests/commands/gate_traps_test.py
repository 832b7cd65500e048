#!/usr/bin/env python3
"""No trap for a gate may end as if every target were met: each case tests/commands/score/gate_trap_* expects another code than 0."""
import pathlib
import unittest

CASES = pathlib.Path(__file__).resolve().parent / "score"
FEWEST = 20


def traps():
    return sorted(CASES.glob("gate_trap_*"))


def expected_code(case):
    code = case / "exit"
    return int(code.read_text(encoding="utf-8")) if code.exists() else 0


class GateTraps(unittest.TestCase):
    def test_there_are_enough(self):
        self.assertGreaterEqual(len(traps()), FEWEST)

    def test_none_passes(self):
        for case in traps():
            with self.subTest(case.name):
                self.assertIn(expected_code(case), (1, 2, 3))

    def test_each_checks_and_says_why(self):
        for case in traps():
            with self.subTest(case.name):
                self.assertIn("--check", (case / "cmd").read_text(encoding="utf-8"))
                self.assertTrue((case / "stderr").read_text(encoding="utf-8").strip())

    def test_some_gate_does_pass(self):
        met = [case for case in CASES.glob("gate_*") if not case.name.startswith("gate_trap_") and expected_code(case) == 0]
        self.assertTrue(met)


if __name__ == "__main__":
    unittest.main()
