#!/usr/bin/env python3
"""Times cx on a generated survey beside whichever peers are installed, and says how it stands to each bar: docs/benchmarks.md.

Commands are run in rounds, each once a round, so that whatever else slows the machine slows all of them. The first round is not
counted: it brings the files into the page cache. A command that takes less than 50 ms is run five times a round; one that takes
more than --patience seconds in the first round is not run again.
"""
import argparse
import dataclasses
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
import cases  # noqa: E402 (leaves no bytecode through the line above)
import report  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
QUICK, QUICK_TIMES = 0.05, 5
BYTES_A_ROW = 193


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def fail(text):
    say(text)
    sys.exit(2)


@dataclasses.dataclass
class Run:
    """One run of a command."""
    wall: float
    processor: float
    peak: float
    """Resident memory, MiB."""
    query: float | None
    """Seconds inside the process, where it says so."""


class Bench:
    def __init__(self, arguments):
        self.rows, self.stream_rows = arguments.rows, arguments.stream
        self.build = arguments.build.resolve()
        self.folder = self.build / "bench"
        self.folder.mkdir(exist_ok=True)
        self.programs = self.build / "tests/benchmarks"
        self.cx = arguments.cx or self.build / "apps/cx/cx"
        self.files = {}
        self.env = os.environ | {"LC_ALL": "C.UTF-8", "CX_PEERS": str(SOURCE / "build/peers")}
        self.versions = {name: found for name, ask in {
            "duckdb": f"node {HERE}/peers/duckdb.mjs version", "polars": f"node {HERE}/peers/polars.mjs version",
            "miller": "mlr --version", "wc": "wc --version", "gzip": "gzip --version", "node": "node --version",
            "cx": f"{self.cx} --version"}.items() if (found := self.first_line(ask))}
        if "cx" not in self.versions:
            fail(f"{self.cx} does not say its version; ./dev build makes it")

    def first_line(self, command):
        """What a command says first; nothing where it is not there."""
        try:
            said = subprocess.run(shlex.split(command), env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        except (OSError, subprocess.CalledProcessError):
            return ""
        return said.stdout.decode().split("\n")[0]

    def file(self, name):
        """The survey of that name, made if it is not there yet."""
        if name not in self.files:
            made = cases.MADE.get(name)
            asked = "" if made else cases.SURVEYS[name](self.rows)
            what = f"{name}-{cases.part(self.rows)}" if made else re.sub("[ -]+", "-", f"survey {asked}")
            path = self.folder / f"{what}.csv"
            if not path.exists():
                say(f"making {path}")
                command = self.filled(made) if made else f"{self.programs}/make_survey {asked}"
                unfinished = path.with_suffix(".part")
                with unfinished.open("wb") as out:
                    subprocess.run(shlex.split(command), stdout=out, check=True)
                unfinished.rename(path)
            self.files[name] = path
        return self.files[name]

    def filled(self, text):
        """The command with names in braces replaced."""
        known = {
            "cx": self.cx, "model": HERE / "cx.toml", "weighted": self.folder / "weighted.toml", "peers": HERE / "peers", "here": HERE,
            "node": "node", "python": sys.executable, "cores": report.cores(), "stream_rows": self.stream_rows,
            "scan_alone": self.programs / "scan_alone", "make_survey": self.programs / "make_survey",
        }
        return re.sub(r"\{([a-z0-9_-]+)\}", lambda m: str(known[m[1]] if m[1] in known else self.file(m[1])), text)

    def write_models(self):
        """The model with weights is the plain one with one line more."""
        plain = (HERE / "cx.toml").read_text(encoding="utf-8")
        (self.folder / "weighted.toml").write_text(plain.replace("[columns]\n", '[columns]\nweight = "weight"\n', 1), encoding="utf-8")

    def run(self, name):
        text = self.filled(cases.COMMANDS[name].text)
        command = ["sh", "-c", text] if "|" in text else shlex.split(text)
        done = subprocess.run([self.programs / "measure", os.devnull, *command], env=self.env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            sys.stderr.write(done.stderr.decode("utf-8", "replace"))
            fail(f"this ended with {done.returncode}: {text}")
        wall, processor, peak = map(float, done.stdout.split())
        query = re.search(rb"^query ([0-9.]+) s$", done.stderr, re.MULTILINE)
        return Run(wall, processor, peak / 1024, float(query[1]) if query else None)

    def rounds(self, names, count, patience):
        """Runs of each command, the commands alternating."""
        say("first round, not counted")
        first = {name: self.run(name) for name in names}
        runs = {name: [run] if run.wall > patience else [] for name, run in first.items()}
        slow = [name for name in names if runs[name]]
        if slow:
            say(f"slower than {patience} s, and so not run again: {', '.join(slow)}")
        for number in range(1, count + 1):
            say(f"round {number} of {count}")
            for name in names:
                if name not in slow:
                    runs[name] += [self.run(name) for _ in range(QUICK_TIMES if first[name].wall < QUICK else 1)]
        return runs

    def parts(self):
        """What Google Benchmark says of the parts, as JSON; nothing where they were not built."""
        program = self.programs / "bench_cx"
        if not program.exists():
            say("the benchmarks of the parts are left out: bench_cx was not built")
            return ""
        say("the parts")
        return subprocess.run([program, "--benchmark_format=json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout


def wanted(arguments, installed):
    """The lines that are asked for and can be measured."""
    all_lines = [line for line in cases.lines(report.cores(), report.avx512()) if line.name != "stream" or arguments.stream]
    names = {line.name for line in all_lines} | {"parts"}
    if unknown := set(arguments.only) - names:
        fail(f"no line is called {', '.join(sorted(unknown))}; there are: {', '.join(sorted(names))}")
    chosen, missing = [], set()
    for line in all_lines:
        if arguments.only and line.name not in arguments.only:
            continue
        needs = {cases.COMMANDS[name].needs for name in (line.of, line.to) if name} - {""} - installed
        missing |= needs
        if not needs:
            chosen.append(line)
    for peer in sorted(missing):
        say(f"{peer} is left out: it is not installed; ./dev bench --peers installs it where npm and Debian's packages can be reached")
    return chosen


def parsed():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=SOURCE / "build/release", help=argparse.SUPPRESS)
    parser.add_argument("--cx", type=pathlib.Path, help="another program than the one that is built")
    parser.add_argument("--peers", action="store_true", help="first install DuckDB and Polars from npm, and Miller from Debian")
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the survey; 10000000 for the published table")
    parser.add_argument("--runs", type=int, default=5, help="rounds that are counted")
    parser.add_argument("--patience", type=float, default=60, help="seconds after which a command is not run again")
    parser.add_argument("--stream", type=int, default=0, metavar="ROWS", help="also count so many rows through a pipe, kept nowhere")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", 
                        help="these lines alone; repeatable: " + ", ".join(dict.fromkeys(line.name for line in cases.lines(2, True)))
                             + ", parts")
    parser.add_argument("--markdown", nargs="?", const="-", metavar="PAGE", help="as Markdown: printed, or put into the page")
    arguments = parser.parse_args()
    if arguments.rows < 1000 or arguments.runs < 1:
        parser.error("at least 1000 rows and one run")
    return arguments


def main():
    arguments = parsed()
    bench = Bench(arguments)
    chosen = wanted(arguments, set(bench.versions))
    names = list(dict.fromkeys(name for line in chosen for name in (line.to, line.of) if name))
    if chosen and shutil.disk_usage(bench.folder).free < 5 * BYTES_A_ROW * arguments.rows:
        fail(f"the surveys need about {5 * BYTES_A_ROW * arguments.rows / 1e9:.1f} GB in {bench.folder}")
    machine = report.machine(bench)
    if report.busy():
        say("other programs are using this machine: what is measured now tells little, and is not for publishing")
    bench.write_models()
    for survey in sorted({name for command in names for name in re.findall(r"\{([a-z0-9-]+)\}", cases.COMMANDS[command].text)
                          if name in cases.SURVEYS or name in cases.MADE}):
        bench.file(survey)
    runs = bench.rounds(names, arguments.runs, arguments.patience) if names else {}
    parts = bench.parts() if not arguments.only or "parts" in arguments.only else ""
    tables = report.Report(bench, chosen, runs, parts, machine)
    if arguments.markdown is None:
        print(tables.text())
    elif arguments.markdown == "-":
        print(tables.markdown())
    else:
        tables.put_into(pathlib.Path(arguments.markdown))
    say(f"the surveys stay in {bench.folder}")


if __name__ == "__main__":
    main()
