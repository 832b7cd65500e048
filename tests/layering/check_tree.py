#!/usr/bin/env python3
"""Reads every include of lib and apps and names those that the rooms' order does not allow.

What a room may include of cx, and which third-party headers it may include, stands in the two tables below and nowhere else.
Besides: every header has `#pragma once`, a source includes its own header first, no header of the library brings a third-party one along, and every source of the library has a
test of its name. Ends with 1 when something was found.
"""
import argparse
import pathlib
import re
import sys

MAY_INCLUDE = {
    "base": set(),
    "exports": {"base"},
    "archive": {"base", "exports"},
    "model": {"base", "exports"},
    "responses": {"base", "model", "exports", "archive"},
    "tally": {"base", "responses", "model"},
    "comments": {"base", "responses", "model"},
    "statistics": {"base", "tally", "comments", "model"},
    "present": {"base", "statistics", "tally", "comments", "model"},
}
EVERY_ROOM = set(MAY_INCLUDE) | {"apps"}

# First part of a header's name -> the rooms whose sources may include it.
THIRD_PARTY = {
    "fmt": EVERY_ROOM,
    "unicode": {"base", "exports", "comments"},
    "archive.h": {"exports"},
    "archive_entry.h": {"exports"},
    "hwy": {"exports"},
    "uchardet.h": {"exports"},
    "uchardet": {"exports"},
    "sqlite3.h": {"archive"},
    "openssl": {"base", "archive"},
    "toml++": {"model"},
    "libfccp": {"tally"},
    "libstemmer.h": {"comments"},
    "boost": {"statistics"},
    "nlohmann": {"present"},
    "xlsxwriter.h": {"present"},
    "CLI": {"apps"},
}
# What touches the machine stays where files are read and written.
SYSTEM = {
    "fcntl.h": {"exports", "archive", "apps"},
    "unistd.h": {"exports", "archive", "apps"},
    "signal.h": {"apps"},
    "sys": {"exports", "archive", "apps"},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>]+)>|"([^"]+)")', re.MULTILINE)


def room_of(path, root):
    parts = path.relative_to(root).parts
    return "apps" if parts[0] == "apps" else parts[2]


def cx_fault(room, target):
    """Why `room` may not include a header of the room `target`; None when it may."""
    if target == room or room == "apps":
        return None
    if target in MAY_INCLUDE.get(room, set()):
        return None
    allowed = ", ".join(sorted(MAY_INCLUDE.get(room, set()))) or "no other room"
    return f"{room} may not include {target}; it may include {allowed}"


def outside_fault(room, name, in_public_header):
    """Why `room` may not include a header that is not cx's own; None when it may."""
    first = name.split("/")[0]
    if first in THIRD_PARTY:
        if in_public_header:
            return f"a header of the library may not bring <{name}> along; include it in the source"
        if room not in THIRD_PARTY[first]:
            return f"<{name}> belongs to {', '.join(sorted(THIRD_PARTY[first]))}, not to {room}"
        return None
    if first in SYSTEM:
        return None if room in SYSTEM[first] else f"<{name}> belongs to {', '.join(sorted(SYSTEM[first]))}, not to {room}"
    if "/" in name or "." in name:
        return f"<{name}> is in neither table of {pathlib.Path(__file__).name}; say there which rooms may include it"
    return None


def include_fault(path, root, name, quoted):
    room = room_of(path, root)
    if quoted and (path.parent / name).exists():
        inside = (path.parent / name).resolve().relative_to(root)
        return cx_fault(room, inside.parts[2]) if inside.parts[0] == "lib" else None
    if name.startswith("cx/"):
        if not any((root / "lib" / made_from).exists() for made_from in (name, f"{name}.in")):
            return f"<{name}> does not exist"
        return cx_fault(room, name.split("/")[1])
    return outside_fault(room, name, path.suffix == ".hpp" and room != "apps")


def lacks_own_header_first(path, root, text):
    if path.suffix != ".cpp" or path.relative_to(root).parts[0] != "lib" or not path.with_suffix(".hpp").exists():
        return False
    first = INCLUDE.search(text)
    return first is None or first[1] != path.with_suffix(".hpp").relative_to(root / "lib").as_posix()


def faults_of_file(path, root):
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        fault = include_fault(path, root, match[1] or match[2], quoted=match[2] is not None)
        if fault:
            yield text.count("\n", 0, match.start()) + 1, fault
    if lacks_own_header_first(path, root, text):
        yield 1, "does not include its own header first: that shows whether the header brings what it needs"
    if path.suffix == ".hpp" and not re.search(r"^#pragma once$", text, re.MULTILINE):
        yield 1, "lacks #pragma once"
    if room_of(path, root) not in EVERY_ROOM:
        yield 1, f"'{room_of(path, root)}' is no room; the tables of {pathlib.Path(__file__).name} name them"


def untested_sources(root):
    for path in sorted((root / "lib" / "cx").rglob("*.cpp")):
        room = room_of(path, root)
        if not any((root / "tests" / room).rglob(f"{path.stem}_test.cpp")):
            yield path, f"has no test: tests/{room}/{path.stem}_test.cpp"


def faults(root):
    files = [p for folder in ("lib", "apps") for p in sorted((root / folder).rglob("*")) if p.suffix in (".hpp", ".cpp")]
    for path in files:
        for line, fault in faults_of_file(path, root):
            yield f"{path.relative_to(root)}:{line}: {fault}"
    for path, fault in untested_sources(root):
        yield f"{path.relative_to(root)}:1: {fault}"
    if not files:
        yield f"{root}: no sources found"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=pathlib.Path)
    found = list(faults(parser.parse_args().root.resolve()))
    print("\n".join(found) if found else "every include is one that the rooms' order allows")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
