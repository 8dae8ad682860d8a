"""Two rapporteurs' records of one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.rapporteurs import make_pair, put_beside
from tests.services.recording_room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_pair(tmp_path / "one.vault")
    yield made
    made.vault.close()


@pytest.fixture
def beside(room: Room) -> str:
    return put_beside(room.vault, room.meeting_id)
