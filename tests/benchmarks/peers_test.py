#!/usr/bin/env python3
"""cx's answers are DuckDB's, on a survey of 20,000 rows: how many gave each point, exactly; NPS, means and variances to 1e-9.

DuckDB is asked in the forms that are timed. Polars and Miller, where they are installed, are held to the same figures. Skipped, aloud,
where DuckDB is not installed: `./dev bench --peers` or, where npm is there, `./dev test` installs it.
"""
import argparse
import csv
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PEERS = pathlib.Path(os.environ.get("CX_PEERS", HERE.parents[1] / "build/peers"))
SKIPPED = 77
DIMENSIONS = ("touchpoint", "stage", "channel", "month")
RATINGS = {"nps": 0, "csat": 1, "ces": 1} | {f"{side}_{item}": 1 for side in ("imp", "perf")
                                             for item in ("range", "price", "advice", "delivery", "ease")}
"""And the lowest point of each."""
HIGHEST = {"csat": 5, "ces": 7}


def model():
    """Every rating as an item of its own, so that cx says n, mean and standard error of each."""
    items = [f'[[item]]\nid = "{name}"\nkind = "{"recommend" if name == "nps" else "rating"}"\ncolumn = "{name}"\n'
             f'scale = [{low}, {HIGHEST.get(name, 10)}]\n' for name, low in RATINGS.items()]
    columns = [f'{name} = "{name}"' for name in ("touchpoint", "stage", "channel")]
    return "\n".join(["[columns]", 'response = "response_id"', 'date = "timestamp"', *columns, "", *items])


def ask(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"CX_PEERS": str(PEERS)}, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode()


def rows_of(command):
    """A peer's rows by (dimension, group), without those of responses that have no group."""
    rows = [json.loads(line) for line in ask(command).splitlines()]
    return [row for row in rows if row["group"] is not None or row["dimension"] == "all"]


class Comparing:
    """Holds what cx says beside what another says."""

    def __init__(self, said):
        self.scores = {(row["dimension"], row["group"], row["item"], row["metric"]): row for row in said["scores"]}
        self.points = {(row["dimension"], row["group"], row["item"], int(point)): count for row in said["distributions"]
                       for point, count in row["counts"].items() if count > 0}
        self.compared = self.differing = 0

    def groups(self):
        return {key[:2] for key in self.scores}

    def check(self, what, ours, theirs, exactly=False):
        self.compared += 1
        if ours == theirs or not exactly and None not in (ours, theirs) and math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9):
            return
        self.differing += 1
        if self.differing <= 20:
            print(f"{what}: cx says {ours!r}, the other {theirs!r}")

    def figures(self, name, rows):
        """`rows` have dimension, group, net, mean_ and variance_ of each rating."""
        found = {(row["dimension"], row["group"] or "") for row in rows}
        self.check(f"{name}, groups", sorted(self.groups()), sorted(found), exactly=True)
        for row in rows:
            group = (row["dimension"], row["group"] or "")
            if group not in self.groups():
                continue
            label = f"{name}, {' '.join(group)}"
            self.check(f"{label} NPS", self.scores[(*group, "nps", "nps")]["value"], row["net"])
            for rating in RATINGS:
                mean = self.scores[(*group, rating, "mean")]
                self.check(f"{label} mean of {rating}", mean["value"], row[f"mean_{rating}"])
                self.check(f"{label} variance of {rating}", mean["se"] ** 2 * mean["n"], row[f"variance_{rating}"])

    def distributions(self, rows):
        theirs = {(row["dimension"], row["group"] or "", row["item"], int(row["point"])): int(row["n"]) for row in rows}
        for key in sorted(self.points.keys() | theirs.keys()):
            self.check(f"answers {key}", self.points.get(key), theirs.get(key), exactly=True)
        counted = {}
        for (dimension, group, item, _), count in theirs.items():
            counted[dimension, group, item] = counted.get((dimension, group, item), 0) + count
        for (dimension, group, item, metric), row in self.scores.items():
            if metric in ("nps", "mean"):
                self.check(f"n of {dimension} {group} {item}", row["n"], counted.get((dimension, group, item)), exactly=True)


def miller_rows(survey):
    rows = []
    for row in csv.DictReader(ask(["sh", HERE / "peers/miller.sh", survey]).splitlines()):
        if not row["group"]:
            continue
        figures = {f"{ours}_{rating}": float(row[f"{rating}_{theirs}"]) for rating in RATINGS
                   for ours, theirs in (("mean", "mean"), ("variance", "var"))}
        group = "" if row["dimension"] == "all" else row["group"]
        rows.append({"dimension": row["dimension"], "group": group, "net": float(row["net_mean"]), **figures})
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cx", required=True)
    parser.add_argument("--make-survey", required=True)
    arguments = parser.parse_args()
    if not (PEERS / "node_modules/@duckdb/node-api").is_dir() or shutil.which("node") is None:
        print(f"skipped: DuckDB is not installed in {PEERS}; ./dev bench --peers installs it")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="cx-peers-") as name:
        folder = pathlib.Path(name)
        survey, written = folder / "survey.csv", folder / "model.toml"
        written.write_text(model(), encoding="utf-8")
        with survey.open("wb") as out:
            subprocess.run([arguments.make_survey, "20000", "7"], stdout=out, check=True)
        comparing = Comparing(json.loads(ask([arguments.cx, "score", survey, "--model", written, "--by", ",".join(DIMENSIONS),
                                              "--format", "json", "--quiet"])))
        duckdb = ["node", HERE / "peers/duckdb.mjs"]
        comparing.distributions(rows_of([*duckdb, "points", survey]))
        for form in ("grouping-sets", "expert"):
            comparing.figures(f"DuckDB, {form}", rows_of([*duckdb, form, survey]))
        if (PEERS / "node_modules/nodejs-polars").is_dir():
            comparing.figures("Polars", rows_of(["node", HERE / "peers/polars.mjs", survey]))
        else:
            print("Polars is not installed, and not compared")
        if shutil.which("mlr"):
            comparing.figures("Miller", miller_rows(survey))
        else:
            print("Miller is not installed, and not compared")
    print(f"{comparing.compared} figures compared, {comparing.differing} differ")
    sys.exit(1 if comparing.differing or comparing.compared < 1000 else 0)


if __name__ == "__main__":
    main()
