"""What a pasted table was understood as: one row a person, only the columns that hold anything."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt

from dialogue_notes.domain.language import CAPACITY_WORDS
from dialogue_notes.services.rosters import RosterRow
from dialogue_notes.ui.meetings.model import Index

_COLUMNS = (
    "Name", "Title", "Given name", "Family name", "Other scripts", "Also called",
    "Delegation", "Role", "Capacity", "Standing", "How many", "Code",
)  # fmt: skip


class PasteModel(QAbstractTableModel):
    """The people found, for reading only."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, ...]] = []
        self._columns: list[int] = []

    def show_rows(self, rows: tuple[RosterRow, ...]) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self._rows = [_cells(row) for row in rows]
        self._columns = [place for place in range(len(_COLUMNS)) if any(cells[place] for cells in self._rows)]
        self.endResetModel()

    def columns(self) -> tuple[str, ...]:
        """The headings of what was understood."""
        return tuple(_COLUMNS[place] for place in self._columns)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[self._columns[section]]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._rows[index.row()][self._columns[index.column()]]
        return None


def _cells(row: RosterRow) -> tuple[str, ...]:
    return (
        row.name,
        row.honorific,
        row.given_name,
        row.family_name,
        ", ".join(row.scripts),
        ", ".join(row.aliases),
        row.delegation,
        row.role,
        CAPACITY_WORDS[row.capacity] if row.capacity else "",
        row.standing.value if row.standing else "",
        str(row.count) if row.count > 1 else "",
        row.code.upper(),
    )
