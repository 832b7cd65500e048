"""Imports to be disturbed: the exports, the folder that they run in, and whether that folder holds what was there before or what an
import that nothing disturbed would have made of it.
"""
import contextlib
import csv
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile

SURVEY = pathlib.Path(__file__).resolve().parents[2] / "examples" / "asiointi"
SKIPPED = 77
ID, RECOMMEND = 0, 7  # columns of the example survey
# What an import says that could not make the folder's new name last: others may use the archive by then.
NOT_LASTING = "the archive was made, but its name may not outlast a loss of power"
# What a process that was killed may leave behind: names beside those of the files that it was to write.
BESIDE = re.compile(r"(a\.cx|clean\.csv|r\.csv)(\.key)?(\.new-\w+)?(-journal|\.\d+\.part)?")


class Wrong(Exception):
    """What is not as it should be, in words."""


class Skipped(Exception):
    """Why something cannot be tried here."""


def run(words, folder, **more):
    return subprocess.run([str(word) for word in words], cwd=folder, capture_output=True, text=True, timeout=300, **more)


def check(holds, text):
    if not holds:
        raise Wrong(text)


def survey_rows(every=1):
    """The example survey's header, and every so many of its rows."""
    with open(SURVEY / "vastaukset.csv", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    return header, rows[::every]


def write_export(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows([header, *rows])


def without_key(value):
    """Hashes differ from key to key."""
    if isinstance(value, bytes) and len(value) == 16 or isinstance(value, str) and re.fullmatch("[0-9a-f]{32}", value):
        return "hash"
    return value


def without_time(value):
    return "time" if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value) else value


def content(archive, same_key=True):
    """All that an archive holds: its tables, views and rows, but for when it was imported."""
    with contextlib.closing(sqlite3.connect(archive)) as database:
        held = sorted(map(str, database.execute("SELECT type, name, sql FROM sqlite_schema")))
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
            rows = database.execute(f'SELECT * FROM "{table}"').fetchall()
            held += sorted(f"{table}: {[without_time(v if same_key else without_key(v)) for v in row]}" for row in rows)
    return held


def responses(archive):
    """The responses that stand, wave by wave, whichever import brought them."""
    found = []
    with contextlib.closing(sqlite3.connect(archive)) as database:
        for wave, name in database.execute("SELECT wave, name FROM wave").fetchall():
            for row in database.execute(f"SELECT * FROM cells_{wave} WHERE until IS NULL").fetchall():
                found.append(str([name, *map(without_key, row[3:])]))
    return sorted(found)


def verify(cx, folder, archive="a.cx", **more):
    ran = run([cx, "import", "--into", archive, "--verify"], folder, **more)
    check(ran.returncode == 0, f"--verify of {archive} ends with {ran.returncode}: {ran.stderr.strip()}")


class Import:
    """An import, the files that it starts from, and what becomes of them."""

    def __init__(self, cx, name, every=1):
        self.cx, self.name, self.every = cx, name, every
        self.folder = tempfile.TemporaryDirectory()
        self.template = pathlib.Path(self.folder.name) / "template"
        self.template.mkdir()
        self.write_files()
        self.there = {path.name for path in self.template.iterdir()}
        with self.fresh() as folder:
            self.before = self.state(folder)
            ran = run(self.command(), folder)
            check(ran.returncode == 0, f"{name}: undisturbed, it ends with {ran.returncode}: {ran.stderr}")
            self.after = self.state(folder)
            self.made = {path.name for path in folder.iterdir()}
            self.responses = None if self.name == "clean CSV" else responses(folder / "a.cx")
        check(self.before != self.after, f"{name}: changes nothing, and so nothing can be told from it")

    def write_files(self):
        shutil.copy(SURVEY / "cx.toml", self.template)
        header, rows = survey_rows(self.every)
        ragged = [[*row, "one", "cell", "more"] for row in rows[1:4]]
        first, second = rows[: len(rows) * 2 // 3], rows[len(rows) // 3 :]
        changed = [[*row[:RECOMMEND], "0" if row[RECOMMEND] != "0" else "1", *row[RECOMMEND + 1 :]] if i % 40 == 0 else row for i, row in enumerate(second)]
        write_export(self.template / "first.csv", header, first + ragged)
        write_export(self.template / "second.csv", header, changed + ragged)
        if self.name == "old archive":
            ran = run([self.cx, "import", "first.csv", "--into", "a.cx"], self.template)
            check(ran.returncode == 0, f"the first import ends with {ran.returncode}: {ran.stderr}")
        if self.name != "new archive":
            (self.template / "r.csv").write_text("of an earlier import\n", encoding="utf-8")
        if self.name == "clean CSV":
            (self.template / "clean.csv").write_text("of an earlier import\n", encoding="utf-8")

    def command(self):
        export, to = {"new archive": ("first.csv", ["--into", "a.cx"]), "old archive": ("second.csv", ["--into", "a.cx", "--update"]),
                      "clean CSV": ("second.csv", ["--to-csv", "clean.csv"])}[self.name]
        return [self.cx, "import", export, *to, "--rejects", "r.csv"]

    @contextlib.contextmanager
    def fresh(self):
        """A folder in which the import has not been made."""
        with tempfile.TemporaryDirectory() as parent:
            folder = pathlib.Path(parent) / "trial"
            shutil.copytree(self.template, folder)
            yield folder

    def state(self, folder):
        """What the archive holds, or the clean CSV; None where it is not there."""
        if not (folder / ("clean.csv" if self.name == "clean CSV" else "a.cx")).exists():
            return None
        if self.name == "clean CSV":
            text = (folder / "clean.csv").read_text(encoding="utf-8", errors="replace")
            return re.sub("[0-9a-f]{32}", "hash", text)
        verify(self.cx, folder)
        return content(folder / "a.cx", same_key=self.name == "old archive")

    def rejects(self, folder):
        return (folder / "r.csv").read_bytes() if (folder / "r.csv").exists() else None

    def judge(self, folder, ran, may_leave):
        """Sees that the import has been made wholly, or not at all; that it says so; and that it can be made again.

        may_leave  whether names beside may be left behind. Returns those that were.
        """
        told = f"ends with {ran.returncode}: {ran.stderr.strip() or 'no message'}"
        left = {path.name for path in folder.iterdir()} - self.there - self.made
        check(all(may_leave and BESIDE.fullmatch(name) for name in left), f"{told}; it leaves {sorted(left)} behind")
        check(ran.returncode in (0, 2) or may_leave and ran.returncode == -signal.SIGKILL, told)
        if ran.returncode == 2:
            last = (ran.stderr.strip().splitlines() or [""])[-1]
            check(re.match(r"cx: \S*(a\.cx|\.csv|cx\.toml)\S*: \w", last), f"{told}; that names no file, or nothing")
        self.judge_files(folder, ran.returncode, told)
        again = run(self.command(), folder)
        check(again.returncode == 0, f"{told}; made again, it ends with {again.returncode}: {again.stderr.strip()}")
        self.judge_again(folder, told)
        return left

    def judge_files(self, folder, code, told):
        state = self.state(folder)
        check(state in (self.before, self.after), f"{told}; what is there is neither what was before nor what would be after")
        check(code != 0 or state == self.after, f"{told}; and nothing was done")
        check(code != 2 or state == self.before or NOT_LASTING in told, f"{told}; but it was done")
        old = (self.template / "r.csv").read_bytes() if "r.csv" in self.there else None
        check(self.rejects(folder) == old or (self.rejects(folder) or b"").count(b"one;cell;more") == 3, f"{told}; half of --rejects is there")
        for name in ("a.cx", "a.cx.key", "clean.csv.key"):
            check(not (folder / name).exists() or (folder / name).stat().st_mode & 0o77 == 0, f"{told}; others may read {name}")

    def judge_again(self, folder, told):
        """The same responses, whether the import was made once or twice."""
        if self.name == "clean CSV":
            return check(self.state(folder) == self.after, f"{told}; made again, it makes something else")
        verify(self.cx, folder)
        check(responses(folder / "a.cx") == self.responses, f"{told}; made again, the archive holds other responses")
