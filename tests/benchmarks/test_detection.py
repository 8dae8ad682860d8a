"""The benchmark of detection measures what it says, and can fail."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.days_record import days_record
from benchmarks.detection import LEAST, MOST, SPEED, megabytes, misses
from tests.support.children import ROOT


def test_it_looks_through_a_record_and_says_what_was_missed(tmp_path: Path) -> None:
    few = [str(tmp_path), "--words", "600", "--runs", "1", "--without-presidio", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.detection", *few],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout)
    assert set(told["figures"]) == LEAST.keys() | MOST.keys()
    assert all(figure > 0 for figure in told["figures"].values())
    assert done.returncode == (1 if told["missed"] else 0)


@pytest.mark.parametrize("name", [*LEAST, *MOST])
def test_each_target_can_be_missed(name: str) -> None:
    good = {**LEAST, **MOST}
    assert misses(good) == []
    bad = {**good, name: LEAST[name] - 0.1 if name in LEAST else MOST[name] + 0.1}
    assert [each.startswith(name) for each in misses(bad)] == [True]


def test_a_days_record_is_as_long_as_asked_and_the_same_each_time(tmp_path: Path) -> None:
    day = days_record(tmp_path, 2_000)
    texts = [entry.intervention.text for entry in day.entries]
    assert 2_000 <= sum(len(text.split()) for text in texts) < 2_200
    assert day == days_record(tmp_path, 2_000)
    assert megabytes(day) == pytest.approx(sum(map(len, (text.encode() for text in texts))) / 1e6)
    assert SPEED in LEAST
