"""The room, empty or with a first meeting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.app.compose import Composition
from tests.ui.meetings.keyboard import CONTROL, Room


@pytest.fixture
def room(opened: Composition) -> Room:
    return Room(opened)


@pytest.fixture
def meeting(room: Room) -> Room:
    """A dialogue with a meeting, made by keys."""
    room.press("New dialogue")
    room.type("Lakeside Dialogue")
    room.key(Qt.Key.Key_N, CONTROL)
    room.type("Seventh meeting")
    return room
