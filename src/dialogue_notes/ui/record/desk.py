"""What the room's presenters share: the session on the desk, its recorder, and the rows shown of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.typed import NOBODY, LineContext
from dialogue_notes.services.recorder import Recorder
from dialogue_notes.services.recording import codes_of
from dialogue_notes.services.recording_types import Change
from dialogue_notes.services.recording_view import RecordView
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.model import RecordModel

TELL_AFTER_MS = 1000
"""Other rooms hear of new entries once typing pauses, not with every Enter."""


def wall_clock() -> datetime:
    """The clock on the wall of the room: naive local time."""
    return datetime.now().astimezone().replace(tzinfo=None)


class Desk(QObject):
    """`rows_changed` when entries came, changed or went; `taken` when a session was laid on the desk."""

    taken = Signal()
    rows_changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.model = RecordModel()
        self.view: RecordView | None = None
        self.speaker: Speaker = NOBODY
        self.is_hidden = False
        self.hands_off_since = ""
        self.glossary: Mapping[str, str] = {}
        self._late: list[Change] = []
        self._recorders: dict[str, Recorder] = {}
        self._news = QTimer(self, singleShot=True, interval=TELL_AFTER_MS)
        self._news.timeout.connect(office.record_changed)
        office.locked.connect(self._on_locked)

    @property
    def is_line_closed(self) -> bool:
        """Whether nothing may be shown or typed in the line."""
        return self.is_hidden or bool(self.hands_off_since) or self.is_meeting_closed

    @property
    def is_meeting_closed(self) -> bool:
        """Whether the meeting on the desk can be read only."""
        return self.view is not None and self.view.is_closed

    @property
    def recorder(self) -> Recorder | None:
        """The recorder of the session on the desk."""
        return self._recorders.get(self.view.session.id) if self.view else None

    @property
    def session_id(self) -> str:
        """The session on the desk; empty without one."""
        return self.view.session.id if self.view else ""

    @property
    def rule(self) -> GroundRule:
        """The rule in force now."""
        return self.view.cast.rule if self.view else GroundRule.CHATHAM_HOUSE

    def take(self, view: RecordView) -> None:
        """Lays a session on the desk, or the same one read again."""
        self.view = view
        self.speaker = self._recorders.setdefault(view.session.id, Recorder(view)).speaker
        self.model.set_rows(view.rows)
        for change in self._late:
            self._apply(change)
        self.taken.emit()

    def context(self) -> LineContext:
        """What the meaning of the line depends on, as far as the screen knows."""
        codes = codes_of(self.view.cast.participants) if self.view else {}
        rows = self.model.rows
        return LineContext(codes, self.speaker, rows[-1].intervention.text if rows else None, self.glossary)

    def begin_reading(self) -> None:
        """A session is about to be read: what changes from here on may be missing in what will be read."""
        self._late.clear()

    def show(self, change: Change) -> None:
        """Brings the rows in line with a change that is on the disk."""
        self._late.append(change)
        if self.view is None or self.is_hidden:  # what is hidden is read again when it is shown
            return
        self._apply(change)
        if self.recorder is not None:
            self.speaker = self.recorder.speaker
        self.rows_changed.emit()
        self._news.start()

    def _apply(self, change: Change) -> None:
        if self.view is None:
            return
        for gone in change.reversed.added:
            self.model.remove(gone)
        for version in change.after:
            entry = version.intervention
            if entry.session_id == self.session_id:
                speaker = version.speaker or self.model.speaker_of(entry.id)
                self.model.put(self.view.cast.row(entry, speaker))

    def hide(self) -> None:
        """Takes the rows off the screen; the session stays on the desk, so that hands can still be taken off."""
        self.is_hidden = True
        self.model.forget()

    def clear(self) -> None:
        """Takes everything off the desk; recorders stay, for coming back."""
        self.view = None
        self.speaker = NOBODY
        self._late.clear()
        self.model.forget()

    def _on_locked(self) -> None:
        self.is_hidden, self.hands_off_since = False, ""
        self._news.stop()
        self._recorders.clear()
        self.clear()
