#!/usr/bin/env python3
"""The SQL of docs/counts.md makes, in DuckDB, counts whose scores are those of the survey itself.

Each `sql` fence of the page is run as it stands there, with the `toml` fence before it as the model. Skipped, aloud, where DuckDB's module
for node is not installed: `./dev bench --peers` installs it.
"""
import argparse
import csv
import math
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = pathlib.Path(os.environ.get("CX_PEERS", ROOT / "build/peers"))
SKIPPED = 77


def fences(page):
    """The page's pairs of a model and the SQL that follows it."""
    pairs, model = [], None
    for language, text in re.findall(r"^```(toml|sql)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
        if language == "toml":
            model = text
        else:
            pairs.append((model, text))
    return pairs


def write_pairs(file):
    """A survey of pairs with weights, of 0 too, and answers that lack on either side."""
    chance = random.Random(7)
    with open(file, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["Plan", "Weight", "p", "i"])
        for _ in range(400):
            answers = [chance.choice(["", 1, 2, 3, 4, 5, 5]) for _ in range(2)]
            writer.writerow([chance.choice(["Pro", "Basic", "=Enterprise", ""]), chance.choice([0, 0.5, 1, 1.25]), *answers])


def scores(cx, folder, file, *options):
    command = [cx, "score", file, "--model", "cx.toml", "--format", "csv", "--quiet", *options]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return list(csv.reader(done.stdout.decode().splitlines()))


def same(a, b):
    if a == b:
        return True
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-12, abs_tol=1e-12)
    except ValueError:
        return False


def compare(what, survey, counted):
    if len(survey) < 10:
        sys.exit(f"{what}: only {len(survey)} rows to compare")
    differing = [(x, y) for x, y in zip(survey, counted) if len(x) != len(y) or not all(map(same, x, y))]
    if len(survey) != len(counted) or differing:
        sys.exit(f"{what}: {len(survey)} rows of the survey, {len(counted)} of its counts; differing: {differing[:3]}")
    print(f"{what}: {len(survey)} rows are the same")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cx", required=True, type=pathlib.Path)
    cx = parser.parse_args().cx.resolve()
    if shutil.which("node") is None or not (PEERS / "node_modules/@duckdb/node-api").is_dir():
        print(f"skipped: DuckDB for node is not in {PEERS}; ./dev bench --peers installs it")
        return SKIPPED
    pairs = fences((ROOT / "docs/counts.md").read_text(encoding="utf-8"))
    surveys = [("survey.csv", "touchpoint,month"), ("pairs.csv", "Plan")]
    if len(pairs) != len(surveys):
        sys.exit(f"docs/counts.md has {len(pairs)} queries, and there are surveys for {len(surveys)}")
    for (model, sql), (survey, by) in zip(pairs, surveys):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            shutil.copy(ROOT / "examples/first/survey.csv", folder)
            write_pairs(folder / "pairs.csv")
            (folder / "cx.toml").write_text(model, encoding="utf-8")
            done = subprocess.run(["node", str(pathlib.Path(__file__).with_name("run_sql.mjs")), str(PEERS)], cwd=folder, input=sql.encode(),
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            if done.returncode != 0:
                sys.exit(f"DuckDB refuses the query for {survey}:\n{done.stdout.decode()}")
            compare(survey, scores(cx, folder, survey, "--by", by),
                    scores(cx, folder, "counts.csv", "--by", by, "--allow-no-end"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
