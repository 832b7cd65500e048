#!/usr/bin/env python3
"""Runs the golden cases of cx's commands: exit code, standard output and standard error, byte for byte.

A case is a folder tests/commands/COMMAND/CASE with
  cmd           one or more shell lines that use `cx`, the folder's own files, $EXAMPLES, or $SHARED (real exports)
  stdout stderr what it prints; a file that is not there is an empty output
  exit          how it ends; not there is 0
  needs-shared  (empty) it runs only where ../shared/data lies beside the checkout
It runs in a copy of its folder. --approve writes what was printed as what is expected.
"""
import argparse
import difflib
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
CASES = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(CASES.parent / "support"))
import running  # noqa: E402 (found through the line above)

EXPECTED = ("stdout", "stderr", "exit")
SKIPPED = 77


def outcome(case, cx, number):
    """What the case printed and how it ended, by the names of the files that expect it."""
    with tempfile.TemporaryDirectory(prefix="cx-case-") as name:
        top = pathlib.Path(name).resolve()
        folder = top / "case"
        running.copied(case, folder)
        for expected in (*EXPECTED, "cmd", "needs-shared"):
            (folder / expected).unlink(missing_ok=True)
        (folder / "examples").symlink_to(running.SOURCE / "examples")
        (folder / "shared").symlink_to(running.SHARED)
        done = running.run((case / "cmd").read_text(encoding="utf-8"), folder, running.environment(cx, top))
        return {
            "stdout": running.normalised(done.stdout, folder, number),
            "stderr": running.normalised(done.stderr, folder, number),
            "exit": b"%d\n" % done.returncode,
        }


def expectation(case):
    empty = {"stdout": b"", "stderr": b"", "exit": b"0\n"}
    return {name: (case / name).read_bytes() if (case / name).exists() else empty[name] for name in EXPECTED}


def approve(case, found):
    for name, content in found.items():
        if content in (b"", b"0\n"):
            (case / name).unlink(missing_ok=True)
        else:
            (case / name).write_bytes(content)


def shown_difference(label, expected, found):
    lines = difflib.unified_diff(expected.decode("utf-8", "backslashreplace").splitlines(),
                                 found.decode("utf-8", "backslashreplace").splitlines(),
                                 f"{label} expected", f"{label} printed", lineterm="")
    print("\n".join(lines) or f"{label}: differs in its line ends")


def passes(case, cx, number, approving):
    label = f"{case.parent.name}/{case.name}"
    found, expected = outcome(case, cx, number), expectation(case)
    differing = [name for name in EXPECTED if found[name] != expected[name]]
    if approving:
        approve(case, found)
        if differing:
            print(f"approved  {label}: {', '.join(differing)}")
        return True
    for name in differing:
        shown_difference(f"{label}/{name}", expected[name], found[name])
    print(f"{'failed' if differing else 'passed'}  {label}")
    return not differing


def selected(arguments):
    """The cases asked for, as (case, needs the real exports)."""
    folders = [CASES / arguments.command] if arguments.command else sorted(p for p in CASES.iterdir() if p.is_dir())
    cases = [case for folder in folders for case in sorted(folder.iterdir()) if case.is_dir()]
    for case in cases:
        if not (case / "cmd").exists():
            sys.exit(f"{case}: has no cmd")
    if arguments.only:
        cases = [case for case in cases if (case / "needs-shared").exists() == (arguments.only == "shared")]
    return cases


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cx", required=True, help="the program")
    parser.add_argument("--command", help="only the cases of this command")
    parser.add_argument("--only", choices=("own", "shared"), help="only cases without, or with, real exports")
    parser.add_argument("--approve", action="store_true", help="rewrite what is expected")
    arguments = parser.parse_args()
    cases, number = selected(arguments), running.version(arguments.cx)
    if not running.SHARED.is_dir():
        for case in cases:
            if (case / "needs-shared").exists():
                print(f"skipped {case.parent.name}/{case.name}: ../shared/data is not there")
        kept = [case for case in cases if not (case / "needs-shared").exists()]
        if cases and not kept:
            sys.exit(SKIPPED)
        cases = kept
    if not cases:
        sys.exit("no case was found")
    results = [passes(case, arguments.cx, number, arguments.approve) for case in cases]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
