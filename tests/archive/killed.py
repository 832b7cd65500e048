"""Imports are killed at random moments: the same ones in every run as far as the machine's speed allows."""
import collections
import random
import re
import subprocess
import time

from import_trial import Import, Wrong, check

SEED = 20261101


def duration(trial):
    """How long it takes undisturbed, about: kills are spread over it."""
    with trial.fresh() as folder:
        begin = time.monotonic()
        subprocess.run(trial.command(), cwd=folder, capture_output=True, check=True, timeout=300)
        return time.monotonic() - begin


def kill_once(trial, delay):
    """What was left behind, and the exit code."""
    with trial.fresh() as folder:
        process = subprocess.Popen(trial.command(), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(delay)
        process.kill()
        told = process.communicate(timeout=300)[1]
        ran = subprocess.CompletedProcess(trial.command(), process.returncode, "", told)
        try:
            return trial.judge(folder, ran, may_leave=True), ran.returncode
        except Wrong as wrong:
            raise Wrong(f"{trial.name}, killed after {delay:.4f} s: {wrong}") from None


def main(cx, long):
    rounds = 200 if long else 20
    chance = random.Random(SEED)
    trials = [Import(cx, name, every=1 if long else 6) for name in ("new archive", "old archive", "clean CSV")]
    trials = [trials[0], trials[1], trials[0], trials[1], trials[2]]
    most = {trial.name: duration(trial) for trial in trials}
    kills, wrong, left = 0, 0, collections.Counter()
    for number in range(10 * rounds):
        trial = trials[number % len(trials)]
        try:
            names, code = kill_once(trial, chance.random() * most[trial.name])
            kills += code != 0
            left.update(re.sub("new-.{6,8}", "new-*", re.sub(r"\.\d+\.", ".*.", name)) for name in names)
            if code == 0:  # it was quicker than that
                most[trial.name] *= 0.9
        except Wrong as found:
            print(found)
            kills, wrong = kills + 1, wrong + 1
        if kills == rounds:
            break
    check(kills == rounds, f"{kills} imports could be killed, and {rounds} were to be")
    print(f"{kills} kills in {number + 1} imports; left behind {dict(left)}")
    return wrong
