#!/usr/bin/env python3
"""Imports every real export beside the checkout, or sees it refused with a reason: rows add up, importing again adds nothing, and the
archive scores as the file does.
"""
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SHARED = SOURCE.parent / "shared" / "data"
SKIPPED = 77


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, timeout=300)


def counts(archive):
    with sqlite3.connect(archive) as database:
        imports = database.execute("SELECT rows, added, updated, already_there, forgotten, rejected, filtered FROM import ORDER BY import").fetchall()
        stands = database.execute("SELECT count(*) FROM response WHERE until IS NULL").fetchone()[0]
    return imports, stands


def check(cx, export, folder):
    """What is wrong with how an export is imported; `refused: ...` where it is, with a reason."""
    model, archive = folder / "cx.toml", folder / "a.cx"
    made = run(cx, "model", export, "-o", model)
    if made.returncode != 0:
        return "refused: " + made.stderr.strip().splitlines()[-1]
    command = [cx, "import", export, "--model", model, "--into", archive, "--wave", "one"]
    first = run(*command)
    if first.returncode == 2 and first.stderr.strip() and not archive.exists():
        return "refused: " + first.stderr.strip().splitlines()[-1]
    if first.returncode != 0:
        return f"import ends with {first.returncode}: {first.stderr}"
    again = run(*command)
    if again.returncode != 0:
        return f"importing again ends with {again.returncode}: {again.stderr}"
    imports, stands = counts(archive)
    for rows, *outcomes in imports:
        if rows != sum(outcomes):
            return f"{rows} rows are read, and {sum(outcomes)} are accounted for"
    if imports[1][1] or imports[1][2] or imports[1][3] != stands:
        return f"importing again: {imports}"
    verified = run(cx, "import", "--into", archive, "--verify")
    if verified.returncode != 0:
        return verified.stderr
    from_file = run(cx, "score", export, "--model", model, "-f", "csv")
    from_archive = run(cx, "score", archive, "--model", model, "-f", "csv", "--wave", "all")
    if (from_file.returncode, from_file.stdout) != (from_archive.returncode, from_archive.stdout):
        return f"the archive scores otherwise: {from_file.returncode}, {from_archive.returncode}: {from_archive.stderr}"
    return ""


def main():
    if not SHARED.is_dir():
        print(f"skipped: real exports are not there ({SHARED})")
        return SKIPPED
    wrong = 0
    exports = sorted(SHARED.rglob("*.csv"))
    for export in exports:
        with tempfile.TemporaryDirectory() as folder:
            found = check(sys.argv[1], export, pathlib.Path(folder))
        print(f"{export.relative_to(SHARED)}: {found or 'imported'}")
        wrong += bool(found) and not found.startswith("refused: ")
    print(f"{len(exports)} exports, {wrong} wrong")
    return 1 if wrong or not exports else 0


if __name__ == "__main__":
    sys.exit(main())
