"""The benchmark of the Review room measures what it says, and can fail."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from benchmarks.review import LEAST_SUGGESTIONS, MOST_GROWTH, NOISE, TARGETS_MS, misses
from tests.support.children import ROOT

needs_a_screen = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb here")


def good() -> dict[str, float]:
    return {**dict.fromkeys(TARGETS_MS, 5.0), "suggestions": LEAST_SUGGESTIONS}


@needs_a_screen
@pytest.mark.timeout(240)
def test_it_decides_in_the_real_window_and_says_what_was_missed() -> None:
    command = [sys.executable, "-m", "benchmarks.review", "--json", "--runs", "1"]
    few = ["--sizes", "20", "60", "--keys", "8", "--allow", "0.0001", "--least", "10"]
    done = subprocess.run([*command, *few], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert set(told["figures"]) == {"20", "60"}
    for figures in told["figures"].values():
        assert all(figures[name] > 0 for name in TARGETS_MS)
        assert figures["suggestions"] >= 10
        assert figures["next thing, median"] <= figures["next thing, p99"]
    assert len(told["missed"]) >= 2 * len(TARGETS_MS)


def test_nothing_is_missed_when_every_target_is_met() -> None:
    assert misses({400: good(), 2_000: good()}) == []


@pytest.mark.parametrize("name", TARGETS_MS)
def test_each_target_can_be_missed_at_any_size(name: str) -> None:
    slow = {**good(), name: TARGETS_MS[name] + 0.1}
    told = misses({400: good(), 2_000: slow})
    assert [name in each for each in told if "at most" in each] == [True]
    assert misses({400: slow, 2_000: good()})
    assert misses({400: good(), 2_000: slow}, allowance=9) == []


@pytest.mark.parametrize("name", [name for name in TARGETS_MS if name != "first paint"])
def test_a_key_that_slows_down_as_the_record_grows_is_a_miss(name: str) -> None:
    grown = {**good(), name: good()[name] * MOST_GROWTH + NOISE}
    assert [name in each for each in misses({400: good(), 2_000: grown})] == [True]
    assert misses({400: grown, 2_000: good()}) == []


def test_a_meeting_with_too_few_suggestions_shows_nothing() -> None:
    few = {**good(), "suggestions": LEAST_SUGGESTIONS - 1}
    assert ["suggestions" in each for each in misses({400: good(), 2_000: few})] == [True]
