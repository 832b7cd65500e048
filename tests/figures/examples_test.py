#!/usr/bin/env python3
"""Every figure of the example surveys, against a second computation that is not cx: tests/examples/*_expected.csv."""
import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import unittest

CX = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]


def figures(survey, file, by):
    with open(ROOT / "tests" / "examples" / f"{survey}_expected.csv", encoding="utf-8", newline="") as lines:
        expected = list(csv.DictReader(lines))
    ran = subprocess.run([CX, "score", str(ROOT / "examples" / survey / file), "--by", by, "--min-n", "1", "--format", "csv", "--raw"],
                         capture_output=True, check=True)
    made = {}
    for r in csv.DictReader(ran.stdout.decode().splitlines()):
        made[(r["dimension"], r["group"], r["item"], r["metric"])] = r
    return expected, made


class Examples(unittest.TestCase):
    def compare(self, survey, file, by):
        expected, made = figures(survey, file, by)
        self.assertGreater(len(expected), 1000)
        withheld = 0
        for e in expected:
            key = (e["dimension"], e["group"], e["item"], e["metric"])
            self.assertTrue(key in made, f"{key} is missing")
            m = made[key]
            if m["note"] == "withheld":
                withheld += 1
                continue
            self.assertEqual(m["n"], e["n"], key)
            for figure in ("base", "n_effective", "value", "se"):
                if e[figure] == "":
                    self.assertEqual(m[figure], "", (key, figure))
                else:
                    self.assertAlmostEqual(float(m[figure]), float(e[figure]), delta=1e-9 * max(1, abs(float(e[figure]))), msg=(key, figure))
        self.assertLess(withheld, len(expected) / 10)

    def test_asiointi(self):
        self.compare("asiointi", "vastaukset.csv", "touchpoint,stage,channel,Asiakasryhmä,Alue,month,touchpoint:month")

    def test_northlight(self):
        self.compare("northlight", "responses.csv", "Plan,Region,Industry,quarter,stage")


class SameOnAnyNumberOfThreads(unittest.TestCase):
    def test_the_same_bytes(self):
        for survey, file, by in (("asiointi", "vastaukset.csv", "touchpoint:month"), ("northlight", "responses.csv", "Plan,stage")):
            outputs = {subprocess.run([CX, "score", str(ROOT / "examples" / survey / file), "--by", by, "--format", "json", "--threads", n],
                                      capture_output=True, check=True).stdout for n in ("1", "2", "8")}
            self.assertEqual(len(outputs), 1)


class SameInAnyOrderOfRows(unittest.TestCase):
    def test_reversed_rows(self):
        folder = ROOT / "examples" / "northlight"
        with open(folder / "responses.csv", encoding="utf-8", newline="") as lines:
            header, *rows = list(csv.reader(lines))
        random.Random(7).shuffle(rows)
        text = io.StringIO()
        csv.writer(text).writerows([header, *rows])
        arguments = [CX, "score", "-", "--model", str(folder / "cx.toml"), "--by", "Plan,stage", "--format", "json"]
        shuffled = json.loads(subprocess.run(arguments, input=text.getvalue().encode(), capture_output=True, check=True).stdout)
        straight = json.loads(subprocess.run(arguments, input=(folder / "responses.csv").read_bytes(), capture_output=True, check=True).stdout)
        self.assertEqual(len(shuffled["scores"]), len(straight["scores"]))
        for a, b in zip(shuffled["scores"], straight["scores"]):
            for key, value in a.items():
                if isinstance(value, float):
                    self.assertAlmostEqual(value, b[key], delta=1e-12 * max(1, abs(value)) * 100, msg=(a, key))
                else:
                    self.assertEqual(value, b[key])


if __name__ == "__main__":
    unittest.main()
