"""What ./dev bench measures, as tables: the surveys, the commands that are timed, and the lines that are reported."""
import dataclasses

BY = "touchpoint,stage,channel,month"
SCORE = f"{{cx}} score --model {{model}} --format csv --by {BY}"
MOST_PART = 1_000_000
"""Rows at most where a line does not need all rows: what a slow decompressor or encoding has to get through."""
MOST_MILLER = 100_000


def part(rows):
    return min(rows, MOST_PART)


SURVEYS = {
    "survey": lambda rows: f"{rows} 1",
    "tenth": lambda rows: f"{rows // 10} 1",
    "forty": lambda rows: f"{rows} 1 --segments 40",
    "groups": lambda rows: f"{rows} 1 --segments 100000",
    "part": lambda rows: f"{part(rows)} 1",
    "wide": lambda rows: f"{max(part(rows) // 50, 10)} 1 --columns 5000",
    "thousand": lambda _: "1000 1",
    "miller": lambda rows: f"{min(rows, MOST_MILLER)} 1",
}
"""Arguments of make_survey."""

MADE = {
    "gzip": "gzip -c {part}",
    "windows-1252": "{python} {here}/recode.py cp1252 {part}",
    "utf-16": "{python} {here}/recode.py utf-16 {part}",
}
"""What is made of the survey `part`, by the command that prints it."""


@dataclasses.dataclass(frozen=True)
class Command:
    text: str
    """With the surveys and programs in braces. With a pipe in it, a shell runs it."""
    survey: str
    """Whose rows and bytes its speed is given in; empty: in none."""
    says: str
    needs: str = ""
    """A peer that may not be installed."""


COMMANDS = {
    "wc": Command("wc -l {survey}", "survey", "`wc -l`"),
    "model": Command(SCORE + " {survey}", "survey", "cx, with `cx.toml`"),
    "recognised": Command(f"{{cx}} score --no-model --format csv --by {BY} {{survey}}", "survey",
                          "cx, without a model (it finds the weights, and uses them)"),
    "grouping-sets": Command("{node} {peers}/duckdb.mjs grouping-sets {survey}", "survey",
                             "DuckDB, GROUPING SETS", "duckdb"),
    "expert": Command("{node} {peers}/duckdb.mjs expert {survey}", "survey", "DuckDB, expert form", "duckdb"),
    "polars": Command("{node} {peers}/polars.mjs {survey}", "survey", "Polars", "polars"),
    "miller": Command("sh {peers}/miller.sh {miller}", "miller", "Miller", "miller"),
    "beside-miller": Command(SCORE + " {miller}", "miller", "cx, the rows that Miller has"),
    "weighted": Command(SCORE.replace("{model}", "{weighted}") + " {survey}", "survey", "cx, with weights"),
    "forty-plain": Command(SCORE + " {forty}", "forty", "cx, 40 segments in the file"),
    "forty": Command(SCORE + ",segment:stage {forty}", "forty", "cx, 40 segments crossed by stage"),
    "one": Command(SCORE + " --threads 1 {survey}", "survey", "cx, one thread"),
    "two": Command(SCORE + " --threads 2 {survey}", "survey", "cx, two threads"),
    "tenth": Command(SCORE + " {tenth}", "tenth", "cx, a tenth of the rows"),
    "wide-scan": Command("{scan_alone} {wide} {cores}", "wide", "records of 5,000 columns found, and nothing made of them"),
    "wide": Command(SCORE + " {wide}", "wide", "cx, 5,000 columns of which 20 are used"),
    "groups-plain": Command(SCORE + " {groups}", "groups", "cx, 100,000 segments in the file"),
    "groups-nps": Command(SCORE + ",segment --metric nps {groups}", "groups", "cx, by 100,000 segments, NPS alone"),
    "groups": Command(SCORE + ",segment {groups}", "groups", "cx, by 100,000 segments, every metric"),
    "part": Command(SCORE + " {part}", "part", "cx, UTF-8"),
    "windows-1252": Command(SCORE + " {windows-1252}", "part", "cx, Windows-1252"),
    "utf-16": Command(SCORE + " {utf-16}", "part", "cx, UTF-16"),
    "gzip-alone": Command("gzip -dc {gzip}", "part", "`gzip -dc`"),
    "gzip": Command(SCORE + " {gzip}", "part", "cx, the gzip file"),
    "gzip-pipe": Command("gzip -dc {gzip} | " + SCORE + " -", "part", "`gzip -dc` into cx"),
    "pipe-alone": Command("cat {survey} | cat", "survey", "`cat` into `cat`"),
    "pipe": Command("cat {survey} | " + SCORE + " -", "survey", "`cat` into cx"),
    "stream": Command("{make_survey} {stream_rows} 1 | " + SCORE + " -", "", "the generator into cx"),
    "thousand": Command(SCORE + " {thousand}", "", "cx, 1,000 rows, with `cx.toml`"),
    "thousand-recognised": Command(f"{{cx}} score --no-model --format csv --by {BY} {{thousand}}", "",
                                   "cx, 1,000 rows, without a model"),
    "version": Command("{cx} --version", "", "`cx --version`"),
}


