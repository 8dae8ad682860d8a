"""What the Summary room shows: frozen snapshots from the presenter, and the models of its two lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dialogue_notes.domain.codes import Sureness
from dialogue_notes.domain.sanitised import Run, SanitisedSummary

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An entry of the record as this summary's audience may see it; `note` says why it stays in the room."""

    intervention_id: str
    heading: str = field(repr=False)
    lead: str
    runs: tuple[Run, ...] = field(repr=False)
    note: str
    picked: str = field(repr=False)

    @property
    def words(self) -> str:
        """The row as one text."""
        return self.note or "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A heading of the summary, or a point in it (`point_id` set)."""

    section_id: str
    point_id: str
    text: str = field(repr=False)
    number: str
    sources: int = 0
    sureness: Sureness = Sureness.NOT_SAID
    is_stale: bool = False
    is_written: bool = False

    @property
    def words(self) -> str:
        """The row as one text."""
        return f"{self.number} {self.text}".strip()


class Standing(Enum):
    """How a line of "before it can leave" stands."""

    DONE = "done"
    OPEN = "open"
    STOPS = "stops"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of what is, or was, in the way."""

    standing: Standing
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A file that left the vault, in words for the register; `digest` begins its SHA-256 in hex."""

    when: str
    file: str
    audience: str
    state: str
    by: str
    digest: str


@dataclass(frozen=True, slots=True)
class SummaryShown:
    """Everything the room shows of one summary; `summary_id` is empty while there is none for this audience.

    `page` is what the preview draws; None while something is in its way.
    """

    summary_id: str
    profile: str
    has_record: bool
    title: str = field(default="", repr=False)
    marking: str = field(default="", repr=False)
    sources: tuple[SourceRow, ...] = ()
    outline: tuple[OutlineRow, ...] = ()
    checks: tuple[CheckLine, ...] = ()
    page: SanitisedSummary | None = field(default=None, repr=False)
    words: int = 0
    is_approved: bool = False
    can_approve: bool = False
    last_exports: tuple[str, ...] = field(default=(), repr=False)
    register: tuple[ExportLine, ...] = ()


R = TypeVar("R", SourceRow, OutlineRow)


class RowModel(QAbstractListModel, Generic[R]):
    """A list of rows; an equal list keeps the place."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[R, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> R | str | None:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        return row.words if role == Qt.ItemDataRole.DisplayRole else None

    def set_rows(self, rows: Iterable[R]) -> None:
        """Shows other rows."""
        fresh = tuple(rows)
        if fresh == self._rows:
            return
        if len(fresh) == len(self._rows):
            self._rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row_at(self, row: int) -> R | None:
        """The row at a place, if there is one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None
