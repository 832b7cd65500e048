#!/usr/bin/env python3
"""Basic needs, promises, owners, consensus and opportunity of the example surveys, counted a second time from their rows."""
import csv
import json
import math
import pathlib
import subprocess
import sys
import tomllib
import unittest

CX = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]


class Survey:
    """The rows and the model, read without cx. Weights are left to examples_test.py: every answer counts once here."""

    def __init__(self, name, file, delimiter):
        self.path = ROOT / "examples" / name / file
        self.model = tomllib.loads((self.path.parent / "cx.toml").read_text(encoding="utf-8"))
        with open(self.path, encoding="utf-8", newline="") as lines:
            self.rows = list(csv.DictReader(lines, delimiter=delimiter))
        self.promises = {promise["id"]: promise for promise in self.model["promise"]}
        texts = self.model.get("answers", {})
        self.not_applicable = {text.casefold() for text in texts.get("not_applicable", ["N/A"])}

    def answer(self, row, item, side="column"):
        """The scale point; None where it is missing, 'n/a' where it does not apply."""
        cell = row[item.get(side) or item["performance"]].strip()
        if cell.casefold() in self.not_applicable:
            return "n/a"
        if item.get("kind") == "choice":
            return None if cell == "" else int(cell in item["good"])
        return int(cell) if cell.isdigit() and item["scale"][0] <= int(cell) <= item["scale"][1] else None

    def promise_of(self, item):
        return self.promises.get(item.get("promise"), {})

    def needs(self):
        return [item for item in self.model["item"] if item.get("need", self.promise_of(item).get("need")) == "basic"]

    def basics_met(self, rows):
        met = counted = complete = 0
        for row in rows:
            answers = [(self.answer(row, item), item) for item in self.needs()]
            applicable = [(answer, item) for answer, item in answers if answer != "n/a"]
            given = [(answer, item) for answer, item in applicable if answer is not None]
            if not given or 2 * len(given) < len(applicable):
                continue
            counted += 1
            complete += len(given) == len(applicable)
            met += all(answer >= item.get("threshold", self.promise_of(item)["minimum"]) for answer, item in given)
        return met, counted, complete

    def kept(self, promise, rows):
        kept = counted = 0
        for row in rows:
            given = [self.answer(row, item) for item in self.model["item"] if item.get("promise") == promise["id"]]
            given = [answer for answer in given if isinstance(answer, int)]
            counted += bool(given)
            kept += bool(given) and min(given) >= promise["minimum"]
        return kept, counted

    def scored(self, *options):
        command = [CX, "score", str(self.path), "--format", "json", "--min-n", "1", "-q", *options]
        if "weight" in self.model["columns"]:  # a copy of the model without weights
            bare = (self.path.parent / "cx.toml").read_text(encoding="utf-8")
            bare = "\n".join(line for line in bare.splitlines() if not line.startswith(("weight ", "minimum_n ")))
            command += ["--model", "/dev/stdin"]
            return json.loads(subprocess.run(command, input=bare.encode(), capture_output=True, check=True).stdout)
        return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


SURVEYS = [Survey("asiointi", "vastaukset.csv", ";"), Survey("northlight", "responses.csv", ",")]


def rows_of(scores, **wanted):
    return [row for row in scores if all(row[key] == value for key, value in wanted.items())]


class Needs(unittest.TestCase):
    def check(self, row, part, whole):
        self.assertEqual(row["n"], whole)
        self.assertAlmostEqual(row["value"], 100 * part / whole, delta=1e-9)

    def test_basic_needs_of_all(self):
        for survey in SURVEYS:
            met, counted, complete = survey.basics_met(survey.rows)
            self.assertLess(complete, counted)
            self.check(rows_of(survey.scored()["scores"], dimension="all", metric="basics_met")[0], met, counted)

    def test_basic_needs_by_segment(self):
        for survey, segment in zip(SURVEYS, ("Alue", "Region")):
            found = rows_of(survey.scored("--by", segment)["scores"], dimension=segment, metric="basics_met")
            self.assertGreater(len(found), 2)
            for row in found:
                met, counted, _ = survey.basics_met([r for r in survey.rows if r[segment] == row["group"]])
                self.check(row, met, counted)

    def test_promises_kept(self):
        for survey in SURVEYS:
            found = rows_of(survey.scored("--by", "promise")["scores"], dimension="promise", metric="kept")
            self.assertEqual([row["group"] for row in found], [promise["id"] for promise in survey.model["promise"]])
            for row in found:
                self.check(row, *survey.kept(survey.promises[row["group"]], survey.rows))


class Owners(unittest.TestCase):
    def test_a_seam_counts_for_both(self):
        survey = SURVEYS[0]
        names = {touchpoint["name"]: touchpoint for touchpoint in survey.model["touchpoint"]}
        for touchpoint in survey.model["touchpoint"]:
            for other in touchpoint.get("match", []):
                names[other] = touchpoint
        item = next(item for item in survey.model["item"] if item["id"] == "tyytyvaisyys")
        found = rows_of(survey.scored("--by", "owner")["scores"], dimension="owner", metric="csat")
        self.assertEqual(len(found), 7)
        for row in found:
            answers = []
            for r in survey.rows:
                owner = names[r["Kohtaamispiste"]]["owner"]
                answer = survey.answer(r, item)
                if row["group"] in ([owner] if isinstance(owner, str) else owner) and isinstance(answer, int):
                    answers.append(answer)
            self.assertEqual(row["n"], len(answers))
            self.assertAlmostEqual(row["value"], 100 * sum(a >= 4 for a in answers) / len(answers), delta=1e-9)
            self.assertIsNone(row["difference"])


class Agreement(unittest.TestCase):
    def test_consensus(self):
        for survey in SURVEYS:
            scores = survey.scored()["scores"]
            for item in survey.model["item"]:
                if item.get("kind") == "choice" or "performance" in item:
                    continue
                answers = [a for a in (survey.answer(row, item) for row in survey.rows) if isinstance(a, int)]
                mean, length = sum(answers) / len(answers), item["scale"][1] - item["scale"][0]
                consensus = 1 + sum(math.log2(1 - abs(a - mean) / length) for a in answers) / len(answers)
                row = rows_of(scores, dimension="all", metric="consensus", item=item["id"])[0]
                self.assertAlmostEqual(row["value"], consensus, delta=1e-9)

    def test_opportunity(self):
        survey = SURVEYS[1]
        found = rows_of(survey.scored("--metric", "opportunity")["scores"], dimension="all", metric="opportunity")
        self.assertEqual(len(found), 8)
        for row in found:
            item = next(item for item in survey.model["item"] if item["id"] == row["item"])
            both = [(survey.answer(r, item, "performance"), survey.answer(r, item, "importance")) for r in survey.rows]
            both = [pair for pair in both if all(isinstance(answer, int) for answer in pair)]
            performance, importance = (sum(side) / len(both) for side in zip(*both))
            self.assertAlmostEqual(row["value"], importance + max(importance - performance, 0), delta=1e-9)


if __name__ == "__main__":
    unittest.main()
