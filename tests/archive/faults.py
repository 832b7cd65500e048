#!/usr/bin/env python3
"""Disturbs imports in one way: faults.py CX WAY [--long]. Afterwards the archive is as before or as after, and it is said which."""
import importlib
import pathlib
import sys

sys.dont_write_bytecode = True  # nothing is to be left beside the sources
from import_trial import SKIPPED, Skipped, Wrong

WAYS = ("killed", "failing_calls", "full_disk", "file_limit", "read_only", "left_journal", "at_once")


def main():
    cx, way, *more = sys.argv[1:]
    if way not in WAYS or more not in ([], ["--long"]):
        print(f"usage: faults.py CX {'|'.join(WAYS)} [--long]")
        return 2
    try:
        wrong = importlib.import_module(way).main(pathlib.Path(cx).resolve(), bool(more))
    except Skipped as why:
        print(f"skipped: {why}")
        return SKIPPED
    except Wrong as found:
        print(found)
        return 1
    print(f"{way}: {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
