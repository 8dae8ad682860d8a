"""A full disk at twenty places while somebody types (targets R2), with real times."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.report import report, spread
from tests.support.small_disks import play_rounds

ROUNDS = 20


@pytest.mark.timeout(600)
def test_a_full_disk_at_twenty_places(tmp_path: Path) -> None:
    *rounds, end = play_rounds(tmp_path, ROUNDS)
    told, saved = ([each[name] for each in rounds] for name in ("told_ms", "saved_ms"))
    report(
        f"R2 full disk: {len(rounds)} times, {end['entries']:.0f} entries typed and there, vault whole",
        f"R2 ms from Enter to the banner: {spread(told)} (target 1000)",
        f"R2 ms from room on the disk to everything saved: {spread(saved)} (target 2000)",
    )
    assert end["whole"]
    assert max(told) < 10_000
    assert max(saved) < 20_000
