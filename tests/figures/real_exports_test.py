#!/usr/bin/env python3
"""Figures of real exports that somebody else published, or that Python computes from the same file. Needs ../shared/data beside the checkout."""
import csv
import math
import pathlib
import statistics
import subprocess
import sys
import tempfile
import unittest

from run_cx import counts, row, scores

CX = sys.argv.pop(1)
DATA = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"


def with_model(export, toml, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        model = pathlib.Path(folder) / "cx.toml"
        model.write_text(toml, encoding="utf-8")
        return scores(CX, export, "--model", model, *arguments)


class FinnishWebropol(unittest.TestCase):
    export = DATA / "finnish-webropol" / "koodiaapinen-palautekysely-anonymisoitu.csv"

    def test_recommend_without_a_model(self):
        table = scores(CX, self.export)
        nps = row(table, "recommend", "nps")
        self.assertEqual(nps["n"], 135)
        self.assertAlmostEqual(nps["value"], 77.04, delta=0.005)
        self.assertEqual(table["input"][0]["dialect"], "webropol")
        self.assertEqual(table["input"][0]["rows"], 135)  # the legend at the end is no respondent

    def test_the_legend_names_the_groups(self):
        table = scores(CX, self.export, "--by", "Asuinpaikka")
        groups = {r["group"] for r in table["scores"] if r["dimension"] == "Asuinpaikka"}
        self.assertIn("Pohjois-Pohjanmaa", groups)
        self.assertFalse([g for g in groups if g.isdigit()])


class CncfSurveyMonkey(unittest.TestCase):
    def test_counts_are_those_of_the_tool_itself(self):
        table = scores(CX, DATA / "cncf-surveymonkey" / "CNCF_Maintainers_Survey_2020_H2.csv")
        self.assertEqual(row(table, "recommend", "nps")["n"], 97)
        self.assertEqual(counts(table, "recommend"), {1: 1, 5: 3, 6: 6, 7: 8, 8: 15, 9: 14, 10: 50})
        self.assertAlmostEqual(row(table, "recommend", "mean")["value"], 8.8, delta=0.05)
        self.assertAlmostEqual(row(table, "satisfaction", "mean")["value"], 8.26, delta=0.005)

    def test_the_word_for_the_highest_point_is_counted(self):
        table = scores(CX, DATA / "cncf-surveymonkey" / "maintainer-survey-results-2019-h2.csv")
        nps = row(table, "recommend", "nps")
        self.assertAlmostEqual(nps["value"], 40.0, delta=0.05)
        self.assertEqual(counts(table, "recommend")[10], 21)


class FrenchRetail(unittest.TestCase):
    def test_published_figure(self):
        model = '[[item]]\nid = "nps"\nkind = "recommend"\ncolumn = "nps"\nscale = [1, 10]\n'
        nps = row(with_model(DATA / "french-retail-nps" / "nps.csv", model), "nps", "nps")
        self.assertEqual(nps["n"], 13612)
        self.assertAlmostEqual(nps["value"], 53.416, delta=0.0005)


class LimeSurveyTwins(unittest.TestCase):
    def test_both_languages_give_the_same_figures(self):
        def figures(name):
            table = scores(CX, DATA / "german-limesurvey" / name)
            return [(r["dimension"], r["metric"], r["n"], r["value"], r["low"], r["high"]) for r in table["scores"]]

        german, english = figures("results_german.csv"), figures("results_english.csv")
        self.assertGreater(len(german), 100)
        self.assertEqual(german, english)


class FinnishModules(unittest.TestCase):
    def test_codes_that_start_at_zero(self):
        model = '[[item]]\nid = "m"\ncolumn = "tyo_materiaali"\nscale = [1, 5]\ncodes = [0, 4]\n'
        mean = row(with_model(DATA / "finnish-modules" / "python-1.csv", model), "m", "mean")
        self.assertAlmostEqual(mean["value"], 2.94097, delta=0.000005)


class KoreanServqual(unittest.TestCase):
    export = DATA / "korean-servqual" / "kiosk.csv"

    def test_gaps_are_those_of_a_paired_t_test(self):
        with open(self.export, encoding="cp949", newline="") as file:
            rows = list(csv.reader(file))
        header, answers = rows[0], rows[1:]
        pairs = [(i, i + 1) for i in range(3, 51, 2)]
        toml = "".join(f'[[item]]\nid = "q{e}"\nperformance = {toml_text(header[p])}\nexpectation = {toml_text(header[e])}\nscale = [1, 7]\n'
                       for e, p in pairs)
        table = with_model(self.export, toml)
        for e, p in pairs:
            gaps = [int(r[p]) - int(r[e]) for r in answers if r[p].strip() and r[e].strip()]
            gap = row(table, f"q{e}", "gap")
            self.assertEqual(gap["n"], len(gaps))
            self.assertAlmostEqual(gap["value"], statistics.mean(gaps), delta=1e-12)
            self.assertAlmostEqual(gap["se"], statistics.stdev(gaps) / math.sqrt(len(gaps)), delta=1e-12)
            if len(gaps) == 207:  # t(0.975, 206), R: qt(.975, 206)
                self.assertAlmostEqual(gap["high"] - gap["value"], 1.9715466 * gap["se"], delta=1e-6)


def toml_text(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class EveryExport(unittest.TestCase):
    def test_is_read_or_refused_with_a_reason(self):
        for export in sorted(DATA.rglob("*.csv")):
            with self.subTest(export=export.name):
                ran = subprocess.run([CX, "score", str(export)], capture_output=True, check=False, timeout=60)
                self.assertIn(ran.returncode, (0, 2))
                self.assertTrue(ran.stderr.startswith(b"cx: "))
                if ran.returncode == 2:
                    self.assertEqual(ran.stdout, b"")

    def test_without_a_header_is_refused_and_read_when_told(self):
        export = DATA / "haxe-typeform" / "data.csv"
        refused = subprocess.run([CX, "score", str(export)], capture_output=True, check=False)
        self.assertEqual(refused.returncode, 2)
        self.assertIn(b"--no-header", refused.stderr)
        model = '[[item]]\nid = "x"\ncolumn = "15"\nkind = "choice"\ngood = ["Yes"]\n'
        with open(export, encoding="utf-8", newline="") as file:
            rows = sum(1 for r in csv.reader(file) if r)
        self.assertEqual(with_model(export, model, "--no-header")["input"][0]["rows"], rows)


if __name__ == "__main__":
    if not DATA.is_dir():
        print(f"skipped: no real exports at {DATA}")
        sys.exit(77)
    unittest.main()
