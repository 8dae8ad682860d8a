"""Writes what is changed about the agenda of the meeting shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Session
from dialogue_notes.services import meetings
from dialogue_notes.storage import meetings as stored_meetings
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.meetings.agenda_model import AgendaColumn
from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
from dialogue_notes.ui.meetings.undo import Undo
from dialogue_notes.ui.office import Office


class AgendaPresenter(QObject):
    """Sessions: added, changed, moved, removed when empty."""

    failed = Signal(object)

    def __init__(self, office: Office, room: MeetingsPresenter, undo: Undo) -> None:
        super().__init__()
        self._office = office
        self._room = room
        self._undo = undo

    def add(self, title: str) -> None:
        """Adds a session to the end of the agenda; the first one of a meeting is worked in at once."""
        snapshot = self._room.snapshot
        if snapshot is None:
            return

        def settle(session: Session) -> None:
            if self._office.chosen.session_id is None:
                self._office.choose_session(session.id)
            self._office.meeting_changed.emit()

        self._office.write(
            lambda vault: meetings.add_session(vault, snapshot.meeting.id, title), settle, self.failed.emit
        )

    def edit(self, session_id: str, column: int, text: str) -> None:
        """Keeps one cell."""
        session = self._session(session_id)
        if session is None:
            return
        if column == AgendaColumn.RULE:
            self._room.set_rule(session, GroundRule(text) if text else None)
            return
        changed = {
            AgendaColumn.TITLE: replace(session, title=text),
            AgendaColumn.START: replace(session, planned_start=text),
            AgendaColumn.END: replace(session, planned_end=text),
        }[AgendaColumn(column)]
        self._write(lambda vault: meetings.change_session(vault, changed))

    def move(self, session_id: str, step: int) -> None:
        """Moves a session up (-1) or down (1)."""
        snapshot = self._room.snapshot
        if snapshot is None:
            return
        place = [each.id for each in snapshot.sessions].index(session_id) + 1
        if 1 <= place + step <= len(snapshot.sessions):
            self._write(lambda vault: meetings.move_session(vault, session_id, place + step))

    def remove(self, session_id: str) -> None:
        """Removes a session that holds no entries; it can be taken back."""
        session = self._session(session_id)
        if session is None:
            return

        def settle(_none: None) -> None:
            if self._office.chosen.session_id == session_id:
                self._office.choose_session(self._another(session_id))
            self._office.meeting_changed.emit()
            self._undo.offer("The session was taken off the agenda.", lambda vault: _restore(vault, session))

        self._office.write(lambda vault: meetings.remove_session(vault, session_id), settle, self.failed.emit)

    def _another(self, session_id: str) -> str | None:
        snapshot = self._room.snapshot
        ids = [each.id for each in snapshot.sessions if each.id != session_id] if snapshot else []
        return ids[0] if ids else None

    def _session(self, session_id: str) -> Session | None:
        snapshot = self._room.snapshot
        sessions = snapshot.sessions if snapshot else ()
        return next((each for each in sessions if each.id == session_id), None)

    def _write(self, work: Callable[[Vault], object]) -> None:
        self._office.write(work, lambda _value: self._office.meeting_changed.emit(), self.failed.emit)


def _restore(vault: Vault, session: Session) -> None:
    with vault.transaction():
        stored_meetings.add_session(vault, session)
        meetings.move_session(vault, session.id, session.position)
