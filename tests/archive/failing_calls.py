"""Every system call with which an import changes its files is made to fail: once, from then on, or by killing the process there."""
import collections
import concurrent.futures
import os
import re
import shutil

from import_trial import Import, Skipped, Wrong, check, run

# With what a call may fail. A file system without second names refuses link() with EPERM: then the name is changed.
ERRORS = {
    "write": ("ENOSPC", "EIO"), "pwrite64": ("ENOSPC", "EIO"), "fsync": ("EIO", "ENOSPC"), "fdatasync": ("EIO", "ENOSPC"),
    "link": ("EACCES", "EIO", "ENOSPC", "EPERM"), "linkat": ("EACCES", "EIO", "ENOSPC", "EPERM"),
    "rename": ("EACCES", "EIO", "ENOSPC"), "renameat": ("EACCES", "EIO"), "renameat2": ("EACCES", "EIO"),
    "unlink": ("EACCES", "EIO"), "unlinkat": ("EACCES", "EIO"), "ftruncate": ("EIO",), "fchmod": ("EIO",),
    "openat": ("EACCES", "ENOSPC", "EIO", "EMFILE"), "read": ("EIO",), "pread64": ("EIO",),
}
BY_NAME = ("open", "link", "rename", "unlink")  # other calls work on what is open
Fault = collections.namedtuple("Fault", "call at how")  # how: an error's name, that and + for all calls from then on, or SIGKILL


def strace(trial, folder, calls, *more):
    trace = folder.parent / "trace"
    ran = run(["strace", "-f", "-y", "-o", trace, "-e", "trace=" + ",".join(calls), *more, *trial.command()], folder)
    check(trace.exists(), f"strace ends with {ran.returncode}: {ran.stderr.strip()}")
    return ran, trace.read_text(errors="replace")


def may_trace():
    if not shutil.which("strace"):
        raise Skipped("strace is not there (Debian: strace)")
    ran = run(["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "inject=unlink:error=EIO:when=1", "true"], "/")
    if ran.returncode != 0:
        raise Skipped(f"strace cannot trace here: {ran.stderr.strip()}")


def calls_on_files(trial):
    """By system call, which ones of a thread work on files of the folder: counted as strace counts, from 1."""
    found = collections.defaultdict(set)
    with trial.fresh() as folder:
        ran, trace = strace(trial, folder, ERRORS)
        check(ran.returncode == 0, f"{trial.name}: traced, it ends with {ran.returncode}: {ran.stderr}")
        counts = collections.Counter()
        for line in trace.splitlines():
            call = re.match(r"(\d+) +(\w+)\(", line)
            if not call:
                continue
            counts[call.groups()] += 1
            name = re.search(r'"([^"]*)"' if call[2].startswith(BY_NAME) else r"\(\d+<(/[^>]*)>", line)
            if name and (folder / name[1]).is_relative_to(folder):
                found[call[2]].add(counts[call.groups()])
    return {call: sorted(numbers) for call, numbers in found.items()}


def spread(values, most):
    """At most so many, the first and the last among them."""
    return values if len(values) <= most else sorted({values[i * (len(values) - 1) // (most - 1)] for i in range(most)})


def faults_of(calls, most):
    """All of them; or a spread of calls, each failing in one of the ways, taken in turn."""
    faults = []
    for call, numbers in sorted(calls.items()):
        lasting = [] if call == "write" else [ERRORS[call][0] + "+"]  # a message is written with write(), too
        ways = [*ERRORS[call], *lasting, "SIGKILL"]
        if most is None:
            faults += [Fault(call, at, how) for at in numbers for how in ways]
            continue
        chosen = spread(numbers, most)
        times = max(1, min(len(ways), most // len(chosen)))
        faults += [Fault(call, at, ways[(i * times + k) % len(ways)]) for i, at in enumerate(chosen) for k in range(times)]
    return faults


def try_fault(trial, fault):
    """What was left behind, and the exit code."""
    kills = fault.how == "SIGKILL"
    what = "signal=SIGKILL" if kills else "error=" + fault.how.rstrip("+")
    when = f"{fault.at}+" if fault.how.endswith("+") else fault.at
    with trial.fresh() as folder:
        try:
            # A signal is not sent with --seccomp-bpf; all else is quicker.
            ran, trace = strace(trial, folder, [fault.call], "-e", f"inject={fault.call}:{what}:when={when}", *([] if kills else ["--seccomp-bpf"]))
            check("killed by SIGKILL" in trace if kills else "(INJECTED)" in trace, "it was not reached: nothing is known of it")
            # What cannot be taken away stays; so does what a later import or reader is to be made whole from.
            return trial.judge(folder, ran, may_leave=kills or "unlink" in fault.call or fault.how.endswith("+")), ran.returncode
        except Wrong as wrong:
            raise Wrong(f"{trial.name}, {fault.call} {fault.at} {fault.how}: {wrong}") from None


def main(cx, long):
    may_trace()
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(2 * os.cpu_count()) as pool:
        for name in ("new archive", "old archive", "clean CSV"):
            trial = Import(cx, name, every=20)
            calls = calls_on_files(trial)
            check({"write", "openat", "rename"} | ({"fsync", "link"} if name == "new archive" else {"fdatasync", "pwrite64"} if name == "old archive" else {"fsync"}) <= set(calls), f"{name}: too few calls: {calls}")
            tried = [pool.submit(try_fault, trial, fault) for fault in faults_of(calls, None if long else 8)]
            ends, left = collections.Counter(), collections.Counter()
            for one in tried:
                try:
                    names, code = one.result()
                    ends[code] += 1
                    left.update(re.sub("new-.{6,8}", "new-*", re.sub(r"\.\d+\.", ".*.", name)) for name in names)
                except Wrong as found:
                    print(found)
                    wrong += 1
            print(f"{name}: {len(tried)} faults in " + ", ".join(f"{len(numbers)} {call}" for call, numbers in calls.items()))
            print(f"{name}: ends {dict(ends)}; left behind {dict(left)}")
    return wrong
