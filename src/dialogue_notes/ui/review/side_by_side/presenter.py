"""Decides what the two records beside each other show, and writes what is done to a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.parallel.records import KeptDifference
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.importing.parsing import PARSE_BUNDLE, ParsedBundle
from dialogue_notes.services.parallel import records, taking
from dialogue_notes.services.parallel.rows import RowState, SideRow
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.side_by_side.model import SideRead, SideShown, read_side, shown_row

Act = Callable[[Vault], object]


class SideBySidePresenter(QObject):
    """Emits `shown(SideShown)`, `row_shown(ShownRow)` for one row alone, `done(words)` with something to undo,
    `undone`, `reading(bool)`, `failed(KnownError)`, and `forgotten` when every word must go.
    """

    shown = Signal(object)
    row_shown = Signal(object)
    done = Signal(str)
    undone = Signal()
    reading = Signal(bool)
    failed = Signal(object)
    forgotten = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._read = SideRead(SideShown())
        self._is_entered = False
        self._meeting_id = ""
        self._undos: list[Act] = []
        self._put_away: set[str] = set()
        office.locking.connect(self._end_undoing)
        office.locked.connect(self._forget)
        office.meeting_changed.connect(self._change_meeting)
        office.record_changed.connect(self.refresh)

    @property
    def can_undo(self) -> bool:
        """Whether an act can be taken back."""
        return bool(self._undos)

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
        record_id, with_speakers = shown.chosen, shown.with_speakers
        self._office.read(
            lambda reader: read_side(reader, meeting_id, record_id, with_speakers=with_speakers),
            self._show,
            self.failed.emit,
        )

    def choose_record(self, record_id: str) -> None:
        """Shows another of the records beside the meeting."""
        self._wish(replace(self._read.shown, chosen=record_id))

    def show_speakers(self, is_shown: bool) -> None:
        """Whether the speakers are named."""
        self._wish(replace(self._read.shown, with_speakers=is_shown))

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
            self._office.write(
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

        def done(taken: taking.TakenOver) -> None:
            self._undos.append(lambda vault: taking.undo_take_over(vault, taken))
            words = "The words were taken over; the earlier ones are in the entry's history."
            self.done.emit(words if into else "The entry was taken over.")
            self._tell_change()

        self._office.write(
            lambda vault: taking.take_over(vault, right_id, into, after), done, self.failed.emit
        )

    def keep(self, key: str) -> None:
        """Keeps the difference of a row as one, or opens it again."""
        row, record_id = self._row(key), self._read.shown.chosen
        if row is None or row.state is RowState.SAME:
            return
        if row.state is RowState.SETTLED:
            self._reopen(row)
            return
        left, right = row.left.id if row.left else None, row.right.id if row.right else None

        def done(kept: KeptDifference) -> None:
            self._undos.append(lambda vault: taking.open_difference(vault, kept.id))
            self._turn(key, RowState.SETTLED, kept.id)
            self.done.emit("Kept as a difference.")

        self._office.write(
            lambda vault: taking.keep_difference(vault, record_id, left, right),
            done,
            self.failed.emit,
        )

    def strike(self, key: str) -> None:
        """Destroys the other record's words of a row. Never undone."""
        row = self._row(key)
        if row is None or row.right is None:
            return
        right_id = row.right.id
        self._office.write(
            lambda vault: records.strike_entries(vault, (right_id,)),
            lambda _none: self.refresh(),
            self.failed.emit,
        )

    def put_away(self) -> None:
        """Removes the record that is shown; undone until the vault is locked."""
        record_id, meeting_id = self._read.shown.chosen, self._meeting_id

        def done(_none: object) -> None:
            self._put_away.add(meeting_id)
            self._undos.append(lambda vault: records.bring_back(vault, record_id))
            self.refresh()
            self.done.emit("The other record was removed.")

        if record_id:
            self._office.write(lambda vault: records.put_away(vault, record_id), done, self.failed.emit)

    def undo(self) -> None:
        """Takes the last act back."""
        if not self._undos:
            return
        act = self._undos.pop()

        def done(_none: object) -> None:
            self.undone.emit()
            self._tell_change()

        self._office.write(act, done, self.failed.emit)

    def _reopen(self, row: SideRow) -> None:
        record_id, difference_id = self._read.shown.chosen, row.difference_id
        left, right = row.left.id if row.left else None, row.right.id if row.right else None

        def done(_none: object) -> None:
            self._undos.append(lambda vault: taking.keep_difference(vault, record_id, left, right))
            self._turn(row.key, RowState.DIFFERENT, "")

        self._office.write(lambda vault: taking.open_difference(vault, difference_id), done, self.failed.emit)

    def _turn(self, key: str, state: RowState, difference_id: str) -> None:
        """One row stands otherwise now: nothing else is read again for it."""
        row = self._row(key)
        if row is None:
            return
        turned = replace(row, state=state, difference_id=difference_id)
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

    def _tell_change(self) -> None:
        """The record is another one now, here and in every room."""
        self._office.record_changed.emit()
        self._office.review_changed.emit()

    def _wish(self, shown: SideShown) -> None:
        self._read = SideRead(shown, self._read.rows)
        self.refresh()

    def _set(self, beside: records.Beside) -> None:
        self.reading.emit(False)
        self._read = SideRead(SideShown(chosen=beside.record_ids[-1]))
        for record_id in beside.record_ids:
            self._undos.append(partial(_put_away, record_id))
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
            self._undos.clear()
            self._read = SideRead(SideShown())
        self.refresh()

    def _end_undoing(self) -> None:
        for meeting_id in self._put_away:
            self._office.keep(partial(_destroy_put_away, meeting_id))

    def _forget(self) -> None:
        self._read = SideRead(SideShown())
        self._undos.clear()
        self._put_away.clear()
        self._meeting_id = ""
        self.forgotten.emit()


def _put_away(record_id: str, vault: Vault) -> None:
    records.put_away(vault, record_id)


def _destroy_put_away(meeting_id: str, vault: Vault) -> None:
    records.destroy_put_away(vault, meeting_id)
