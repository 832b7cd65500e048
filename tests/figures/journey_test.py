#!/usr/bin/env python3
"""What the journey view says of whole customers, against a second computation of it from the rows: the example survey asiointi."""
import collections
import csv
import io
import math
import pathlib
import subprocess
import sys
import tomllib
import unittest

CX = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]
SURVEY = ROOT / "examples" / "asiointi"
NO_ANSWER = {"", "-", "EOS", "En osaa sanoa"}
Z = 1.959963984540054


def wilson(part, whole):
    share = part / whole
    centre, half = (part + Z * Z / 2) / (whole + Z * Z), Z / (1 + Z * Z / whole) * math.sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole))
    return 100 * max(0, centre - half), 100 * min(1, centre + half)


class Survey:
    """The model's thresholds and the rows, read without cx."""

    def __init__(self):
        self.model = tomllib.loads((SURVEY / "cx.toml").read_text(encoding="utf-8"))
        minimum = {promise["id"]: promise.get("minimum") for promise in self.model["promise"]}
        self.needed = {}
        for item in self.model["item"]:
            threshold = item.get("threshold", minimum.get(item.get("promise")))
            if threshold is not None:
                self.needed[item["column"]] = lambda cell, threshold=threshold: float(cell) >= threshold
            elif item.get("kind") == "choice":
                self.needed[item["column"]] = lambda cell, good=tuple(item["good"]): cell in good
        self.recommend = next(item["column"] for item in self.model["item"] if item["kind"] == "recommend")
        self.touchpoints = {}
        for touchpoint in self.model["touchpoint"]:
            for value in (touchpoint["id"], touchpoint["name"], *touchpoint.get("match", [])):
                self.touchpoints[value.casefold()] = touchpoint
        text = (SURVEY / "vastaukset.csv").read_text(encoding="utf-8-sig")
        self.rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))

    def journey(self, journey):
        """Customers of a journey: all_touchpoints_met (of all, of several), and how often each touchpoint is the weakest."""
        column, value = journey["segment"].split("=")
        order = [t["id"] for stage in journey["stages"] for t in self.model["touchpoint"] if t["stage"] == stage]
        met = collections.defaultdict(lambda: collections.defaultdict(list))
        points = collections.defaultdict(lambda: collections.defaultdict(list))
        for row in self.rows:
            customer = row["Asiakasnumero"].strip()
            touchpoint = self.touchpoints[row["Kohtaamispiste"].strip().casefold()]
            if not customer or row[column].strip() != value or touchpoint["id"] not in order:
                continue
            reached = [needed(row[c].strip()) for c, needed in self.needed.items() if row[c].strip() not in NO_ANSWER]
            if reached:
                met[customer][touchpoint["id"]].append(all(reached))
            score = row[self.recommend].strip()
            if score not in NO_ANSWER:
                points[customer][touchpoint["id"]].append(int(score))
        weakest, rated = collections.Counter(), 0
        for visits in points.values():
            if len(visits) > 1:
                rated += 1
                weakest[min(visits, key=lambda t, visits=visits: (sum(visits[t]) / len(visits[t]), order.index(t)))] += 1
        several = [visits for visits in met.values() if len(visits) > 1]
        all_met = [sum(all(all(v) for v in visits.values()) for visits in group) for group in (met.values(), several)]
        return {"all": (all_met[0], len(met)), "several": (all_met[1], len(several)), "weakest": weakest, "rated": rated, "order": order}


def shown():
    ran = subprocess.run([CX, "score", str(SURVEY / "vastaukset.csv"), "--view", "journey", "--format", "csv", "-q"], capture_output=True, check=True)
    return list(csv.DictReader(ran.stdout.decode().splitlines()))


class WholeCustomers(unittest.TestCase):
    def check_share(self, row, part, whole):
        self.assertEqual(int(row["n"]), whole, row)
        self.assertAlmostEqual(float(row["value"]), 100 * part / whole, delta=1e-9, msg=row)
        for end, expected in zip(("low", "high"), wilson(part, whole)):
            self.assertAlmostEqual(float(row[end]), expected, delta=1e-9, msg=row)

    def test_as_computed_from_the_rows(self):
        survey, rows = Survey(), shown()
        self.assertEqual({r["journey"] for r in rows}, {"kuluttaja", "yritys"})
        for journey in survey.model["journey"]:
            expected = survey.journey(journey)
            self.assertGreater(expected["all"][1], 100)
            of_metric = collections.defaultdict(list)
            for r in rows:
                if r["journey"] == journey["id"]:
                    of_metric[r["metric"]].append(r)
            self.assertEqual(len(of_metric["all_touchpoints_met"]), 1)
            self.check_share(of_metric["all_touchpoints_met"][0], *expected["all"])
            self.check_share(of_metric["all_touchpoints_met_of_several"][0], *expected["several"])
            self.assertEqual([r["touchpoint"] for r in of_metric["weakest_touchpoint"]], expected["order"])
            for r in of_metric["weakest_touchpoint"]:
                self.check_share(r, expected["weakest"][r["touchpoint"]], expected["rated"])

    def test_mean_of_touchpoints_and_weakest_link(self):
        for journey in ("kuluttaja", "yritys"):
            scores = [r for r in shown() if r["journey"] == journey and r["metric"] == "nps" and r["touchpoint"] and r["weakest"]]
            values = [float(r["value"]) for r in scores]
            self.assertEqual(len(values), 7)
            mean = next(r for r in shown() if r["journey"] == journey and r["metric"] == "touchpoint_mean")
            self.assertAlmostEqual(float(mean["value"]), sum(values) / len(values), delta=1e-9)
            self.assertEqual([r["touchpoint"] for r in scores if r["weakest"] == "true"],
                             [min(scores, key=lambda r: float(r["value"]))["touchpoint"]])

    def test_the_same_on_any_number_of_threads(self):
        arguments = [CX, "score", str(SURVEY / "vastaukset.csv"), "--view", "journey", "--format", "json", "--threads"]
        self.assertEqual(len({subprocess.run([*arguments, n], capture_output=True, check=True).stdout for n in ("1", "2", "8")}), 1)


if __name__ == "__main__":
    unittest.main()
