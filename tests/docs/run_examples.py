#!/usr/bin/env python3
"""Runs the examples of README.md and docs/ and compares what they print with what stands below them.

In a fence marked `console`, a line that starts with `$ cx` (or pipes into `| cx`) is run in a copy of examples/, and the lines below it,
up to the next `$ ` or the fence's end, must be what it prints on both outputs. A line that ends in \\ goes on in the next one, which starts
with `> `. `$ ./dev demo` stands for what it prints last, the scores. --approve writes what was printed into the page.
"""
import argparse
import dataclasses
import difflib
import os
import pathlib
import re
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import running  # noqa: E402 (found through the line above)

RUNS = re.compile(r"\$ (cx\b.*|.*\| cx\b.*|\./dev demo)", re.DOTALL)


@dataclasses.dataclass
class Example:
    line: int
    """Of the command, counted from 1."""
    command: str
    first: int
    last: int
    """Lines [first, last) of the page are the output that is shown."""


def examples(lines):
    """The examples of a page that are to be run, in their order."""
    found, fence, i = [], None, 0
    while i < len(lines):
        line = lines[i]
        i += 1
        if line.startswith("```"):
            fence = line.strip() if fence is None else None
            continue
        if fence != "```console" or not line.startswith("$ "):
            continue
        start = i
        while line.endswith("\\") and i < len(lines) and lines[i].startswith("> "):
            line += "\n" + lines[i][2:]
            i += 1
        first = i
        while i < len(lines) and not lines[i].startswith(("$ ", "```")):
            i += 1
        if RUNS.fullmatch(line):
            found.append(Example(start, line[2:], first, i))
    return found


class Session:
    """A copy of examples/ in which the examples of one page run one after the other."""

    def __init__(self, cx, folder):
        self.cx = cx
        self.top = pathlib.Path(folder).resolve()
        self.env = running.environment(cx, self.top)
        self.folder = self.top / "examples"
        running.copied(running.SOURCE / "examples", self.folder)

    def printed(self, command):
        if command == "./dev demo":
            env = self.env | {"CX": os.path.abspath(self.cx)}
            done = running.run("./dev show", running.SOURCE, env, merged=True)
        else:
            done = running.run(command, self.folder, self.env, merged=True)
        return done.stdout.decode("utf-8", "backslashreplace").splitlines()


def checked(page, cx, approving):
    """How many examples of `page` hold and how many do not."""
    lines = page.read_text(encoding="utf-8").splitlines()
    label = os.path.relpath(page, running.SOURCE)
    passed, differing = 0, []
    with tempfile.TemporaryDirectory(prefix="cx-docs-") as folder:
        session = Session(cx, folder)
        for example in examples(lines):
            found = session.printed(example.command)
            if found == lines[example.first:example.last]:
                passed += 1
                continue
            differing.append((example, found))
    for example, found in reversed(differing):
        if approving:
            lines[example.first:example.last] = found
        else:
            print("\n".join(difflib.unified_diff(lines[example.first:example.last], found, f"{label}:{example.line} shows",
                                                 f"cx prints for: {example.command}", lineterm="")))
    if approving and differing:
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"approved  {label}: {len(differing)} examples")
        return passed + len(differing), 0
    return passed, len(differing)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cx", required=True, help="the program")
    parser.add_argument("--approve", action="store_true", help="rewrite the pages")
    parser.add_argument("pages", nargs="*", type=pathlib.Path, help="default: README.md and every page of docs/")
    arguments = parser.parse_args()
    pages = arguments.pages or [running.SOURCE / "README.md", *sorted((running.SOURCE / "docs").rglob("*.md"))]
    results = [checked(page, arguments.cx, arguments.approve) for page in pages if page.exists()]
    passed, failed = (sum(column) for column in zip(*results)) if results else (0, 0)
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if passed and not failed else 1)


if __name__ == "__main__":
    main()
