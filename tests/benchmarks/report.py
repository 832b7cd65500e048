"""The machine, and the tables of ./dev bench as text or Markdown."""
import dataclasses
import datetime
import json
import os
import platform
import re
import statistics
import subprocess
import time

import cases

BEGIN, END = "<!-- measured -->", "<!-- end of what was measured -->"
BUSY = 0.1
"""The share of all cores that other programs may use while nothing is measured yet."""


def cores():
    return len(os.sched_getaffinity(0))


def processor():
    """Its name and what it can do, as the kernel says."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        found = dict(re.findall(r"^([\w ]+?)\s*: (.*)$", file.read(), re.MULTILINE))
    return found.get("model name", platform.machine()), set(found.get("flags", "").split())


def avx512():
    return "avx512bw" in processor()[1]


def vectors():
    flags = processor()[1]
    return "AVX-512" if "avx512bw" in flags else "AVX2" if "avx2" in flags else "neither AVX2 nor AVX-512"


def busy(seconds=1.0):
    """Whether other programs use more of the machine than a measurement bears."""
    def ticks():
        with open("/proc/stat", encoding="ascii") as file:
            spent = [int(word) for word in file.readline().split()[1:9]]
        return sum(spent), spent[3] + spent[4]
    (all_before, idle_before), _ = ticks(), time.sleep(seconds)
    all_after, idle_after = ticks()
    return 1 - (idle_after - idle_before) / max(1, all_after - all_before) > BUSY


def said(command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def compiler(build):
    """The compiler that the build folder was configured with, and its options."""
    cache = dict(re.findall(r"^(CMAKE_\w+):\w+=(.*)$", (build / "CMakeCache.txt").read_text(encoding="utf-8"), re.MULTILINE))
    version = said([cache.get("CMAKE_CXX_COMPILER", "c++"), "--version"]).split("\n")[0]
    return f"{version}, {cache.get('CMAKE_CXX_FLAGS_RELEASE', '')}"


def machine(bench):
    """What figures are to be read with, as (what, value)."""
    with open("/proc/meminfo", encoding="ascii") as file:
        memory = int(file.readline().split()[1]) / 2**20
    commit = said(["git", "-C", str(bench.programs), "rev-parse", "--short", "HEAD"])
    changed = said(["git", "-C", str(bench.programs), "status", "--porcelain", "--untracked-files=no"])
    names = {"duckdb": "DuckDB", "polars": "Polars", "miller": "Miller", "node": "Node.js"}
    return [
        ("day", datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")),
        ("rows", f"{bench.rows:,}"),
        ("processor", f"{processor()[0]}, {cores()} cores, {vectors()}"),
        ("memory", f"{memory:.0f} GiB"),
        ("kernel", platform.release()),
        ("compiler", compiler(bench.build)),
        ("cx", bench.versions["cx"] + (f", commit {commit}{' and changes' if changed else ''}" if commit else "")),
        ("beside it", ", ".join([f"{name} {re.sub(r'^(mlr |v)', '', bench.versions[key])}" for key, name in names.items()
                                 if key in bench.versions] + [bench.versions[key] for key in ("wc", "gzip") if key in bench.versions])),
    ]


@dataclasses.dataclass
class Table:
    title: str
    columns: list
    rows: list

    def text(self):
        shown = [self.columns, *([cell.replace("`", "") for cell in row] for row in self.rows)]
        widths = [max(len(row[i]) for row in shown) for i in range(len(self.columns))]
        def line(row):
            return "  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]).rstrip()
        return "\n".join([self.title, *("  " + line(row) for row in shown)])

    def markdown(self):
        rule = "| --- |" + " ---: |" * (len(self.columns) - 1)
        rows = ["| " + " | ".join(row) + " |" for row in [self.columns, *self.rows]]
        return "\n".join([f"### {self.title}", "", rows[0], rule, *rows[1:]])


def seconds(value):
    return f"{value:.3f}" if value >= 0.1 else f"{value:.4f}"


class Report:
    def __init__(self, bench, lines, runs, parts, found_machine):
        self.bench, self.lines, self.runs, self.found_machine = bench, lines, runs, found_machine
        self.tables = [table for table in (self.bars(), self.commands(), self.of_parts(parts)) if table.rows]

    def median(self, command, field="wall"):
        return statistics.median(getattr(run, field) for run in self.runs[command])

    def bars(self):
        rows = []
        for line in self.lines:
            if line.unit == "MiB":
                figure = max(run.peak for run in self.runs[line.of])
            elif line.unit == "ms":
                figure = 1000 * self.median(line.of)
            else:
                figure = self.median(line.of) / self.median(line.to)
            bar = f"at least {line.at_least:g}" if line.at_least else f"at most {line.at_most:g}" if line.at_most else ""
            met = "" if not bar else "met" if (figure >= line.at_least if line.at_least else figure <= line.at_most) else "not met"
            unit = "" if line.unit == "times" else f" {line.unit}"
            rows.append([line.says.replace("{stream_rows:,}", f"{self.bench.stream_rows:,}"), f"{figure:.2f}{unit}",
                         bar + (f" (aim {line.aim:g})" if line.aim else ""), met])
        return Table("Bars", ["what", "measured", "bar", ""], rows)

    def commands(self):
        rows = []
        for name, runs in self.runs.items():
            command, wall = cases.COMMANDS[name], self.median(name)
            million = size = ""
            if command.survey:
                file = self.bench.file(command.survey)
                million = f"{int(file.stem.split('-')[1]) / wall / 1e6:.2f}"
                size = f"{file.stat().st_size / wall / 1e9:.3f}"
            walls = [run.wall for run in runs]
            query = "" if runs[0].query is None else seconds(self.median(name, "query"))
            rows.append([command.says, seconds(wall), f"{seconds(min(walls))} to {seconds(max(walls))}", query,
                         seconds(self.median(name, "processor")), million, size, f"{max(run.peak for run in runs):.0f}"])
        return Table("Whole processes", ["command", "median, s", "fastest to slowest, s", "query alone, s", "processor, s",
                                         "M rows/s", "GB/s of the survey", "peak MiB"], rows)

    @staticmethod
    def of_parts(parts):
        rows = []
        for part in json.loads(parts)["benchmarks"] if parts else []:
            rows.append([part["name"], f"{part['real_time']:,.0f} {part['time_unit']}",
                         f"{part['items_per_second'] / 1e6:.3g}" if "items_per_second" in part else "",
                         f"{part['bytes_per_second'] / 1e9:.2f}" if "bytes_per_second" in part else ""])
        return Table("Parts, on one thread", ["part", "time", "M items/s", "GB/s"], rows)

    def text(self):
        width = max(len(what) for what, _ in self.found_machine)
        return "\n\n".join(["\n".join(f"{what.ljust(width)}  {value}" for what, value in self.found_machine),
                            *(table.text() for table in self.tables)])

    def markdown(self):
        return "\n\n".join(["\n".join(f"- {what}: {value}" for what, value in self.found_machine),
                            *(table.markdown() for table in self.tables)])

    def put_into(self, page):
        """Replaces what stands between the page's two marks."""
        text = page.read_text(encoding="utf-8")
        if text.count(BEGIN) != 1 or text.count(END) != 1:
            raise SystemExit(f"bench: {page} lacks the lines {BEGIN} and {END}")
        before, after = text.split(BEGIN)[0], text.split(END)[1]
        page.write_text(f"{before}{BEGIN}\n\n{self.markdown()}\n\n{END}{after}", encoding="utf-8")
