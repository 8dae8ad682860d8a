"""Reads the seat plan of the meeting shown, and keeps each step of arranging it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.seating import SeatPlan
from dialogue_notes.errors import KnownError
from dialogue_notes.services.seating import Seating, arrange, read_seating
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
from dialogue_notes.ui.meetings.undo import Undo
from dialogue_notes.ui.office import Office


class SeatPresenter(QObject):
    """`shown(Seating)` when asked for, and while it is open again whenever it may have changed; `failed`."""

    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, office: Office, room: MeetingsPresenter, undo: Undo) -> None:
        super().__init__()
        self._office = office
        self._room = room
        self._undo = undo
        self._meeting_id = ""
        self._under_way = 0
        office.meeting_changed.connect(self._read)
        office.locked.connect(self.leave)

    def open(self) -> None:
        """Reads the plan of the meeting shown."""
        if self._room.snapshot is not None:
            self._meeting_id = self._room.snapshot.meeting.id
            self._read()

    def leave(self) -> None:
        """Nobody looks at it any more."""
        self._meeting_id = ""
        self._under_way = 0

    def keep(self, plan: SeatPlan, words: str) -> None:
        """Keeps a plan that is on the screen already; it can be taken back."""
        meeting_id = self._meeting_id
        if not meeting_id:
            return
        self._under_way += 1

        def settle(before: SeatPlan) -> None:
            self._under_way = max(0, self._under_way - 1)
            self._undo.offer(words, lambda vault: _put_back(vault, meeting_id, before))
            if not self._under_way:
                self._office.meeting_changed.emit()

        def fail(error: KnownError) -> None:
            self._under_way = max(0, self._under_way - 1)
            self.failed.emit(error)
            self._read()

        self._office.write(lambda vault: arrange(vault, meeting_id, plan), settle, fail)

    def _read(self) -> None:
        meeting_id = self._meeting_id
        if meeting_id and not self._under_way and self._office.is_open:
            self._office.read(lambda reader: read_seating(reader, meeting_id), self._show, self.failed.emit)

    def _show(self, seating: Seating) -> None:
        if seating.meeting_id == self._meeting_id and not self._under_way:
            self.shown.emit(seating)


def _put_back(vault: Vault, meeting_id: str, plan: SeatPlan) -> None:
    arrange(vault, meeting_id, plan)
