"""Imports whose files may not grow beyond a limit (ulimit -f), and ones that write to /dev/full: a full disk for everybody."""
import resource

from import_trial import Import, Wrong, check, run


def limited(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def try_limit(trial, size):
    with trial.fresh() as folder:
        ran = run(trial.command(), folder, preexec_fn=limited(size))
        try:
            check(ran.returncode == 0 or any(words in ran.stderr for words in ("File too large", "No space left on device", "no room")),
                  f"ends with {ran.returncode}: {ran.stderr.strip() or 'no message'}")
            # An archive that is larger than files may be cannot be put back either: its journal stays for whoever may.
            trial.judge(folder, ran, may_leave="a.cx" in trial.there and size < (trial.template / "a.cx").stat().st_size)
        except Wrong as wrong:
            raise Wrong(f"{trial.name}, files of {size} bytes at most: {wrong}") from None
        return ran.returncode


def try_full_device(trial):
    with trial.fresh() as folder:
        ran = run([*trial.command()[:-1], "/dev/full"], folder)
        told = f"{trial.name}, --rejects /dev/full: ends with {ran.returncode}: {ran.stderr.strip()}"
        check(ran.returncode == 2 and "/dev/full" in ran.stderr, told)
        check(trial.state(folder) == trial.before, f"{told}; and something was changed")


def main(cx, long):
    wrong = 0
    for name in ("new archive", "old archive", "clean CSV"):
        trial = Import(cx, name, every=8)
        with trial.fresh() as folder:
            run(trial.command(), folder)
            largest = max((folder / file).stat().st_size for file in ("a.cx", "clean.csv") if (folder / file).exists())
        ends = []
        sizes = [0, 64, 1000, *range(4096, largest + 8192, 4096 if long else max(4096, largest // 5 // 4096 * 4096)), largest + 8192]
        for size in sizes:
            try:
                ends.append(try_limit(trial, size))
            except Wrong as found:
                print(found)
                wrong += 1
        check(0 in ends and 2 in ends or wrong, f"{name}: no limit, or every limit, lets it end well: {ends}")
        try:
            try_full_device(trial)
        except Wrong as found:
            print(found)
            wrong += 1
        print(f"{name}: {len(sizes)} limits, {ends.count(2)} of them too small")
    return wrong
