"""Mending entries already made: split, joined, moved, given another time; and lines kept before one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.time_typed import time_typed
from dialogue_notes.domain.typing_line.text_place import caret_in_text
from dialogue_notes.domain.typing_line.typed import LineContext
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.time_shifting import shift_time
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.recording.view import RecordRow, record_view
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.mending_prompts import MovePlaces
from dialogue_notes.ui.record.pieces import pieces_of
from dialogue_notes.ui.record.presenter import RecordPresenter

AT_THE_END = "at the end"
_MOST_LETTERS = 120
"""Of an entry's words, where it stands in one line."""


class MendingPresenter(QObject):
    """Signals: `time_asked(words, time)`, `time_refused(words)`; `move_asked(words, ids, titles, number)`,
    `places_shown(MovePlaces)`; `inserting(words)`, empty when lines go to the end again; `done(ids)` when a change
    is made, with the entries to stay on; `failed(KnownError)`.
    """

    time_asked = Signal(str, str)
    time_refused = Signal(str)
    move_asked = Signal(str, object, object, int)
    places_shown = Signal(object)
    inserting = Signal(str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record
        self._ids: tuple[str, ...] = ()
        desk.taken.connect(self._on_taken)
        office.locked.connect(self._on_locked)

    def split(self) -> None:
        """Splits the entry being edited where the caret stands; what was changed in the line is kept with it."""
        line, recorder = self._record.line, self._desk.recorder
        if not line.editing or recorder is None:
            self._refuse(
                "Split", "edit an entry first (Shift ↑, Enter) and put the caret where it is to be split."
            )
            return
        entry_id, text = line.editing, line.text
        context = LineContext(self._desk.context().codes, self._desk.model.speaker_of(entry_id))
        at = caret_in_text(text, line.caret, context)
        if at is None:
            self._refuse("Split", "put the caret inside the words, with words on both sides of it.")
            return
        is_edited = text != line.original
        self._record.leave_edit()

        def work(vault: Vault) -> tuple[Change | None, ...]:
            with vault.transaction():
                edited = recorder.edit(vault, entry_id, text, line.rule) if is_edited else None
                return edited, recorder.split(vault, entry_id, at)

        def then(changes: tuple[Change | None, ...]) -> None:
            for change in changes:
                self._record.changed(change)

        def failed(error: KnownError) -> None:
            self._record.take_up_again(line, error)
            self.failed.emit(error)

        self._office.write(work, then, failed)

    def join(self, ids: tuple[str, ...]) -> None:
        """Makes one entry of a run of neighbours."""
        if len(ids) < 2:
            self._refuse("Join", "select the entries first (Shift ↑, then Shift and arrow keys).")
        elif not self._is_closed():
            self._write(lambda recorder, vault: recorder.join(vault, ids), ids[:1])

    def ask_time(self, ids: tuple[str, ...]) -> None:
        """Asks when entries were spoken: those selected, else the last one."""
        self._ids = self._or_last(ids)
        if not self._ids or self._is_closed():
            return
        many, first = len(self._ids), self._row(self._ids[0])
        words = "Spoken at"
        if many > 1:
            more = "the others shift with it" if first.time else f"and so all {many}"
            words = f"First entry spoken at ({more})"
        self.time_asked.emit(words, first.time)

    def give_time(self, typed: str) -> None:
        """The time that was asked for, empty for none: of the first entry, with which the others shift."""
        ids, session_id = self._ids, self._desk.session_id
        if not ids:
            return
        was = self._row(ids[0]).intervention.spoken_at
        at = time_typed(typed, was, wall_clock())
        if at is None and typed.strip():
            self.time_refused.emit("A time such as 1105, or +10" if was else "A time such as 1105")
        elif was is not None and at is not None and f"{at:%d %H:%M}" == f"{was:%d %H:%M}":
            self.done.emit(ids)  # the seconds of an entry are not lost by looking at its time
        elif was is not None and at is not None and len(ids) > 1:
            by = at - was
            self._write(lambda _recorder, vault: shift_time(vault, session_id, ids, by), ids)
        else:
            self._write(lambda recorder, vault: recorder.set_time(vault, ids, at), ids)

    def ask_move(self, ids: tuple[str, ...]) -> None:
        """Asks where entries belong: those selected, else the last one."""
        self._ids = self._or_last(ids)
        view = self._desk.view
        if not self._ids or view is None or self._is_closed():
            return
        many = len(self._ids)
        words = "Move this entry to" if many == 1 else f"Move these {many} entries to"
        sessions = tuple(line.session.id for line in view.sessions)
        titles = tuple(f"{line.number}  {line.session.title}" for line in view.sessions)
        self.move_asked.emit(words, sessions, titles, sessions.index(view.session.id))

    def show_places(self, session_id: str) -> None:
        """Reads the places of a session that entries can be moved to."""
        moved = frozenset(self._ids)
        if session_id == self._desk.session_id and self._desk.is_whole:
            self.places_shown.emit(_places(session_id, self._desk.model.rows, moved))
            return
        self._office.read(
            lambda reader: record_view(reader, session_id),
            lambda view: self.places_shown.emit(_places(session_id, view.rows, moved)),
            self.failed.emit,
        )

    def move(self, session_id: str, before: str) -> None:
        """Moves the entries that were asked about before another one, or to the end of a session."""
        ids = self._ids
        if ids:
            self._write(lambda recorder, vault: recorder.move(vault, ids, session_id, before or None), ids)

    def begin_insert(self, ids: tuple[str, ...]) -> None:
        """From now on lines are kept before an entry: the first selected, else the last one."""
        wanted = self._or_last(ids)
        if not wanted or self._is_closed():
            return
        self._desk.insert_before = wanted[0]
        self._record.show_line()  # who speaks there is told
        self.inserting.emit(f"Enter keeps the line before: {line_words(self._row(wanted[0]))}")

    def end_insert(self) -> None:
        """Lines go to the end again."""
        if self._desk.insert_before:
            self._desk.insert_before = ""
            self._record.show_line()
        self.inserting.emit("")

    def switch_clock(self) -> None:
        """Typing from paper: the session has no running clock from now on, or has one again."""
        view = self._desk.view
        if view is not None:
            has_clock = not view.session.has_clock
            self._write(lambda recorder, vault: recorder.set_clock(vault, has_clock=has_clock), ())

    def _write(self, work: Callable[[Recorder, Vault], Change | None], stay: tuple[str, ...]) -> None:
        recorder = self._desk.recorder
        if recorder is None:
            return

        def then(change: Change | None) -> None:
            self._record.changed(change)
            self.done.emit(stay)

        self._office.write(lambda vault: work(recorder, vault), then, self.failed.emit)

    def _or_last(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The entries selected, else the one being edited, else the last one: those that the screen has."""
        rows = self._desk.model.rows
        wanted = ids or (self._record.line.editing,)
        found = tuple(row.id for row in rows if row.id in wanted)
        return found or ((rows[-1].id,) if rows and not any(wanted) else ())

    def _row(self, entry_id: str) -> RecordRow:
        return next(row for row in reversed(self._desk.model.rows) if row.id == entry_id)

    def _is_closed(self) -> bool:
        """Whether nothing may be typed in this meeting, or just now; tells why."""
        desk = self._desk
        if desk.is_meeting_closed or desk.hands_off_since:
            code = ErrorCode.MEETING_CLOSED if desk.is_meeting_closed else ErrorCode.HANDS_OFF
            self.failed.emit(KnownError(code))
            return True
        return False

    def _refuse(self, what: str, why: str) -> None:
        self.failed.emit(KnownError(ErrorCode.BAD_FIELD, field=what, detail=why))

    def _on_taken(self) -> None:
        """The session was read again, or another one: the entry that lines stand before is there or it is not."""
        before = self._desk.insert_before
        if before and all(row.id != before for row in self._desk.model.rows):
            self.end_insert()

    def _on_locked(self) -> None:
        self._ids = ()
        self.end_insert()


def _places(session_id: str, rows: Sequence[RecordRow], moved: frozenset[str]) -> MovePlaces:
    """Every place between the entries that stay, the newest at the bottom."""
    staying = [row for row in rows if row.id not in moved]
    lines = (f"before  {line_words(row)}" for row in staying)
    return MovePlaces(session_id, tuple(row.id for row in staying), (*lines, AT_THE_END))


def line_words(row: RecordRow) -> str:
    """An entry in one short line, an observation folded."""
    words = pieces_of(row, is_unfolded=False)[0].text
    return "  ".join(part for part in (row.time, row.code, words[:_MOST_LETTERS]) if part)
