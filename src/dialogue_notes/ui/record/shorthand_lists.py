"""The two lists of the shorthand sheet: each as high as its rows, and lower where the window has no room."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from dialogue_notes.ui.meetings.cells import TableOfCells
from dialogue_notes.ui.record.shorthand_model import Column, ProposalRow, TermCells
from dialogue_notes.ui.theme.theme import theme


class TermTable(TableOfCells):
    """The list, without the empty row that other tables end with."""

    def __init__(self) -> None:
        super().__init__("Shorthand")
        self._rows = 0
        self.setItemDelegate(TermCells(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.horizontalHeader().setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)

    def fit(self, rows: int) -> None:
        """Asks for room for so many rows."""
        self._rows = rows
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(300, self.horizontalHeader().sizeHint().height() + self._rows * theme().px(34) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, min(self.sizeHint().height(), theme().px(80)))

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        QTableView.closeEditor(self, editor, hint)


class ProposalList(QListView):
    """`taken(row)` on Enter or a double click, `declined(row)` on Delete."""

    taken = Signal(int)
    declined = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows = 0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ProposalRow(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.doubleClicked.connect(lambda index: self.taken.emit(index.row()))

    def fit(self, rows: int) -> None:
        """Asks for room for so many rows."""
        self._rows = rows
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(300, self._rows * theme().px(30) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, min(self.sizeHint().height(), theme().px(62)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and place >= 0:
            self.taken.emit(place)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and place >= 0:
            self.declined.emit(place)
        else:
            super().keyPressEvent(event)
