"""The benchmark of the Record room measures what it says, and can fail."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from benchmarks.figures import (
    DETECTION,
    FLAT,
    LEAST_DETECTION,
    MOST_GROWTH,
    TARGETS_MS,
    Spread,
    middle,
    misses,
)
from tests.support.children import ROOT

needs_a_screen = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb here")


def good() -> dict[str, float]:
    return {**dict.fromkeys(TARGETS_MS, 5.0), **dict.fromkeys(FLAT, 5.0), DETECTION: LEAST_DETECTION}


@needs_a_screen
def test_it_types_in_the_real_window_and_says_what_was_missed() -> None:
    command = [sys.executable, "-m", "benchmarks.record", "--json", "--runs", "1"]
    few = ["--sizes", "30", "450", "--keys", "12", "--enters", "2", "--allow", "0.0001"]
    done = subprocess.run([*command, *few], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert set(told["figures"]) == {"30", "450"}
    for figures in told["figures"].values():
        assert all(figures[name] > 0 for name in (*TARGETS_MS, *FLAT, DETECTION, "memory after, MB"))
        assert figures["key to painted, median"] <= figures["key to painted, p99"]
        assert figures["key to painted, times the bare line"] > 0
    assert len(told["missed"]) >= 2 * len(TARGETS_MS)


def test_nothing_is_missed_when_every_target_is_met() -> None:
    assert misses({200: good(), 20_000: good()}) == []


@pytest.mark.parametrize("name", TARGETS_MS)
def test_each_target_can_be_missed_at_any_size(name: str) -> None:
    slow = {**good(), name: TARGETS_MS[name] + 0.1}
    told = misses({200: good(), 20_000: slow})
    assert [name in each for each in told if "at most" in each] == [True]
    assert misses({200: slow, 20_000: good()})
    assert misses({200: good(), 20_000: slow}, allowance=9) == []


@pytest.mark.parametrize("name", FLAT)
def test_typing_that_slows_down_as_the_session_grows_is_a_miss(name: str) -> None:
    grown = {**good(), name: good()[name] * MOST_GROWTH + FLAT[name]}
    assert len(misses({200: good(), 20_000: grown})) == 1
    assert misses({200: grown, 20_000: good()}) == []


def test_without_detection_at_work_nothing_counts() -> None:
    idle = {**good(), DETECTION: LEAST_DETECTION - 1}
    assert [DETECTION in each for each in misses({200: good(), 20_000: idle})] == [True]


def test_percentiles_are_those_of_the_nearest_rank() -> None:
    spread = Spread.of(number / 1000 for number in range(1, 101))
    assert spread == Spread(50.5, 95, 99, 100)
    assert Spread.of([0.002]) == Spread(2, 2, 2, 2)
    assert replace(spread, p99=98).named("x")["x, p99"] == 98
    with pytest.raises(ValueError, match="nothing"):
        Spread.of([])


def test_the_middle_of_the_runs_is_told() -> None:
    assert middle([{"a": 1.0}, {"a": 9.0}, {"a": 2.0}]) == {"a": 2.0}
