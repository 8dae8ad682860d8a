"""The papers of a meeting: read-aheads typed before it, and what was handed out in the room."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from dialogue_notes.domain.papers import Custody
from dialogue_notes.services.papers import PaperLine
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import bring_into_sight, column, row
from dialogue_notes.ui.meetings.cells import ChoiceCells, LineCells, TableOfCells
from dialogue_notes.ui.meetings.model import Index
from dialogue_notes.ui.meetings.paper_phrases import PaperPhrases
from dialogue_notes.ui.meetings.rows import StoredRows
from dialogue_notes.ui.theme.theme import theme

CITABLE, NOT_CITABLE = "citable", "not_citable"
HEADINGS = ("Paper", "Whose", "Kept", "Cited")
CUSTODY_WORDS = {Custody.KEPT: "kept", Custody.LENT: "lent"}
CITABLE_WORDS = {NOT_CITABLE: "no", CITABLE: "yes"}


class PapersColumn(IntEnum):
    """The columns, in their order."""

    TITLE = 0
    WHOSE = 1
    CUSTODY = 2
    CITABLE = 3


class PapersModel(StoredRows):
    """`edited(paper_id, column, text)`, `added(title)`; shows only what was stored."""

    edited = Signal(str, int, str)
    added = Signal(str)

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self._lines: tuple[PaperLine, ...] = ()

    def show_papers(self, lines: tuple[PaperLine, ...]) -> None:
        """Replaces everything."""
        self.replace([each.paper.id for each in lines], lambda: self._assign(lines))

    def line(self, row: int) -> PaperLine | None:
        """The paper at `row`; None for the empty row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.line(index.row()) is not None or index.column() == PapersColumn.TITLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            is_hint = role == Qt.ItemDataRole.DisplayRole and index.column() == PapersColumn.TITLE
            return "Add a read-ahead …" if is_hint else None
        paper, citable = line.paper, CITABLE if line.paper.citable else NOT_CITABLE
        if role == Qt.ItemDataRole.EditRole:
            return (paper.title, line.whose, paper.custody.value, citable)[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            words = CUSTODY_WORDS[paper.custody]
            if paper.collected_at is not None:
                words = f"back {paper.collected_at:%H:%M}"
            return (paper.title, line.whose, words, CITABLE_WORDS[citable])[index.column()]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value or "").strip()
        line = self.line(index.row())
        if line is None:
            if text:
                self.added.emit(text)
            return bool(text)
        if index.column() == PapersColumn.TITLE and not text:
            return False
        if text != (self.data(index, Qt.ItemDataRole.EditRole) or ""):
            self.edited.emit(line.paper.id, index.column(), text)
        return True

    def _assign(self, lines: tuple[PaperLine, ...]) -> None:
        self._lines = lines


class PapersPane(QWidget):
    """`added(title)`, `edited(id, column, text)`, `phrased(id, text)`, `removed(id)`."""

    added = Signal(str)
    edited = Signal(str, int, str)
    phrased = Signal(str, str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = PapersModel()
        self._table = TableOfCells("Papers")
        self._table.setModel(self._model)
        self._table.setItemDelegate(LineCells(self._table))
        self._table.setItemDelegateForColumn(PapersColumn.CUSTODY, ChoiceCells(self._table, _custodies))
        self._table.setItemDelegateForColumn(PapersColumn.CITABLE, ChoiceCells(self._table, _citable))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(PapersColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        hint = PlainLabel("Del removes", tone=Tone.MUTED, size=Size.SMALL)
        self._phrases = PaperPhrases()
        self.setLayout(column(row(CapsLabel("Papers"), None, hint), self._table, self._phrases, gap=6))
        self._model.added.connect(self.added)
        self._model.edited.connect(self.edited)
        self._table.remove_requested.connect(self._on_remove)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._show_phrases())
        self._phrases.edited.connect(self.phrased)
        theme().changed.connect(self._measure)
        self._measure()

    def show_papers(self, lines: tuple[PaperLine, ...]) -> None:
        """Shows the papers; the cursor stays on the one that it was on."""
        now = self._table.currentIndex()
        row_number, column_number = now.row(), max(now.column(), 0)
        line = self._model.line(row_number)
        is_longer = now.isValid() and line is None and len(lines) > row_number
        self._model.show_papers(lines)
        self._fit()
        place = self._model.row_of(line.paper.id) if line else -1
        if is_longer:  # what was typed in the empty row is a paper now: the next one, or on with this one
            if not self._table.go_on_with(len(lines) - 1, PapersColumn.WHOSE):
                self._table.choose(len(lines), PapersColumn.TITLE)
        elif place != self._table.currentIndex().row() or place < 0:
            self._table.choose(place if place >= 0 else min(max(row_number, 0), len(lines)), column_number)
        self._show_phrases()

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        self._table.setFocus()
        bring_into_sight(self._table)

    def forget(self) -> None:
        """No title stays."""
        self._phrases.forget()
        self._model.show_papers(())

    def _on_remove(self, row_number: int) -> None:
        line = self._model.line(row_number)
        if line is not None:
            self.removed.emit(line.paper.id)

    def _show_phrases(self) -> None:
        line = self._model.line(self._table.currentIndex().row())
        self._phrases.show_paper(line.paper if line else None)

    def _measure(self) -> None:
        widths = ((PapersColumn.WHOSE, 92), (PapersColumn.CUSTODY, 82), (PapersColumn.CITABLE, 52))
        for place, width in widths:
            self._table.setColumnWidth(place, theme().px(width))
        self._fit()

    def _fit(self) -> None:
        """As high as the list, within reason: one row at least, five at most."""
        rows = min(max(self._model.rowCount(), 1), 5)
        self._table.setFixedHeight(
            theme().px(34) * rows + self._table.horizontalHeader().sizeHint().height() + 2
        )


def _custodies() -> list[tuple[str, str]]:
    return [(custody.value, words) for custody, words in CUSTODY_WORDS.items()]


def _citable() -> list[tuple[str, str]]:
    return list(CITABLE_WORDS.items())
