#!/usr/bin/env python3
"""Surveys counted in 64 parts, each by itself, and added: scores, targets and distributions are those of the whole survey."""
import csv
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import unittest

CX = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]
PARTS = 64
SURVEYS = {
    "asiointi": ("vastaukset.csv", ";"),
    "northlight": ("responses.csv", ","),
}


def cx(*arguments):
    ran = subprocess.run([CX, "score", *map(str, arguments)], capture_output=True, check=False)
    if ran.returncode != 0:
        raise AssertionError(f"cx score {arguments} ended with {ran.returncode}: {ran.stderr.decode()}")
    return ran.stdout


def differences(one, other, place=""):
    """Where two JSON values are not the same, numbers to 1e-12."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return [found for key in one for found in differences(one[key], other[key], f"{place}.{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [found for i, pair in enumerate(zip(one, other)) for found in differences(*pair, f"{place}[{i}]")]
    if isinstance(one, (int, float)) and isinstance(other, (int, float)) and math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12):
        return []
    return [] if one == other else [f"{place}: {one} and {other}"]


class Counts(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)

    def parts(self, survey):
        file, delimiter = SURVEYS[survey]
        with open(ROOT / "examples" / survey / file, encoding="utf-8-sig", newline="") as lines:
            header, *rows = csv.reader(lines, delimiter=delimiter)
        for part in range(PARTS):
            with open(self.folder / f"part{part:02}.csv", "w", encoding="utf-8", newline="") as out:
                csv.writer(out, delimiter=delimiter).writerows([header, *rows[part::PARTS]])
        return [self.folder / f"part{part:02}.csv" for part in range(PARTS)]

    def counted(self, survey, *options):
        """The parts' counts files."""
        model = ROOT / "examples" / survey / "cx.toml"
        files = []
        for part in self.parts(survey):
            files.append(part.with_suffix(".counts"))
            cx(part, "--model", model, "--quiet", *options, "--write-counts", files[-1])
        return files

    def compare(self, survey, *options, view=(), exactly=False):
        model = ROOT / "examples" / survey / "cx.toml"
        files = self.counted(survey, *options, *view)
        ask = ["--model", model, "--quiet", *options, *view]
        whole = cx(ROOT / "examples" / survey / SURVEYS[survey][0], *ask, "--format", "json")
        added = cx(*files, *ask, "--format", "json")
        whole, added = json.loads(whole), json.loads(added)
        self.assertGreater(len(whole["scores"]), 100)
        for key in ("answers", "scores", "distributions", "targets", "views"):
            self.assertEqual(differences(whole[key], added[key], key)[:5], [])
            if exactly:
                self.assertEqual(whole[key], added[key])
        self.assertEqual(sum(part["rows"] for part in added["input"]), whole["input"][0]["rows"])
        self.assertEqual(sum(part["accepted"] for part in added["input"]), whole["input"][0]["accepted"])
        if exactly:
            as_csv = [*ask, "--format", "csv"]
            self.assertEqual(cx(*files, *as_csv), cx(ROOT / "examples" / survey / SURVEYS[survey][0], *as_csv))
        # Added first and scored later, from a pipe too.
        merged = self.folder / "merged.counts"
        cx(*files, "--model", model, "--quiet", *options, *view, "--write-counts", merged)
        self.assertEqual(differences(json.loads(cx(merged, *ask, "--format", "json"))["scores"], whole["scores"])[:5], [])
        return files

    def test_feedback_on_touchpoints_with_needs_promises_and_sets_of_owners(self):
        self.compare("asiointi", "--by", "touchpoint,owner,journey,stage:channel,month,promise", exactly=True)

    def test_what_nobody_asked_for(self):
        self.compare("asiointi", exactly=True)

    def test_views(self):
        self.compare("asiointi", view=("--view", "promise"), exactly=True)

    def test_a_relationship_survey_with_weights_pairs_and_pooled_questions(self):
        self.compare("northlight", "--by", "touchpoint,promise,owner,stage,Plan,Plan:month,touchpoint:Plan")

    def test_months_of_counts_are_the_months_of_the_survey(self):
        survey = ROOT / "examples/asiointi/vastaukset.csv"
        model = ROOT / "examples/asiointi/cx.toml"
        dates = ["--from", "2026-03-01", "--to", "2026-08-31"]
        cx(survey, "--quiet", "--every", "month", "--write-counts", self.folder / "months.counts")
        ask = ["--model", model, "--quiet", "--format", "json"]
        for limits in ([], dates):
            whole = json.loads(cx(survey, *ask, *limits))
            added = json.loads(cx(self.folder / "months.counts", *ask, *limits))
            for key in ("answers", "scores", "distributions", "targets"):
                self.assertEqual(differences(whole[key], added[key], key)[:5], [])
            self.assertEqual(added["input"][0]["accepted"], whole["input"][0]["accepted"])

    def test_a_break_down_by_the_period_of_the_counts(self):
        survey = ROOT / "examples/asiointi/vastaukset.csv"
        ask = ["--model", ROOT / "examples/asiointi/cx.toml", "--quiet", "--by", "stage,owner,month:stage"]
        cx(survey, *ask, "--every", "month", "--write-counts", self.folder / "months.counts")
        self.assertEqual(cx(self.folder / "months.counts", *ask, "--format", "csv"), cx(survey, *ask, "--format", "csv"))

    def test_exports_and_counts_are_added(self):
        parts = self.parts("asiointi")
        model = ROOT / "examples/asiointi/cx.toml"
        cx(*parts[:40], "--model", model, "--quiet", "--write-counts", self.folder / "most.counts")
        mixed = cx(self.folder / "most.counts", *parts[40:], "--model", model, "--quiet", "--format", "csv")
        self.assertEqual(mixed, cx(ROOT / "examples/asiointi/vastaukset.csv", "--model", model, "--quiet", "--format", "csv"))

    def test_a_survey_is_not_touched_by_counts_that_fail(self):
        there = self.folder / "there.counts"
        there.write_text("as it was")
        ran = subprocess.run([CX, "score", str(self.folder / "none.csv"), "--write-counts", str(there)], capture_output=True, check=False)
        self.assertEqual(ran.returncode, 2)
        self.assertEqual(there.read_text(), "as it was")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["there.counts"])


if __name__ == "__main__":
    unittest.main()
