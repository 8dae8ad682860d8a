"""The record of one session as an item model; empty while the text is hidden or the vault locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services.recording_view import RecordRow
from dialogue_notes.ui.record.pieces import spoken_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RecordModel(QAbstractListModel):
    """Rows in order of sequence. `forget` leaves nothing in any role, so no screen reader finds it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RecordRow] = []
        self._ids: set[str] = set()
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
        return self._rows[self._place(row_id)].speaker if row_id in self._ids else NOBODY

    def set_rows(self, rows: Sequence[RecordRow]) -> None:
        """Another session, or the same one read again."""
        self.beginResetModel()
        self._rows = list(rows)
        self._ids = {row.id for row in rows}
        self._unfolded.clear()
        self.endResetModel()

    def put(self, row: RecordRow) -> None:
        """A new row in its place, or a changed one."""
        if row.id in self._ids:
            place = self._place(row.id)
            self._rows[place] = row
            self._tell(place)
            return
        place = len(self._rows)
        while place and self._rows[place - 1].intervention.sequence > row.intervention.sequence:
            place -= 1
        self.beginInsertRows(_ROOT, place, place)
        self._rows.insert(place, row)
        self._ids.add(row.id)
        self.endInsertRows()

    def remove(self, row_id: str) -> None:
        """Takes a row out; one that is not there is no matter."""
        if row_id not in self._ids:
            return
        place = self._place(row_id)
        self.beginRemoveRows(_ROOT, place, place)
        del self._rows[place]
        self._ids.remove(row_id)
        self.endRemoveRows()

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
        """Where an entry stands; looked for from the newest back, for it is mostly the last."""
        places = reversed(range(len(self._rows)))
        return next(place for place in places if self._rows[place].id == row_id)

    def _tell(self, place: int) -> None:
        self.dataChanged.emit(self.index(place), self.index(place))
