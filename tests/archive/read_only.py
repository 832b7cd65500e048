"""What an ordinary user may not write to: root ignores permissions, and so becomes one here."""
import os
import shutil
import stat

from import_trial import Import, Skipped, Wrong, check, content, run
from left_journal import leave_half_a_change

NOBODY = 65534
UNWRITABLE = r"Permission denied|cannot be written to|cannot be opened"


def as_user():
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


class Folder:
    """An import's folder that belongs to an ordinary user, with a copy of cx that they may run."""

    def __init__(self, trial, folder):
        self.trial, self.folder = trial, folder
        self.cx = folder.parent / "cx"
        shutil.copy(trial.cx, self.cx)
        self.cx.chmod(0o755)
        folder.parent.chmod(0o755)
        if os.geteuid() == 0:
            for path in (folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)

    def run(self, *words):
        try:
            return run([self.cx, *words], self.folder, **as_user())
        except PermissionError as why:
            raise Skipped(f"no ordinary user can be become: {why}") from None

    def bytes(self):
        """Of each file its bytes and mode; of one that nobody may read when it was written to."""
        found = {}
        for path in self.folder.iterdir():
            there = path.stat()
            found[path.name] = (path.read_bytes() if os.access(path, os.R_OK) else (there.st_size, there.st_mtime_ns), stat.S_IMODE(there.st_mode))
        return found

    def refuses(self, what, words, naming, same=True):
        """Ends with 2, naming a file, and nothing at all has changed unless it may."""
        before = self.bytes()
        ran = self.run(*words)
        told = f"{what}: ends with {ran.returncode}: {ran.stderr.strip()}"
        check(ran.returncode == 2, told)
        check(naming in ran.stderr.splitlines()[-1], f"{told}; that does not name {naming}")
        check(any(word in ran.stderr for word in UNWRITABLE.split("|")), f"{told}; that does not say what is wrong")
        check(self.bytes() == before or not same, f"{told}; and something was changed")

    def scores_as(self, what, expected):
        ran = self.run("score", "a.cx", "--model", "cx.toml", "--wave", "all", "-f", "csv")
        check(ran.returncode == 0 and ran.stdout == expected, f"{what}: scoring ends with {ran.returncode}: {ran.stderr.strip()}")


def lists(there, what):
    ran = there.run("import", "--into", "a.cx", "--list")
    check(ran.returncode == 0 and "first.csv" in ran.stdout, f"{what}: --list ends with {ran.returncode}: {ran.stderr.strip()}")
    ran = there.run("import", "--into", "a.cx", "--verify")
    check(ran.returncode == 0, f"{what}: --verify ends with {ran.returncode}: {ran.stderr.strip()}")


def no_new_one(new, _old):
    with new.fresh() as folder:
        there = Folder(new, folder)
        folder.chmod(0o555)
        there.refuses("a new archive in a read-only folder", new.command()[1:], "a.cx")


def no_new_csv(new, _old):
    with new.fresh() as folder:
        there = Folder(new, folder)
        (folder / "clean.csv.key").write_text("0123456789abcdef0123456789abcdef\n", encoding="utf-8")
        os.chmod(folder / "clean.csv.key", 0o600)
        if os.geteuid() == 0:
            os.chown(folder / "clean.csv.key", NOBODY, NOBODY)
        folder.chmod(0o555)
        there.refuses("a clean CSV in a read-only folder", ["import", "first.csv", "--to-csv", "clean.csv"], "clean.csv")


def old_one_in_its_folder(_new, old):
    with old.fresh() as folder:
        there = Folder(old, folder)
        expected = there.run("score", "a.cx", "--model", "cx.toml", "--wave", "all", "-f", "csv").stdout
        check("nps" in expected, "the archive has no scores")
        folder.chmod(0o555)
        there.refuses("an archive in a read-only folder", old.command()[1:], "a.cx")
        there.scores_as("an archive in a read-only folder", expected)
        lists(there, "an archive in a read-only folder")
        folder.chmod(0o755)
        check(content(folder / "a.cx") == old.before, "an archive in a read-only folder has other content")


def old_one_itself(_new, old):
    with old.fresh() as folder:
        there = Folder(old, folder)
        expected = there.run("score", "a.cx", "--model", "cx.toml", "--wave", "all", "-f", "csv").stdout
        for mode in (0o400, 0o444):
            (folder / "a.cx").chmod(mode)
            there.refuses(f"an archive of mode {mode:o}", old.command()[1:], "a.cx")
            there.scores_as(f"an archive of mode {mode:o}", expected)
            lists(there, f"an archive of mode {mode:o}")


def unreadable(_new, old):
    with old.fresh() as folder:
        there = Folder(old, folder)
        for name in ("a.cx", "a.cx.key"):
            (folder / name).chmod(0)
            there.refuses(f"{name} of mode 0", old.command()[1:], name)
            if name == "a.cx":
                there.refuses("scoring an archive of mode 0", ["score", name, "--model", "cx.toml", "--wave", "all"], name)
            (folder / name).chmod(0o600)


def half_a_change(_new, old):
    """Its journal cannot be taken away, and so nobody may see the archive before that can be done."""
    reading = ["score", "a.cx", "--model", "cx.toml", "--wave", "all"]
    for mode in (0o400, 0o600):
        with old.fresh() as folder:
            leave_half_a_change(folder)
            there = Folder(old, folder)
            (folder / "a.cx").chmod(mode)
            folder.chmod(0o555)
            what = f"half a change in an archive of mode {mode:o}, in a read-only folder"
            there.refuses("scoring " + what, reading, "a.cx", same=mode == 0o400)
            there.refuses("importing into " + what, old.command()[1:], "a.cx", same=mode == 0o400)
            folder.chmod(0o755)
            (folder / "a.cx").chmod(0o600)
            ran = there.run(*reading)
            check(ran.returncode == 0 and content(folder / "a.cx") == old.before, f"{what}: is not undone later: {ran.stderr.strip()}")


def rejects_elsewhere(_new, old):
    with old.fresh() as folder:
        there = Folder(old, folder)
        (folder / "locked").mkdir(mode=0o555)
        before = content(folder / "a.cx")
        ran = there.run(*old.command()[1:-1], "locked/r.csv")
        told = f"--rejects in a read-only folder: ends with {ran.returncode}: {ran.stderr.strip()}"
        check(ran.returncode == 2 and "locked/r.csv" in ran.stderr, told)
        check(content(folder / "a.cx") == before, f"{told}; and something was imported")


def main(cx, _long):
    new, old = Import(cx, "new archive", every=20), Import(cx, "old archive", every=20)
    wrong = 0
    for trial in (no_new_one, no_new_csv, old_one_in_its_folder, old_one_itself, unreadable, half_a_change, rejects_elsewhere):
        try:
            trial(new, old)
        except Wrong as found:
            print(f"{trial.__name__}: {found}")
            wrong += 1
    return wrong
