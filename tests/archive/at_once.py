"""Eight imports at once make one archive: of the same export, and of eight different ones."""
import contextlib
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from import_trial import SURVEY, Wrong, check, responses, run, survey_rows, verify, write_export

IMPORTS = 8
KEY_MADE = "a.cx.key was made"


def start_all(cx, folder, exports):
    """How each ended, and what it said."""
    processes = [subprocess.Popen([cx, "import", export, "--into", "a.cx"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                 for export in exports]
    said = [process.communicate(timeout=300)[1] for process in processes]
    return [(process.returncode, text) for process, text in zip(processes, said)]


def accounts(archive):
    with contextlib.closing(sqlite3.connect(archive)) as database:
        return database.execute("SELECT file, rows, added, already_there FROM import ORDER BY import").fetchall()


def try_once(cx, template, exports, expected):
    with tempfile.TemporaryDirectory() as parent:
        folder = pathlib.Path(parent) / "trial"
        shutil.copytree(template, folder)
        there = {path.name for path in folder.iterdir()}
        ends = start_all(cx, folder, exports)
        told = "; ".join(f"{code}: {text.strip().splitlines()[-1] if code else 'well'}" for code, text in ends)
        check(all(code == 0 for code, _ in ends), told)
        check({path.name for path in folder.iterdir()} - there == {"a.cx", "a.cx.key"}, f"they leave {sorted(p.name for p in folder.iterdir())}")
        makers = sum(KEY_MADE in text for _, text in ends)
        check(makers == 1, f"{makers} of them made the key")
        verify(cx, folder)
        check(responses(folder / "a.cx") == expected, "the archive does not hold the responses of all of them, once each")
        made = accounts(folder / "a.cx")
        check(sorted(file for file, *_ in made) == sorted(exports), f"imports are not those that were made: {made}")
        if len(set(exports)) == 1:
            check([added for _, _, added, _ in made] == [made[0][1]] + [0] * (IMPORTS - 1), f"not added once: {made}")


def alone(cx, template, exports):
    """What they make one after the other."""
    with tempfile.TemporaryDirectory() as parent:
        folder = pathlib.Path(parent) / "trial"
        shutil.copytree(template, folder)
        for export in exports:
            ran = run([cx, "import", export, "--into", "a.cx"], folder)
            check(ran.returncode == 0, f"{export}, alone: {ran.stderr}")
        return responses(folder / "a.cx")


def main(cx, long):
    wrong = 0
    with tempfile.TemporaryDirectory() as parent:
        template = pathlib.Path(parent)
        shutil.copy(SURVEY / "cx.toml", template)
        header, rows = survey_rows(8)
        different = [f"{i}.csv" for i in range(IMPORTS)]
        for i, export in enumerate(different):
            write_export(template / export, header, rows[i::IMPORTS])
        write_export(template / "same.csv", header, rows)
        for exports in (["same.csv"] * IMPORTS, different):
            expected = alone(cx, template, exports)
            check(len(expected) == len(rows), f"{len(expected)} responses of {len(rows)} rows")
            for number in range(50 if long else 5):
                try:
                    try_once(cx, template, exports, expected)
                except Wrong as found:
                    print(f"{exports[0]}, round {number + 1}: {found}")
                    wrong += 1
    return wrong
