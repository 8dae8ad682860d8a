"""How the meeting stands in time, beside the record; and what a key of the room notes: breaks, sync marks, the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.agenda_times import TimeWords
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.agenda import AgendaTimes, agenda
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.room_notes import break_note, sync_note
from dialogue_notes.services.sessions import begin_session, end_session, reopen_session
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.presenter import RecordPresenter

TICK_MS = 1000
Write = Callable[[Vault, Recorder], Change]


class RoomNotes(QObject):
    """What the room's keys put into the record. Signals: `failed(KnownError)`, `noted` when it is on the disk."""

    failed = Signal(object)
    noted = Signal()

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record

    def may_write(self) -> bool:
        """Whether a note can be made now; tells why not."""
        if self._desk.recorder is None or self._desk.is_hidden:
            return False
        if self._desk.is_meeting_closed:
            self.failed.emit(KnownError(ErrorCode.MEETING_CLOSED))
            return False
        if self._desk.hands_off_since:
            self.failed.emit(KnownError(ErrorCode.HANDS_OFF))
            return False
        return True

    def write(
        self, work: Write, failed: Callable[[KnownError], None] | None = None, *, is_roster_new: bool = False
    ) -> None:
        """Does `work` with the recorder of the session on the desk, if a note can be made now, and shows what changed.
        `is_roster_new` when it adds somebody, so that every room reads the roster again.
        """
        if self.may_write():
            self.write_unseen(work, failed, is_roster_new=is_roster_new)

    def write_unseen(
        self, work: Write, failed: Callable[[KnownError], None] | None = None, *, is_roster_new: bool = False
    ) -> None:
        """As `write`, though the text may have been hidden since it was asked for."""
        recorder = self._desk.recorder

        def written(change: Change) -> None:
            self._written(change)
            if is_roster_new:
                self._office.meeting_changed.emit()

        if recorder is not None:
            self._office.write(lambda vault: work(vault, recorder), written, failed or self.failed.emit)

    def switch_break(self) -> None:
        """F5: a break begins, or the one that lasts ends."""
        now = wall_clock()
        self.write(lambda vault, recorder: recorder.note(vault, break_note(vault, recorder.session_id, now)))

    def mark_sync(self) -> None:
        """F3: the signal that another rapporteur of this session marks too."""
        now = wall_clock()
        self.write(lambda vault, recorder: recorder.note(vault, sync_note(vault, recorder.session_id, now)))

    def begin(self) -> None:
        """The session begins now, also in place of when it seemed to."""
        now = wall_clock()
        self._change_session(lambda vault, session_id: begin_session(vault, session_id, now))

    def end(self) -> None:
        """The session ends now."""
        now = wall_clock()
        self._change_session(lambda vault, session_id: end_session(vault, session_id, now))

    def reopen(self) -> None:
        """A session that has ended takes lines again."""
        self._change_session(reopen_session)

    def _change_session(self, step: Callable[[Vault, str], object]) -> None:
        session_id = self._desk.session_id
        if session_id and self.may_write():
            self._office.write(
                lambda vault: step(vault, session_id), lambda _session: self._record.enter(), self.failed.emit
            )

    def _written(self, change: Change) -> None:
        self._record.changed(change)
        self.noted.emit()


class AgendaPresenter(QObject):
    """Signal: `times_shown(dict[str, TimeWords])`, only when a word of it is another."""

    times_shown = Signal(object)

    def __init__(self, office: Office, desk: Desk, notes: RoomNotes) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._times: AgendaTimes | None = None
        self._words: dict[str, TimeWords] = {}
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tell)
        desk.taken.connect(self._on_taken)
        notes.noted.connect(self.read)
        office.record_changed.connect(self.read)
        office.locked.connect(self.forget)

    def read(self) -> None:
        """Reads when the sessions ran; after that time passes by itself."""
        view = self._desk.view
        if view is None or self._desk.is_hidden or not self._office.is_open:
            return
        meeting_id, session_id = view.meeting_id, view.session.id
        self._office.read(
            lambda reader: agenda(reader, meeting_id, session_id), self._take, lambda _error: None
        )

    def tell(self) -> None:
        """Says how it stands now."""
        if self._times is None or self._desk.is_hidden:
            return
        words = self._times.words(wall_clock())
        if words != self._words:
            self._words = words
            self.times_shown.emit(words)

    def forget(self) -> None:
        """For locking."""
        self._tick.stop()
        self._times, self._words = None, {}

    def _on_taken(self) -> None:
        self._words = {}  # the panel is new
        self.read()

    def _take(self, times: AgendaTimes) -> None:
        if times.session_id != self._desk.session_id:
            return
        self._times = times
        self._tick.start()
        self.tell()
