"""The Record room in the real window, on a vault with a meeting to record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.storage import attributions, drafts, interventions, meetings
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.vault import VaultReader
from dialogue_notes.ui.record.presenter import RecordPresenter
from dialogue_notes.ui.record.view import RecordRoom
from tests.services.recording_room import Room, fill
from tests.ui.conftest import PASSPHRASE, settle, wait_for

T = TypeVar("T")


@dataclass
class Table:
    """The rapporteur's table: the room, its keys, and what is on the disk."""

    composition: Composition
    view: RecordRoom
    meeting_id: str
    sessions: tuple[str, ...]
    people: dict[str, str]

    @property
    def presenter(self) -> RecordPresenter:
        found = self.view.findChild(RecordPresenter)
        assert isinstance(found, RecordPresenter)
        return found

    def type(self, text: str) -> None:
        """By keys, or by an input method where QTest has no key."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.view.area.edit, letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(self.view.area.edit, event)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        target = widget or QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifiers)

    def enter(self, *lines: str) -> None:
        for line in lines:
            self.type(line)
            self.press(Qt.Key.Key_Return, widget=self.view.area.edit)
        self.settle()

    def settle(self) -> None:
        settle(self.composition)

    def read(self, work: Callable[[VaultReader], T]) -> T:
        """What the read-only connection sees: what was committed."""
        found: list[T] = []
        loop = QEventLoop()

        def take(value: T) -> None:
            found.append(value)
            loop.quit()

        self.composition.office.read(work, take)
        loop.exec()
        return found[0]

    def entries(self, number: int = 0) -> tuple[Intervention, ...]:
        return self.read(lambda reader: interventions.interventions(reader, self.sessions[number]))

    def speaker(self, entry: Intervention) -> Speaker:
        return self.read(lambda reader: attributions.speakers(reader, self.meeting_id)[entry.id])

    def draft(self, number: int = 0) -> Draft | None:
        return self.read(lambda reader: drafts.draft(reader, self.sessions[number]))

    def shown(self) -> list[str]:
        model = self.view.list.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def lock_and_unlock(self) -> None:
        office = self.composition.office
        wait_for(office.closed, office.lock)
        self.unlock()

    def unlock(self) -> None:
        """Back into the vault that was open."""
        office, folder = self.composition.office, self.composition.office.folder
        assert folder is not None
        wait_for(
            office.unlocked,
            lambda: self.composition.unlock.unlock(folder, bytearray(PASSPHRASE.encode())),
        )
        self.settle()


@pytest.fixture
def table(opened: Composition) -> Table:
    """The room with the meeting's first session, the caret in the line."""
    office, window = opened.office, opened.window
    made: list[Room] = []
    office.write(fill, made.append)
    settle(opened)
    table = _table(opened, made[0])
    dialogue = table.read(lambda reader: meetings.meeting(reader, table.meeting_id)).dialogue_id
    office.choose_meeting(dialogue, table.meeting_id, table.sessions[0])
    window.show_room("record")
    table.settle()
    return table


def _table(composition: Composition, room: Room) -> Table:
    view = composition.window._rooms["record"].view
    assert isinstance(view, RecordRoom)
    sessions = tuple(session.id for session in room.sessions)
    return Table(composition, view, room.meeting_id, sessions, room.people)
