"""Runs cx and reads what it prints, for tests that compare its figures with figures from elsewhere."""
import json
import subprocess


def scores(cx, *arguments):
    """The whole JSON of `cx score`."""
    ran = subprocess.run([cx, "score", *map(str, arguments), "--format", "json"], capture_output=True, check=False)
    if ran.returncode != 0:
        raise AssertionError(f"cx ended with {ran.returncode}: {ran.stderr.decode()}")
    return json.loads(ran.stdout)


def row(table, item, metric, dimension="all", group=""):
    """The one row of the scores table that is asked for."""
    found = [r for r in table["scores"]
             if (r["dimension"], r["group"], r["item"], r["metric"]) == (dimension, group, item, metric)]
    assert len(found) == 1, f"{len(found)} rows of {dimension} {group} {item} {metric}"
    return found[0]


def counts(table, item):
    """Answers by scale point over all responses, points without answers left out."""
    found = [d for d in table["distributions"] if d["dimension"] == "all" and d["item"] == item]
    assert len(found) == 1, f"{len(found)} distributions of {item}"
    return {int(point): n for point, n in found[0]["counts"].items() if n}
