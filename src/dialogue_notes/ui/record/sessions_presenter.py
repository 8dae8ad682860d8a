"""From session to session: the first one of a meeting, the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.services.meetings import add_session
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk


class SessionsPresenter(QObject):
    """Signal: `failed(KnownError)`."""

    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        self._office = office
        self._desk = desk

    def begin(self) -> None:
        """What the empty room offers: to the meetings, or a first session."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None:
            self._office.go_to("meetings")
            return
        self._office.write(
            lambda vault: add_session(vault, meeting_id, "Session 1"),
            lambda session: self._office.choose_session(session.id),
            self.failed.emit,
        )

    def move(self, step: int) -> None:
        """The next session of the agenda (1), or the one before (-1)."""
        view = self._desk.view
        if view is None:
            return
        ids = [line.session.id for line in view.sessions]
        place = ids.index(view.session.id) + step
        if 0 <= place < len(ids):
            self._office.choose_session(ids[place])
