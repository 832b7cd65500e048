#!/usr/bin/env python3
"""The tables of ./dev bench fit together, its verdicts are right, and it runs. No figure is asserted."""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import types
import unittest

sys.dont_write_bytecode = True
import cases  # noqa: E402 (leaves no bytecode through the line above)
import report  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
BUILD = None


def verdicts(lines, walls, peaks=None):
    """What the report says of lines whose commands took `walls`."""
    runs = {name: [types.SimpleNamespace(wall=wall, processor=wall, peak=(peaks or {}).get(name, 0), query=None) for wall in taken]
            for name, taken in walls.items()}
    bench = types.SimpleNamespace(stream_rows=7, file=lambda _: HERE / "survey-2000-1.csv")
    made = report.Report.__new__(report.Report)
    made.bench, made.lines, made.runs = bench, lines, runs
    return [row[1:] for row in made.bars().rows]


class Tables(unittest.TestCase):
    def test_lines_name_commands_and_no_command_is_idle(self):
        lines = cases.lines(2, True)
        named = {name for line in lines for name in (line.of, line.to) if name}
        self.assertEqual(named, set(cases.COMMANDS))
        for line in lines:
            self.assertFalse(line.at_least and line.at_most, line)
            self.assertEqual(line.unit == "times", bool(line.to), line)

    def test_surveys_that_commands_want_are_made(self):
        made = set(cases.SURVEYS) | set(cases.MADE)
        for command in cases.COMMANDS.values():
            self.assertIn(command.survey, {*cases.SURVEYS, ""})
            self.assertTrue(not command.survey or f"{{{command.survey}}}" in command.text or command.survey == "part", command)
        wanted = {name for command in cases.COMMANDS.values() for name in re.findall(r"\{([a-z0-9-]+)\}", command.text)}
        self.assertLessEqual(set(cases.MADE), wanted)
        self.assertLessEqual(wanted - made, {"cx", "model", "weighted", "node", "peers", "cores"})

    def test_bars_depend_on_the_machine(self):
        def bar(cores, avx512, says):
            return next(line.at_most for line in cases.lines(cores, avx512) if line.says == says)
        self.assertEqual([bar(2, avx512, "cx with `cx.toml` to `wc -l`") for avx512 in (True, False)], [3, 4.5])
        self.assertEqual([bar(cores, True, "peak memory of the plain job") for cores in (1, 2, 4)], [64, 64, 96])


class Verdicts(unittest.TestCase):
    def test_medians_are_divided(self):
        line = cases.Line("x", "x", "slow", "fast", at_least=10, aim=18)
        self.assertEqual(verdicts([line], {"slow": [9, 1, 10], "fast": [1, 0.5, 100]}), [["9.00", "at least 10 (aim 18)", "not met"]])
        self.assertEqual(verdicts([line], {"slow": [10], "fast": [1]}), [["10.00", "at least 10 (aim 18)", "met"]])

    def test_times_and_peaks_have_bars_of_their_own(self):
        lines = [cases.Line("x", "x", "a", at_most=4, unit="ms"), cases.Line("x", "x", "a", at_most=64, unit="MiB")]
        self.assertEqual(verdicts(lines, {"a": [0.004]}, {"a": 65}),
                         [["4.00 ms", "at most 4", "met"], ["65.00 MiB", "at most 64", "not met"]])

    def test_without_a_bar_nothing_is_met(self):
        self.assertEqual(verdicts([cases.Line("x", "x", "a", "b")], {"a": [1], "b": [2]}), [["0.50", "", ""]])


class Running(unittest.TestCase):
    def run_bench(self, *options):
        return subprocess.run([sys.executable, HERE / "bench.py", "--build", BUILD, "--rows", "1000", "--runs", "1", *options],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)

    def test_a_page_gets_the_table_between_its_marks(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "page.md"
            page.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n", encoding="utf-8")
            done = self.run_bench("--only", "start-up", "--only", "encodings", "--markdown", str(page))
            self.assertEqual(done.returncode, 0, done.stderr)
            text = page.read_text(encoding="utf-8")
        self.assertTrue(text.startswith(f"before\n{report.BEGIN}\n"))
        self.assertTrue(text.endswith(f"{report.END}\nafter\n"))
        self.assertNotIn("old", text)
        self.assertRegex(text, r"\| `cx --version` \| [0-9.]+ ms \| at most 4 \|")
        self.assertRegex(text, r"\| UTF-16 to UTF-8 \| [0-9.]+ \| at most 2 \|")

    def test_what_cannot_be_measured_is_refused(self):
        self.assertIn("no line is called speed", self.run_bench("--only", "speed").stderr)
        self.assertEqual(self.run_bench("--only", "start-up", "--cx", "/bin/false").returncode, 2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    BUILD = parser.parse_args().build
    unittest.main(argv=sys.argv[:1])
