"""A table model of stored rows and one empty row at the end; an open editor lives through what others change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from dialogue_notes.ui.meetings.model import Index


class StoredRows(QAbstractTableModel):
    """Rows with ids. Subclasses keep the rows and call `replace` to take new ones."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._ids: list[str] = []

    def replace(self, ids: Sequence[str], assign: Callable[[], None]) -> None:
        """Takes new rows by `assign`. The model is reset only when rows went or changed places: a reset would
        close the cell that somebody is typing in.
        """
        known, new = self._ids, list(ids)
        if new == known and new:
            assign()
            self.dataChanged.emit(self.index(0, 0), self.index(len(new), len(self._headings) - 1))
        elif known and new[: len(known)] == known:
            self.beginInsertRows(QModelIndex(), len(known), len(new) - 1)
            self._ids = new
            assign()
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._ids = new
            assign()
            self.endResetModel()

    def row_of(self, row_id: str) -> int:
        """Where a row stands; -1 when nowhere."""
        return self._ids.index(row_id) if row_id in self._ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None
