#!/usr/bin/env python3
"""Imports real waves of one survey, asked in different words, into one archive with one model: each wave scores as its file does, and a
wave that asked on another scale is in no figure of the others.
"""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parents[1].parent / "shared" / "data"
SKIPPED = 77
WAVES = {
    "2019-H2": "maintainer-survey-results-2019-h2.csv",
    "2020-H1": "CNCF_Maintainers_Survey_2020_H1.csv",
    "2020-H2": "CNCF_Maintainers_Survey_2020_H2.csv",
    "2021-H1": "CNCF_Maintainers_Survey_2021_H1.csv",
}
ON_ANOTHER_SCALE = "2020-H1"


def run(cx, *words):
    done = subprocess.run([cx, *map(str, words)], capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise SystemExit(f"cx {' '.join(map(str, words))} ends with {done.returncode}: {done.stderr}")
    return done


def rows(text):
    return {(row["dimension"], row["group"], row["item"], row["metric"]): row for row in csv.DictReader(io.StringIO(text))}


def main():
    cx, folder = sys.argv[1], SHARED / "cncf-surveymonkey"
    if not folder.is_dir():
        print(f"skipped: real exports are not there ({SHARED})")
        return SKIPPED
    model = HERE / "cncf_waves.toml"
    wrong = []
    with tempfile.TemporaryDirectory() as work:
        archive = pathlib.Path(work) / "cncf.cx"
        for wave, file in WAVES.items():
            run(cx, "import", folder / file, "--model", model, "--into", archive, "--wave", wave)
        for wave, file in WAVES.items():
            if wave == ON_ANOTHER_SCALE:
                continue
            of_file = run(cx, "score", folder / file, "--model", model, "-f", "csv").stdout
            if of_file != run(cx, "score", archive, "--model", model, "-f", "csv", "--wave", wave).stdout:
                wrong.append(f"wave {wave} scores otherwise than {file}")
        figures = rows(run(cx, "score", archive, "--model", model, "-f", "csv", "--wave", "2020-H2").stdout)
        if figures["all", "", "recommend", "nps"]["n"] != "97":
            wrong.append("the wave of 2020 H2 has not its 97 answers")
        both = run(cx, "score", archive, "--model", model, "-f", "csv", "--wave", "all", "--by", "wave")
        figures = rows(both.stdout)
        if ("wave", ON_ANOTHER_SCALE, "recommend", "nps") in figures:
            wrong.append("a wave that asked all on another scale is among the others")
        parts = [int(figures["wave", wave, "recommend", "nps"]["n"]) for wave in WAVES if wave != ON_ANOTHER_SCALE]
        if sum(parts) != int(figures["all", "", "recommend", "nps"]["n"]) or min(parts) == 0:
            wrong.append(f"the waves' answers do not add up: {parts}")
        if f"wave {ON_ANOTHER_SCALE}" not in both.stderr:
            wrong.append("nothing is said of the wave on another scale")
        alone = rows(run(cx, "score", archive, "--model", model, "-f", "csv", "--wave", ON_ANOTHER_SCALE).stdout)
        if int(alone["all", "", "recommend", "nps"]["n"]) == 0:
            wrong.append("a wave on another scale has no figure of its own")
    print("\n".join(wrong) or f"{len(WAVES)} waves: each scores as its file does")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
