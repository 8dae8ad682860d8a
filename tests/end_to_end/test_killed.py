"""kill -9 while somebody types: what was shown as kept is there, and next to nothing of the half typed line is gone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.killing import Sitting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the signal is POSIX's own")

KILLS = 6
PROMISED_MS = 300
SLACK = 10
"""A shared machine has no stable clock; `make soak` says how long it really was."""
LONG_LIFE = 2 * SLACK * PROMISED_MS / 1000
"""Seconds after which a draft that is saved too late, or never, is older than is let pass here."""


def test_a_window_killed_at_random_moments_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    killings = [sitting.kill_one(seed) for seed in range(KILLS)]
    killings.append(sitting.kill_one(KILLS, one_line_for=LONG_LIFE))
    assert sum(killing.keys for killing in killings) > KILLS
    for killing in killings:
        assert killing.lost_keys <= 1 or killing.lost_ms <= SLACK * PROMISED_MS
