"""Runs shell lines that use `cx` as a person would, in a folder of their own, the same on every machine."""
import os
import pathlib
import shutil
import subprocess

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SHARED = SOURCE.parent / "shared" / "data"
SECONDS = 120


def environment(cx, folder):
    """No colours, no locale, no time zone, no home of the person who runs the tests; `cx` and the examples by short names."""
    commands = folder / "bin"
    commands.mkdir()
    (commands / "cx").symlink_to(pathlib.Path(cx).resolve())
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    return kept | {
        "PATH": f"{commands}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "COLUMNS": "100",
        "EXAMPLES": "examples",
        "SHARED": "shared",
    }


def run(line, folder, env, merged=False):
    """What `line` printed and how it ended. With `merged`, standard error stands in standard output."""
    return subprocess.run(["/bin/sh", "-c", line], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT if merged else subprocess.PIPE, timeout=SECONDS, check=False)


def version(cx):
    """The number that `cx --version` ends with, as the program says it."""
    said = subprocess.run([cx, "--version"], stdout=subprocess.PIPE, check=True, timeout=SECONDS).stdout
    return said.split()[-1].decode()


def normalised(output, folder, number):
    """Without what differs between machines and releases."""
    text = output.replace(str(folder).encode(), b"<folder>").replace(str(SOURCE).encode(), b"<source>")
    return text.replace(b'"version": "' + number.encode() + b'"', b'"version": "<version>"').replace(
        b"cx " + number.encode(), b"cx <version>")


def copied(source, folder):
    if source.is_dir():
        shutil.copytree(source, folder, dirs_exist_ok=True)
