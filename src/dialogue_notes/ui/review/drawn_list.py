"""A list view that lays nothing out by itself: what a list that draws its own rows has to answer Qt.

In this module: `Rows`, `DrawnList`.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QListView

Index = QModelIndex | QPersistentModelIndex


class Rows(Protocol):
    """What the rows of a list are: how high, and how they look."""

    def estimates(self) -> list[int]:
        """About how high each row is, in no time."""

    def measure(self, row: int) -> int:
        """How high a row is."""

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        """Draws a row with its upper edge at `top`."""


class DrawnList(QListView):
    """Nothing is asked of the model ahead; letters are no search."""

    def scrollContentsBy(self, across: int, down: int) -> None:
        self.viewport().update()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.bottomRight())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def doItemsLayout(self) -> None:
        """Nothing is laid out ahead."""

    def keyboardSearch(self, search: str) -> None:
        """Letters are decisions here, never a search."""
