"""A window on a meeting that was noted: what the tests of Review and Summary begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.storage import attributions, interventions, meetings, participants, redactions
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault, VaultReader
from tests.services.recording_room import Room, fill
from tests.support.reviewing import LINES
from tests.ui.conftest import PASSPHRASE, settle, wait_for

T = TypeVar("T")


@dataclass
class Staff:
    """A member of staff before the window, with the ids of the meeting noted."""

    composition: Composition
    meeting_id: str
    entries: tuple[str, ...]

    def settle(self) -> None:
        settle(self.composition)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key press where the focus is, and what follows from it."""
        target: QWidget | None = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    def read(self, work: Callable[[VaultReader], T]) -> T:
        """What is on the disk."""
        found: list[T] = []
        loop = QEventLoop()

        def take(value: T) -> None:
            found.append(value)
            loop.quit()

        self.composition.office.read(work, take)
        loop.exec()
        return found[0]

    def redactions(self) -> tuple[Redaction, ...]:
        return self.read(lambda reader: redactions.redactions(reader, self.meeting_id))

    def lock_and_unlock(self) -> None:
        office, folder = self.composition.office, self.composition.office.folder
        assert folder is not None
        wait_for(office.closed, office.lock)
        wait_for(
            office.unlocked,
            lambda: self.composition.unlock.unlock(folder, bytearray(PASSPHRASE.encode())),
        )
        self.settle()


def make_staff(opened: Composition) -> Staff:
    """Fills the open vault and chooses its meeting."""
    made: list[tuple[Room, tuple[str, ...]]] = []
    opened.office.write(_note, made.append)
    settle(opened)
    room, entries = made[0]
    staff = Staff(opened, room.meeting_id, entries)
    dialogue = staff.read(lambda reader: meetings.meeting(reader, room.meeting_id)).dialogue_id
    opened.office.choose_meeting(dialogue, room.meeting_id, room.sessions[0].id)
    settle(opened)
    return staff


def _note(vault: Vault) -> tuple[Room, tuple[str, ...]]:
    room = fill(vault)
    people = {one.name: one.id for one in participants.participants(vault, room.meeting_id)}
    made = []
    for number, (name, text, kind, rule) in enumerate(LINES):
        one = Intervention(new_id(), room.sessions[0].id, number, kind, text, rule=rule)
        interventions.add_intervention(vault, one)
        attributions.set_speaker(vault, room.meeting_id, one.id, Speaker(people[name]))
        made.append(one.id)
    return room, tuple(made)
