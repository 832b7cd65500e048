"""Imports onto a disk that fills up: a small tmpfs, of which less and less is free. Root alone may mount one."""
import contextlib
import os
import pathlib
import re
import shutil
import tempfile

from import_trial import Import, Skipped, Wrong, check, run

PAGE = 4096
ROOM_WORDS = re.compile(r"no room left on the disk|No space left on device")


@contextlib.contextmanager
def disk(pages):
    with tempfile.TemporaryDirectory() as parent:
        mounted = run(["mount", "-t", "tmpfs", "-o", f"size={pages * PAGE},mode=0700", "cx-test", parent], "/")
        if mounted.returncode != 0:
            raise Skipped(f"a tmpfs cannot be mounted: {mounted.stderr.strip()}")
        try:
            yield pathlib.Path(parent)
        finally:
            run(["umount", parent], "/")


def pages_of(path):
    return -(-path.stat().st_size // PAGE)


def try_room(trial, pages):
    """The exit code of an import that has so many pages for what it writes."""
    there = sum(map(pages_of, trial.template.iterdir()))
    with disk(there + pages) as folder:
        for path in sorted(trial.template.iterdir()):
            shutil.copy(path, folder)
        old = (folder / "a.cx").read_bytes() if "a.cx" in trial.there else None
        ran = run(trial.command(), folder)
        told = f"{trial.name}, {pages * 4} KiB free: ends with {ran.returncode}: {ran.stderr.strip()}"
        check(ran.returncode in (0, 2), told)
        if ran.returncode == 0:
            check(trial.state(folder) == trial.after, f"{told}; and it is not whole")
            return 0
        check(ROOM_WORDS.search(ran.stderr), f"{told}; that says nothing of room")
        left = {path.name for path in folder.iterdir()} - trial.there
        check(left <= {"a.cx.key", "clean.csv.key", "r.csv"}, f"{told}; it leaves {sorted(left)} behind")
        check(old is None or (folder / "a.cx").read_bytes() == old, f"{told}; the archive is another one")
        check(trial.state(folder) == trial.before, f"{told}; something was changed")
        return 2


def main(cx, long):
    if os.geteuid() != 0:
        raise Skipped("only root may mount a tmpfs")
    wrong = 0
    for name in ("new archive", "old archive", "clean CSV"):
        trial = Import(cx, name, every=1 if long else 8)
        # 64 KiB hold no archive: one has more tables than that has pages.
        check(name == "clean CSV" or try_room(trial, 16) == 2, f"{name}: 64 KiB suffice")
        ends = {}
        step, pages = (1 if long else 4), 0
        while ends.get(pages - step) != 0:
            check(pages < 4000, f"{name}: no disk is large enough")
            try:
                ends[pages] = try_room(trial, pages)
            except Wrong as found:
                print(found)
                wrong += 1
                ends[pages] = 2
            pages += step
        check(ends[0] == 2, f"{name}: a full disk suffices")
        print(f"{name}: {list(ends.values()).count(2)} disks were too small, and {4 * (pages - step)} KiB suffice")
    return wrong
