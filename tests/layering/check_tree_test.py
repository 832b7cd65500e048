#!/usr/bin/env python3
"""Plants one fault after the other in a small tree and expects check_tree.py to find it: a check that cannot fail checks nothing."""
import contextlib
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_tree  # noqa: E402 (found through the line above)

CLEAN = {
    "lib/cx/base/error.hpp": "#pragma once\n#include <string>\n",
    "lib/cx/base/error.cpp": "#include <cx/base/error.hpp>\n#include <fmt/format.h>\n#include <unicode/uchar.h>\n",
    "lib/cx/base/version.hpp.in": "#pragma once\n",
    "lib/cx/exports/record.hpp": "#pragma once\n#include <cx/base/error.hpp>\n#include <cx/base/version.hpp>\n",
    "lib/cx/tally/tally.hpp": "#pragma once\n",
    "lib/cx/statistics/nps.cpp": '#include <cx/statistics/nps.hpp>\n#include <cx/tally/tally.hpp>\n#include <boost/math/distributions.hpp>\n',
    "apps/cx/main.cpp": '#include <CLI/CLI.hpp>\n#include <cx/statistics/nps.hpp>\n#include "options.hpp"\n#include <unistd.h>\n',
    "apps/cx/options.hpp": "#pragma once\n",
    "lib/cx/statistics/nps.hpp": "#pragma once\n",
    "tests/base/error_test.cpp": "",
    "tests/statistics/nps_test.cpp": "",
}


@contextlib.contextmanager
def tree(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        yield root


class CheckTree(unittest.TestCase):
    def expect(self, planted, *words):
        with tree({**CLEAN, **planted}) as root:
            found = list(check_tree.faults(root))
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_clean_tree_has_no_fault(self):
        with tree(CLEAN) as root:
            self.assertEqual(list(check_tree.faults(root)), [])

    def test_a_tree_without_sources_is_a_fault(self):
        with tree({"README.md": ""}) as root:
            self.assertEqual(len(list(check_tree.faults(root))), 1)

    def test_a_room_that_looks_upwards(self):
        self.expect({"lib/cx/exports/record.hpp": "#pragma once\n\n#include <cx/tally/tally.hpp>\n"},
                    "lib/cx/exports/record.hpp:3", "exports may not include tally")

    def test_an_include_with_other_spacing(self):
        self.expect({"lib/cx/exports/record.hpp": "#pragma once\n #  include  <cx/tally/tally.hpp>\n"}, "exports may not include tally")

    def test_an_include_by_a_relative_path(self):
        self.expect({"lib/cx/exports/record.hpp": '#pragma once\n#include "../tally/tally.hpp"\n'}, "exports may not include tally")

    def test_base_knows_nothing_of_surveys(self):
        self.expect({"lib/cx/base/error.hpp": "#pragma once\n#include <cx/exports/record.hpp>\n"}, "base may not include exports")

    def test_estimates_never_see_an_export(self):
        self.expect({"lib/cx/statistics/nps.hpp": "#pragma once\n#include <cx/exports/record.hpp>\n"}, "statistics may not include exports")

    def test_a_source_that_includes_another_header_before_its_own(self):
        self.expect({"lib/cx/statistics/nps.cpp": "#include <string>\n#include <cx/statistics/nps.hpp>\n"}, "its own header first")

    def test_a_header_that_is_not_there(self):
        self.expect({"lib/cx/tally/tally.hpp": "#pragma once\n#include <cx/base/nowhere.hpp>\n"}, "does not exist")

    def test_a_library_in_another_room(self):
        self.expect({"lib/cx/statistics/nps.cpp": "#include <cx/statistics/nps.hpp>\n#include <toml++/toml.h>\n"}, "<toml++/toml.h>", "belongs to model")

    def test_a_library_in_a_header(self):
        self.expect({"lib/cx/base/error.hpp": "#pragma once\n#include <fmt/format.h>\n"}, "may not bring <fmt/format.h> along")

    def test_a_library_that_nobody_named(self):
        self.expect({"lib/cx/statistics/nps.cpp": "#include <cx/statistics/nps.hpp>\n#include <gsl/gsl_math.h>\n"}, "in neither table")

    def test_system_calls_outside_reading(self):
        self.expect({"lib/cx/statistics/nps.cpp": "#include <cx/statistics/nps.hpp>\n#include <sys/mman.h>\n"}, "not to statistics")

    def test_a_header_without_a_guard(self):
        self.expect({"lib/cx/tally/tally.hpp": "// #pragma once\n"}, "lacks #pragma once")

    def test_a_source_without_a_test(self):
        self.expect({"lib/cx/tally/counting.cpp": ""}, "tests/tally/counting_test.cpp")

    def test_a_folder_that_is_no_room(self):
        self.expect({"lib/cx/attic/box.hpp": "#pragma once\n"}, "'attic' is no room")


if __name__ == "__main__":
    unittest.main()
