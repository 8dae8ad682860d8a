"""A window on a vault with something in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.record import Participant
from dialogue_notes.services.meetings import add_participant, create_dialogue, create_meeting
from dialogue_notes.storage.vault import Vault
from tests.ui.conftest import settle

CONTROL = Qt.KeyboardModifier.ControlModifier
SENTINEL = "Zwiebelturm"


def press_keys(composition: Composition, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(QApplication.focusWidget() or composition.window, key, modifiers)


@pytest.fixture
def filled(opened: Composition) -> Composition:
    """A dialogue with a meeting and somebody in it, all of the same unlikely name."""

    def fill(vault: Vault) -> str:
        dialogue = create_dialogue(vault, f"{SENTINEL} Dialogue")
        meeting = create_meeting(vault, dialogue.id, f"{SENTINEL} meeting", place=SENTINEL)
        add_participant(
            vault, Participant("", meeting.id, 0, f"Ada {SENTINEL}", role=SENTINEL, scripts=(SENTINEL,))
        )
        return f"{dialogue.id} {meeting.id}"

    ids: list[str] = []
    opened.office.write(fill, lambda made: ids.extend(made.split()))
    settle(opened)
    opened.office.choose_meeting(ids[0], ids[1])
    settle(opened)
    return opened
