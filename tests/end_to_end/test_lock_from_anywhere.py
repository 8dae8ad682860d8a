"""Whatever command of the Record room was run, and whatever it opened: the lock key locks at once, and nothing stays.

The commands are those that the room has when the test runs, so that one which is added later is tried too.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from dialogue_notes.app.compose import Composition
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.record.prompts import Prompt
from tests.support.filling import fill
from tests.support.looking import in_accessibility_tree, in_widgets
from tests.ui.conftest import PASSPHRASE, focused, settle, wait_for

WORD = "Zwiebelturm"
TYPED = "Kirchenglocke"
CONTROL = Qt.KeyboardModifier.ControlModifier

PARTS = 4
"""Tests among which the commands are dealt out, so that they may run side by side."""
LEFT_OUT = ("record.fullscreen", "record.full_screen")


class Tried:
    """The window, and what was found after each lock."""

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        self.wrong: list[str] = []
        self.opened = 0

    def run_and_lock(self, command_id: str) -> None:
        """Runs a command with an entry selected, types where it asks for something, locks, and unlocks."""
        office, commands = self.composition.office, self.composition.commands
        QTest.keyClick(focused(), Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        commands.run(command_id)
        settle(self.composition)
        room = self.composition.window
        kinds = (*room.findChildren(Overlay), *room.findChildren(Prompt))
        self.opened += any(each.isVisible() for each in kinds)
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) and not field.isReadOnly():
            QTest.keyClicks(field, TYPED)
        if not office.is_open:
            self.wrong.append(f"{command_id} locked by itself")
        QTest.keyClick(QApplication.focusWidget() or room, Qt.Key.Key_L, CONTROL)
        if office.is_open:
            self.wrong.append(f"{command_id}: the lock key does not lock")
            office.lock()
        words = [*in_widgets(), *in_accessibility_tree()]
        if found := [text for text in words if WORD in text or TYPED in text]:
            self.wrong.append(f"{command_id}: {len(found)} texts are left, {found[0][:60]!r}")
        self.unlock()

    def unlock(self) -> None:
        office, folder = self.composition.office, self.composition.office.folder
        assert folder is not None
        settle(self.composition)
        wait_for(
            office.unlocked,
            lambda: self.composition.unlock.unlock(folder, bytearray(PASSPHRASE.encode())),
        )
        settle(self.composition)
        if self.composition.window.current_room != "record":
            self.composition.window.show_room("record")
            settle(self.composition)


@pytest.fixture
def tried(opened: Composition) -> Tried:
    ids: list[tuple[str, str, str]] = []
    opened.office.write(
        lambda vault: fill(vault, WORD),
        lambda made: ids.append((made.dialogue.id, made.meeting.id, made.session.id)),
    )
    settle(opened)
    opened.office.choose_meeting(*ids[0])
    opened.window.show_room("record")
    settle(opened)
    return Tried(opened)


@pytest.mark.parametrize("part", range(PARTS))
def test_the_lock_key_locks_through_all_that_a_command_opens(tried: Tried, part: int) -> None:
    ids = [
        command.id
        for command in tried.composition.commands.all()
        if command.room == "record" and command.id not in LEFT_OUT
    ]
    assert len(ids) > 20
    assert any(WORD in text for text in in_widgets())
    for command_id in ids[part::PARTS]:
        tried.run_and_lock(command_id)
    assert tried.wrong == []
    assert tried.opened > 0
