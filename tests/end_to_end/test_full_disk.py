"""The disk is full at one write after the other while somebody types: it is said, typing goes on, nothing is lost."""

from __future__ import annotations

from pathlib import Path

from tests.support.small_disks import play_rounds

ROUNDS = 4


def test_typing_goes_on_and_all_is_saved_as_soon_as_there_is_room(tmp_path: Path) -> None:
    *rounds, end = play_rounds(tmp_path, ROUNDS)
    assert len(rounds) == ROUNDS
    assert end["whole"]
    assert end["entries"] >= ROUNDS * 12
