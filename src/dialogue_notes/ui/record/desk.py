"""What the room's presenters share: the session on the desk, its recorder, and the rows shown of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.domain.typing_line.newcomers import names_on
from dialogue_notes.domain.typing_line.typed import NOBODY, LineContext
from dialogue_notes.services.recording.entering import codes_of
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.recording.view import NEWEST, RecordRow, RecordView
from dialogue_notes.services.room_clock import room_clock
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.earlier_rows import EarlierRows
from dialogue_notes.ui.record.insertion import context_before
from dialogue_notes.ui.record.model import RecordModel

TELL_AFTER_MS = 1000
"""Other rooms hear of new entries once typing pauses, not with every Enter."""


def wall_clock() -> datetime:
    """The clock on the wall of the room: naive local time, which no setting of the computer's clock moves."""
    return room_clock().now()


class Desk(QObject):
    """`rows_changed` when entries came, changed or went; `taken` when a session was laid on the desk; `earlier_came`
    when more of its older entries were read.
    """

    taken = Signal()
    rows_changed = Signal()
    earlier_came = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.model = RecordModel()
        self.view: RecordView | None = None
        self.speaker: Speaker = NOBODY
        self.is_hidden = False
        self.hands_off_since = ""
        self.insert_before = ""  # the entry before which lines are kept; empty for the end
        self.glossary: Mapping[str, str] = {}
        self._late: list[Change] = []
        self._is_reading = False
        self._earlier = EarlierRows(office)
        self._earlier.setParent(self)
        self._earlier.came.connect(self._earlier_came)
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

    @property
    def count(self) -> int:
        """How many entries the session has, those that were not read yet too."""
        return len(self.model.rows) + self._earlier.left

    @property
    def is_whole(self) -> bool:
        """Whether all entries of the session were read."""
        return not self._earlier.left

    def newest(self, session_id: str | None) -> int | None:
        """How many entries must be read before a session can be shown; None for all, when it is shown already."""
        return (
            None if session_id is not None and session_id == self.session_id and self.model.rows else NEWEST
        )

    def take(self, view: RecordView) -> None:
        """Lays a session on the desk, or the same one read again."""
        self.view = view
        self.glossary = view.glossary
        self.speaker = self._recorders.setdefault(view.session.id, Recorder(view)).speaker
        self.model.set_rows(view.rows)
        self._earlier.begin(view)
        self._catch_up()
        self.taken.emit()

    def context(self) -> LineContext:
        """What the meaning of the line depends on, as far as the screen knows."""
        people = self.view.cast.participants if self.view else ()
        rows = self.model.rows
        before = rows[-1].intervention.text if rows else None
        context = LineContext(codes_of(people), self.speaker, before, self.glossary, names_on(people))
        if not self.insert_before or self.recorder is None:
            return context
        named = self.recorder.named_before(self.insert_before)
        return context_before(context, rows, self.insert_before, named)

    def begin_reading(self) -> None:
        """A session is about to be read: what changes from here on may be missing in what will be read."""
        if not self._earlier.is_reading:  # what older entries are read over stays needed
            self._late.clear()
        self._is_reading = True

    def show(self, change: Change) -> None:
        """Brings the rows in line with a change that is on the disk."""
        if self._is_reading:
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
            if entry.session_id == self.session_id and not self._is_unread(entry):
                speaker = version.speaker or self.model.speaker_of(entry.id)
                self.model.put(self.view.cast.row(entry, speaker))

    def _is_unread(self, entry: Intervention) -> bool:
        """Whether an entry stands before all that was read: it comes with them."""
        rows = self.model.rows
        return bool(self._earlier.left and rows) and entry.sequence < rows[0].intervention.sequence

    def _earlier_came(self, rows: Sequence[RecordRow]) -> None:
        view = self.view
        if view is None or self.is_hidden:
            return
        if rows:
            self.model.add_earlier(rows)
        self._catch_up()
        self._earlier.go_on(view)
        self.earlier_came.emit()

    def _catch_up(self) -> None:
        """Does again what changed since reading began: what was read may be older."""
        for change in self._late:
            self._apply(change)
        if not self._earlier.left:
            self._is_reading = False
            self._late.clear()

    def hide(self) -> None:
        """Takes the rows off the screen; the session stays on the desk, so that hands can still be taken off."""
        self.is_hidden = True
        self._earlier.stop()
        self.model.forget()

    def clear(self) -> None:
        """Takes everything off the desk; recorders stay, for coming back."""
        self.view = None
        self.glossary = {}
        self.speaker = NOBODY
        self._late.clear()
        self._earlier.stop()
        self.model.forget()

    def _on_locked(self) -> None:
        self.is_hidden, self.hands_off_since = False, ""
        self._news.stop()
        self._recorders.clear()
        self.clear()
