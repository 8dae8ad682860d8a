"""The record of one session as an item model; empty while the text is hidden or the vault locked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services.recording.view import RecordRow
from dialogue_notes.ui.record.gaps import measured, with_gaps
from dialogue_notes.ui.record.pieces import spoken_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RecordModel(QAbstractListModel):
    """Rows in order of sequence. `forget` leaves nothing in any role, so no screen reader finds it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RecordRow] = []
        self._by_id: dict[str, RecordRow] = {}
        self._unfolded: set[str] = set()

    @property
    def rows(self) -> Sequence[RecordRow]:
        """All rows."""
        return self._rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken_text(row, is_unfolded=self.is_unfolded(row))
        return None

    def is_unfolded(self, row: RecordRow) -> bool:
        """Whether an observation shows its words."""
        return row.id in self._unfolded

    def speaker_of(self, row_id: str) -> Speaker:
        """Who is shown as the speaker of an entry."""
        row = self._by_id.get(row_id)
        return NOBODY if row is None else row.speaker

    def set_rows(self, rows: Sequence[RecordRow]) -> None:
        """Another session, or the same one read again."""
        self.beginResetModel()
        self._rows = list(with_gaps(rows))
        self._by_id = {row.id: row for row in self._rows}
        self._unfolded.clear()
        self.endResetModel()

    def add_earlier(self, rows: Sequence[RecordRow]) -> None:
        """Puts rows that stand before all others in front of them."""
        self.beginInsertRows(_ROOT, 0, len(rows) - 1)
        self._rows[:0] = with_gaps(rows)
        self._by_id.update((row.id, row) for row in self._rows[: len(rows)])
        self.endInsertRows()
        self._measure(len(rows) - 1)

    def put(self, row: RecordRow) -> None:
        """A new row in its place, or a changed one."""
        if row.id in self._by_id:
            place = self._place(row.id)
            self._rows[place] = row
            self._rows[place] = self._by_id[row.id] = measured(self._rows, place)
            self._tell(place)
            self._measure(place - 1)
            return
        place = len(self._rows)
        while place and self._rows[place - 1].intervention.sequence > row.intervention.sequence:
            place -= 1
        self.beginInsertRows(_ROOT, place, place)
        self._rows.insert(place, row)
        self._rows[place] = self._by_id[row.id] = measured(self._rows, place)
        self.endInsertRows()
        self._measure(place - 1)

    def remove(self, row_id: str) -> None:
        """Takes a row out; one that is not there is no matter."""
        if row_id not in self._by_id:
            return
        place = self._place(row_id)
        self.beginRemoveRows(_ROOT, place, place)
        del self._rows[place]
        del self._by_id[row_id]
        self.endRemoveRows()
        self._measure(place - 1)

    def toggle_fold(self, place: int) -> None:
        """Shows or folds the words of an observation."""
        row = self._rows[place]
        if row.intervention.kind is Kind.OBSERVATION:
            self._unfolded ^= {row.id}
            self._tell(place)

    def forget(self) -> None:
        """For hiding and locking: no row stays."""
        self.set_rows(())

    def _place(self, row_id: str) -> int:
        """Where an entry stands; by its number, or one by one where rows were given in another order."""
        row = self._by_id[row_id]
        place = bisect_left(self._rows, row.intervention.sequence, key=_sequence)
        if place < len(self._rows) and self._rows[place] is row:
            return place
        return next(place for place, each in enumerate(self._rows) if each is row)

    def _measure(self, place: int) -> None:
        """Something else stands after the row there: if it is a gap, it is as long as until that."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        if row is not None and measured(self._rows, place) != row:
            self._rows[place] = self._by_id[row.id] = measured(self._rows, place)
            self._tell(place)

    def _tell(self, place: int) -> None:
        self.dataChanged.emit(self.index(place), self.index(place))


def _sequence(row: RecordRow) -> int:
    return row.intervention.sequence