@dataclasses.dataclass(frozen=True)
class Line:
    name: str
    """By which --only asks for it."""
    says: str
    of: str
    """A command: its time, or with `unit` MiB its peak memory."""
    to: str = ""
    """A command whose time the time of the first is divided by."""
    at_least: float | None = None
    at_most: float | None = None
    aim: float | None = None
    unit: str = "times"


def lines(cores, avx512):
    """The lines of the report. The bars on memory depend on the threads, that on wc -l on the processor."""
    wc = {"at_most": 3 if avx512 else 4.5, "aim": 2}
    memory = {"at_most": 64 + 16 * max(0, cores - 2), "unit": "MiB"}
    return [
        Line("throughput", "DuckDB, GROUPING SETS, to cx with `cx.toml`", "grouping-sets", "model", at_least=10, aim=18),
        Line("throughput", "DuckDB, GROUPING SETS, to cx without a model", "grouping-sets", "recognised", at_least=10, aim=18),
        Line("throughput", "DuckDB, expert form, to cx with `cx.toml`", "expert", "model", at_least=7, aim=12),
        Line("throughput", "DuckDB, expert form, to cx without a model", "expert", "recognised", at_least=7, aim=12),
        Line("throughput", "cx with `cx.toml` to `wc -l`", "model", "wc", **wc),
        Line("throughput", "cx without a model to `wc -l`", "recognised", "wc", **wc),
        Line("throughput", "Polars to cx with `cx.toml`", "polars", "model"),
        Line("throughput", f"Miller to cx with `cx.toml`, on at most {MOST_MILLER:,} rows", "miller", "beside-miller"),
        Line("weights", "with weights, to the plain job", "weighted", "model", at_most=1.5),
        Line("segments", "40 segments crossed by stage as well, to the plain job", "forty", "forty-plain", at_most=1.5),
        Line("threads", "one thread to two", "one", "two", at_least=1.8),
        Line("growth", "ten times the rows", "model", "tenth", at_most=10.5),
        Line("columns", "5,000 columns of which 20 are used, to the scan alone", "wide", "wide-scan", at_most=1.1),
        Line("groups", "100,000 group values as well, NPS alone, to the plain job", "groups-nps", "groups-plain", at_most=2),
        Line("groups", "100,000 group values as well, every metric, to the plain job", "groups", "groups-plain", at_most=2),
        Line("streams", "gzip file to `gzip -dc`", "gzip", "gzip-alone", at_most=1.1),
        Line("streams", "`gzip -dc` into cx to `gzip -dc`", "gzip-pipe", "gzip-alone", at_most=1.1),
        Line("streams", "`cat` into cx to `cat` into `cat`", "pipe", "pipe-alone"),
        Line("encodings", "Windows-1252 to UTF-8", "windows-1252", "part", at_most=2),
        Line("encodings", "UTF-16 to UTF-8", "utf-16", "part", at_most=2),
        Line("memory", "peak memory of the plain job", "model", **memory),
        Line("memory", "peak memory without a model", "recognised", **memory),
        Line("memory", "peak memory from a pipe", "pipe", **memory),
        Line("stream", "peak memory of {stream_rows:,} rows through a pipe", "stream", **memory),
        Line("start-up", "1,000 rows with `cx.toml`", "thousand", at_most=10, unit="ms"),
        Line("start-up", "1,000 rows without a model", "thousand-recognised", at_most=10, unit="ms"),
        Line("start-up", "`cx --version`", "version", at_most=4, unit="ms"),
    ]
