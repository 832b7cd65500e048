#!/usr/bin/env python3
"""What examples/ci promises: its commands run as they stand there, end as docs/gates.md says, and write JUnit that a schema accepts."""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import unittest

sys.dont_write_bytecode = True
TESTS = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = TESTS.parent / "examples"
SCHEMA = TESTS / "present" / "junit.xsd"
SECONDS = 120
CX = None

MET = '[[target]]\nmetric = "nps"\nat_least = -50\n'
HOSTILE = """[columns]
touchpoint = "Where"
[[item]]
id = "recommend"
kind = "recommend"
column = "Recommend"
scale = [0, 10]
[[touchpoint]]
id = "a"
name = "<a> & \\"b\\" ]]> \\u001b[31m \\u202e %0A::error::"
[[target]]
metric = "nps"
touchpoint = "a"
at_least = 100
owner = "x\\ny"
[[target]]
metric = "nps"
at_least = 0
"""


def workflow_settings(text):
    """Of the job's `env`, name by name."""
    return dict(re.findall(r"^      (SURVEY|CX): (\S+)$", text, re.MULTILINE))


def workflow_step(text, name):
    """The shell lines of a step."""
    block = re.search(rf"- name: {name}\n(?:(?!      - ).*\n)*?        run: \|\n((?:          .*\n)+)", text)
    return textwrap.dedent(block[1])


class Folder(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory(prefix="cx-ci-")
        self.addCleanup(made.cleanup)
        self.folder = pathlib.Path(made.name)

    def survey(self, to, targets=None):
        """The Finnish example, whose targets are not all met, or with these targets."""
        to.mkdir(parents=True)
        shutil.copy(EXAMPLES / "asiointi" / "vastaukset.csv", to / "responses.csv")
        model = (EXAMPLES / "asiointi" / "cx.toml").read_text(encoding="utf-8")
        if targets is not None:
            before, first, rest = model.partition("[[target]]")
            model = before + targets + rest[rest.index("# Mitä"):]
        (to / "cx.toml").write_text(model, encoding="utf-8")

    def run_line(self, line, **more):
        env = {"PATH": f"{self.folder}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)} | more
        env |= {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        return subprocess.run(["/bin/sh", "-ec", line], cwd=self.folder, env=env, stdin=subprocess.DEVNULL, capture_output=True,
                              encoding="utf-8", timeout=SECONDS, check=False)

    def assert_valid(self, report):
        checked = subprocess.run(["xmllint", "--noout", "--schema", str(SCHEMA), str(report)], capture_output=True, encoding="utf-8",
                                 timeout=SECONDS, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr)

    def assert_invalid(self, report):
        self.assertRaises(AssertionError, self.assert_valid, report)


class Workflow(Folder):
    def setUp(self):
        super().setUp()
        self.text = (EXAMPLES / "ci" / "survey-targets.yml").read_text(encoding="utf-8")
        self.settings = workflow_settings(self.text)
        program = self.folder / self.settings["CX"]
        program.parent.mkdir(parents=True)
        program.symlink_to(CX)

    def judge(self, targets=None):
        self.survey((self.folder / self.settings["SURVEY"]).parent, targets)
        return self.run_line(workflow_step(self.text, "Judge the targets"), **self.settings)

    def test_missed_targets_fail_the_job_with_annotations_and_a_report(self):
        done = self.judge()
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("::error file=survey/cx.toml,line=", done.stdout)
        self.assertRegex(done.stderr.splitlines()[-1], r"^cx: \d+ of \d+ targets missed")
        self.assert_valid(self.folder / "targets.xml")

    def test_met_targets_pass_it(self):
        done = self.judge(MET)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("::error", done.stdout)
        self.assert_valid(self.folder / "targets.xml")

    def test_scores_are_added_to_the_summary(self):
        self.judge()
        summary = self.folder / "summary.md"
        done = self.run_line(workflow_step(self.text, "Show the scores"), GITHUB_STEP_SUMMARY=str(summary), **self.settings)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("| NPS", summary.read_text(encoding="utf-8"))


class Cron(Folder):
    def cron(self, targets=None):
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "cx").symlink_to(CX)
        self.survey(self.folder / "survey", targets)
        lines = (EXAMPLES / "ci" / "crontab").read_text(encoding="utf-8").splitlines()
        line = next(line for line in lines if re.match(r"[0-9*]+ ", line))
        self.assertNotIn("%", line, "cron takes it for a line's end")
        return self.run_line(line.split(maxsplit=5)[5].replace("/srv/survey", str(self.folder / "survey")))

    def test_the_line_is_that_of_the_page(self):
        page = (TESTS.parent / "docs" / "gates.md").read_text(encoding="utf-8")
        line = (EXAMPLES / "ci" / "crontab").read_text(encoding="utf-8").splitlines()[-1]
        self.assertIn(line + "\n", page)

    def test_missed_targets_are_mailed(self):
        self.assertRegex(self.cron().stdout, r"cx: \d+ of \d+ targets missed")

    def test_met_targets_are_not(self):
        done = self.cron(MET)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertTrue((self.folder / "survey" / "scores.md").exists())


class JUnit(Folder):
    def report(self, *arguments):
        done = subprocess.run([CX, "score", *arguments, "--check", "--junit", "targets.xml", "-q", "-o", "scores.csv"], cwd=self.folder,
                              capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
        self.assertIn(done.returncode, (0, 1, 3), done.stderr)
        return self.folder / "targets.xml"

    def test_reports_of_the_examples_are_valid(self):
        for survey in ("asiointi/vastaukset.csv", "northlight/responses.csv"):
            with self.subTest(survey):
                report = self.report(str(EXAMPLES / survey))
                self.assert_valid(report)
                self.assertIn("<failure ", report.read_text(encoding="utf-8"))

    def test_a_report_of_hostile_names_is_valid(self):
        (self.folder / "cx.toml").write_text(HOSTILE, encoding="utf-8")
        (self.folder / "survey.csv").write_text("Where,Recommend\n" + "a,8\n" * 40, encoding="utf-8")
        self.assert_valid(self.report("survey.csv"))

    def test_the_schema_refuses_what_is_not_junit(self):
        report = self.report(str(EXAMPLES / "asiointi" / "vastaukset.csv"))
        good = report.read_text(encoding="utf-8")
        for found, planted in (("<skipped ", "<left-out "), (' errors="0"', ""), (' type="missed"', ""), ('time="0"', 'time="now"')):
            with self.subTest(planted):
                self.assertIn(found, good)
                report.write_text(good.replace(found, planted), encoding="utf-8")
                self.assert_invalid(report)

    def test_the_same_survey_gives_the_same_report(self):
        reports = [self.report(str(EXAMPLES / "asiointi" / "vastaukset.csv")).read_bytes() for _ in range(2)]
        self.assertEqual(*reports)


if __name__ == "__main__":
    if shutil.which("xmllint") is None:
        print("skipped: xmllint (Debian: libxml2-utils) was not found")
        sys.exit(77)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cx", required=True, type=pathlib.Path, help="the program")
    arguments, rest = parser.parse_known_args()
    CX = arguments.cx.resolve()
    unittest.main(argv=[sys.argv[0], *rest])
