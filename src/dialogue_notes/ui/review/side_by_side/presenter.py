"""Decides what the two records beside each other show, and writes what is done to a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.importing.parsing import PARSE_BUNDLE, ParsedBundle
from dialogue_notes.services.parallel import records, taking
from dialogue_notes.services.parallel.rows import RowState, SideRow
from dialogue_notes.services.reviewing import speakers_shown
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.side_by_side.model import SideRead, SideShown, read_side, shown_row
from dialogue_notes.ui.review.turning import Turner

T = TypeVar("T")


class SideBySidePresenter(QObject):
    """Emits `shown(SideShown)`, `row_shown(ShownRow)` for one row alone, `begun` as an act goes to the disk,
    `done(words)` with something to undo (and `changed` if that was an act on the meeting's own record),
    `undone(words)`, or `idle(words)` where there was nothing to undo, `reading(bool)`, `failed(KnownError)`, and
    `forgotten` when every word must go.
    """

    shown = Signal(object)
    row_shown = Signal(object)
    begun = Signal()
    done = Signal(str)
    changed = Signal()
    undone = Signal(str)
    idle = Signal(str)
    reading = Signal(bool)
    failed = Signal(object)
    forgotten = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._read = SideRead(SideShown())
        self._is_entered = False
        self._meeting_id = ""
        self._turner = Turner(office, self)
        self._turner.turned.connect(self.undone)
        self._turner.idle.connect(self.idle)
        self._turner.begun.connect(self.begun)
        self._turner.failed.connect(self.failed)
        office.locking.connect(self._end_undoing)
        office.locked.connect(self._forget)
        office.meeting_changed.connect(self._change_meeting)
        office.record_changed.connect(self.refresh)

    def enter(self) -> None:
        """The panel is shown: reads the records, and again whenever the record changes."""
        self._is_entered = True
        self.refresh()

    def leave(self) -> None:
        """The panel is shown no more."""
        self._is_entered = False

    def refresh(self) -> None:
        """Reads both records again."""
        meeting_id, shown = self._office.chosen.meeting_id, self._read.shown
        if not (self._is_entered and self._office.is_open):
            return
        if meeting_id is None:
            self._show(SideRead(SideShown()))
            return
        self._meeting_id = meeting_id
        self._office.read(
            lambda reader: read_side(reader, meeting_id, shown.chosen), self._show, self.failed.emit
        )

    def choose_record(self, record_id: str) -> None:
        """Shows another of the records beside the meeting."""
        self._wish(replace(self._read.shown, chosen=record_id))

    def show_speakers(self, is_shown: bool) -> None:
        """Shows who spoke to whoever reviews this meeting, here and in the whole room, or hides it again."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is not None:
            self._office.write(
                lambda vault: speakers_shown.show_speakers(vault, meeting_id, is_shown=is_shown),
                lambda _none: self._tell_change(),
                self.failed.emit,
            )

    def set_beside(self, path: Path) -> None:
        """Reads a meeting file in the worker and sets it beside the meeting."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None:
            return
        try:
            files = (read_import_file(path),)
            bundle = records.beside_bundle(files)
        except KnownError as error:
            self.failed.emit(error)
            return

        def keep(parsed: ParsedBundle) -> None:
            self._write(
                lambda vault: records.keep_beside(vault, meeting_id, files, parsed),
                self._set,
                self._fail_reading,
            )

        self.reading.emit(True)
        self._office.compute(PARSE_BUNDLE, bundle, keep, self._fail_reading)

    def take(self, key: str) -> None:
        """Takes the other record's entry of a row over."""
        row = self._row(key)
        if row is None or row.right is None:
            return
        right_id, into, after = row.right.id, row.left.id if row.left else None, self._above(row)

        def done(_taken: Decision) -> None:
            words = "The words were taken over; the earlier ones are in the entry's history."
            self.done.emit(words if into else "The entry was taken over.")
            self._tell_change()

        self._write(lambda vault: taking.take_over(vault, right_id, into, after), done, self.failed.emit)

    def keep(self, key: str) -> None:
        """Keeps the difference of a row as one, or opens it again."""
        row, record_id = self._row(key), self._read.shown.chosen
        if row is None or row.state is RowState.SAME:
            return
        if row.state is RowState.SETTLED:
            self._reopen(row)
            return
        left, right = row.left.id if row.left else None, row.right.id if row.right else None
        self._turn(key, RowState.SETTLED)  # shown before it is written, as everything in this room
        self._write(
            lambda vault: taking.keep_difference(vault, record_id, left, right),
            lambda _kept: self.done.emit("Kept as a difference."),
            partial(self._fail_turn, key, row.state),
        )

    def strike(self, key: str) -> None:
        """Destroys the other record's words of a row. Never undone."""
        row = self._row(key)
        if row is None or row.right is None:
            return
        right_id = row.right.id
        self._write(
            lambda vault: records.strike_entries(vault, (right_id,)),
            lambda _none: self.refresh(),
            self.failed.emit,
        )

    def put_away(self) -> None:
        """Removes the record that is shown; undone until the vault is locked."""
        record_id = self._read.shown.chosen

        def done(_decision: Decision) -> None:
            self.refresh()
            self.done.emit("The other record was removed.")

        if record_id:
            self._write(lambda vault: records.put_away(vault, record_id), done, self.failed.emit)

    def undo(self) -> None:
        """Takes the last act on the meeting's review back, be it here or elsewhere in the room."""
        self._turner.undo()

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._turner.redo()

    def _reopen(self, row: SideRow) -> None:
        record_id = self._read.shown.chosen
        left, right = row.left.id if row.left else None, row.right.id if row.right else None

        self._turn(row.key, RowState.DIFFERENT)
        self._write(
            lambda vault: taking.open_difference(vault, record_id, left, right),
            lambda _opened: self.done.emit("The difference is open again."),
            partial(self._fail_turn, row.key, row.state),
        )

    def _fail_turn(self, key: str, state: RowState, error: KnownError) -> None:
        """Nothing was written: the row stands as before."""
        self._turn(key, state)
        self.failed.emit(error)

    def _turn(self, key: str, state: RowState) -> None:
        """One row stands otherwise now: nothing else is read again for it."""
        row = self._row(key)
        if row is None:
            return
        turned = replace(row, state=state)
        rows = tuple(turned if one.key == key else one for one in self._read.rows)
        title = next(one.session for one in self._read.shown.rows if one.key == key)
        new = shown_row(turned, title)
        shown = tuple(new if one.key == key else one for one in self._read.shown.rows)
        self._read = SideRead(replace(self._read.shown, rows=shown), rows)
        self.row_shown.emit(new)

    def _row(self, key: str) -> SideRow | None:
        return next((one for one in self._read.rows if one.key == key), None)

    def _above(self, row: SideRow) -> str | None:
        """The entry of the meeting that stands above a row in its session."""
        above: str | None = None
        for one in self._read.rows:
            if one.key == row.key:
                break
            if one.left is not None and one.session == row.session:
                above = one.left.id
        return above

    def _write(
        self, work: Callable[[Vault], T], then: Callable[[T], None], failed: Callable[[KnownError], None]
    ) -> None:
        self.begun.emit()
        self._office.write(work, then, failed)

    def _tell_change(self) -> None:
        """The record is another one now, here and in every room."""
        self.changed.emit()
        self._office.record_changed.emit()
        self._office.review_changed.emit()

    def _wish(self, shown: SideShown) -> None:
        self._read = SideRead(shown, self._read.rows)
        self.refresh()

    def _set(self, beside: records.Beside) -> None:
        self.reading.emit(False)
        self._read = SideRead(SideShown(chosen=beside.record_ids[-1]))
        self.refresh()
        self.done.emit(f"{beside.entries} entries were set beside the record.")

    def _show(self, read: SideRead) -> None:
        self._read = read
        self.shown.emit(read.shown)

    def _fail_reading(self, error: KnownError) -> None:
        self.reading.emit(False)
        if error.code is not ErrorCode.CANCELLED:
            self.failed.emit(error)

    def _change_meeting(self) -> None:
        if self._office.chosen.meeting_id != self._meeting_id:
            self._read = SideRead(SideShown())
        self.refresh()

    def _end_undoing(self) -> None:
        self._office.keep(records.destroy_put_away)

    def _forget(self) -> None:
        self._read = SideRead(SideShown())
        self._meeting_id = ""
        self.forgotten.emit()
