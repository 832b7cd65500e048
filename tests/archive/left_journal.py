"""What an import leaves that was killed in the middle of writing: whoever reads the archive next sees what was there before it."""
import contextlib
import shutil
import sqlite3

from failing_calls import calls_on_files, may_trace, strace
from import_trial import Import, Skipped, check, content, run, verify


def score(cx, folder):
    return run([cx, "score", "a.cx", "--model", "cx.toml", "--wave", "all", "-f", "csv"], folder)


def leave_half_a_change(folder):
    """Copies an archive while a process has written half of a change to it."""
    (folder / "whole").mkdir()
    archive = shutil.move(folder / "a.cx", folder / "whole" / "a.cx")
    with contextlib.closing(sqlite3.connect(archive, isolation_level=None)) as database:
        database.execute("PRAGMA cache_size=1")
        database.execute("PRAGMA cache_spill=1")
        database.execute("BEGIN IMMEDIATE")
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE name LIKE 'cells%'").fetchall():
            database.execute(f"UPDATE {table} SET q8 = '0', q9 = '1', import = import + 1")
        database.execute("DELETE FROM response WHERE response % 2")
        for name in ("a.cx", "a.cx-journal"):
            shutil.copy(folder / "whole" / name, folder / name)
        database.execute("ROLLBACK")
    shutil.rmtree(folder / "whole")


def kill_in_writing(trial, folder, calls):
    """Kills an import when it has written all its pages, and is about to make them last."""
    for at in reversed(calls["fdatasync"]):
        ran, trace = strace(trial, folder, ["fdatasync"], "-e", f"inject=fdatasync:signal=SIGKILL:when={at}")
        check("killed by SIGKILL" in trace, f"it was not killed: it ends with {ran.returncode}: {ran.stderr}")
        if (folder / "a.cx").read_bytes() != (trial.template / "a.cx").read_bytes():
            return
    raise AssertionError("it was killed before it had written anything, each time")


def reads_what_was_before(trial, leave):
    with trial.fresh() as folder:
        expected = score(trial.cx, folder)
        check(expected.returncode == 0 and "nps" in expected.stdout, f"the archive has no scores: {expected.stderr}")
        leave(folder)
        journal = folder / "a.cx-journal"
        check(journal.exists() and journal.stat().st_size > 512, "no journal was left")
        check((folder / "a.cx").read_bytes() != (trial.template / "a.cx").read_bytes(), "nothing was left half written")
        read = score(trial.cx, folder)
        check(read.returncode == 0, f"scoring ends with {read.returncode}: {read.stderr}")
        check(read.stdout == expected.stdout, "scores are not those of before")
        verify(trial.cx, folder)
        check(content(folder / "a.cx") == trial.before, "the archive does not hold what it held before")
        check(not journal.exists(), "the journal is still there")
        again = run(trial.command(), folder)
        check(again.returncode == 0 and trial.state(folder) == trial.after, f"imported again: {again.returncode}, {again.stderr}")


def main(cx, _long):
    trial = Import(cx, "old archive", every=4)
    reads_what_was_before(trial, leave_half_a_change)
    try:
        may_trace()
    except Skipped as why:
        raise Skipped(f"an import that is killed in writing: {why}; half a change of another process was undone as it should be") from None
    calls = calls_on_files(trial)
    reads_what_was_before(trial, lambda folder: kill_in_writing(trial, folder, calls))
    return 0
