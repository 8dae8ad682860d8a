"""A list whose rows are drawn where this class says: exact for what is in sight, estimated for the rest.

In this module: `Stack`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from dialogue_notes.ui.review.drawn_list import DrawnList, Rows
from dialogue_notes.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex


class Stack(DrawnList):
    """A list view to Qt and to screen readers. Qt's own asks for the height of every row after every change; here
    only what is seen is measured, so that thousands of rows cost no more than a screenful.

    `drawn` says how high rows are about and exactly, and draws them; most heirs are that themselves.
    """

    def __init__(self, model: QAbstractItemModel, name: str, drawn: Rows) -> None:
        super().__init__()
        self._drawn = drawn
        self._heights: list[int] = []
        self._offsets: list[int] = [0]
        self._exact: list[bool] = []
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setTabKeyNavigation(False)
        # It paints every pixel: what lies below would be drawn for nothing, and through all its style sheets.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme().changed.connect(self.start_over)

    def start_over(self) -> None:
        """Nothing is known of any row any more; the first one in sight stays in sight."""
        first, into = self._first_seen()
        self._heights = self._drawn.estimates()
        count = len(self._heights)
        self._exact = [False] * count
        self._add_up()
        if first < count:
            self.verticalScrollBar().setValue(self._offsets[first] + into)
        self.viewport().update()

    def measure_again(self, row: int) -> None:
        """A row has changed: its height is taken anew when it is seen."""
        self._exact[row] = False

    def in_sight(self) -> range:
        """The rows of which something is seen."""
        top = self.verticalOffset()
        first = max(0, bisect_right(self._offsets, top) - 1)
        last = bisect_right(self._offsets, top + self.viewport().height())
        return range(first, min(last, len(self._heights)))

    def top_of(self, row: int) -> int:
        """Where a row begins, in pixels of the viewport."""
        return self._offsets[row] - self.verticalOffset()

    def bring_to(self, row: int, within: int, at: int) -> None:
        """Scrolls so that what is `within` pixels below the upper edge of `row` stands `at` in the viewport."""
        if not 0 <= row < len(self._heights):
            return
        bar = self.verticalScrollBar()
        for _round in range(2):  # what comes into sight above is measured, which moves the row
            bar.setValue(self._offsets[row] + within - at)
            self._measure_in_sight(row)

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        return QRect(0, self.top_of(row), self.viewport().width(), self._heights[row])

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return
        self._take_height(row)
        top, bar, room = self.top_of(row), self.verticalScrollBar(), self.viewport().height()
        if top < 0 or self._heights[row] > room:
            bar.setValue(bar.value() + top)
        elif top + self._heights[row] > room:
            bar.setValue(bar.value() + top + self._heights[row] - room)
        self._measure_in_sight(row)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.y())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def row_at(self, height: int) -> int:
        """The row at so many pixels of the viewport; -1 for none."""
        row = bisect_right(self._offsets, height + self.verticalOffset()) - 1
        return row if 0 <= row < len(self._heights) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        self._measure_in_sight()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = event.rect()
        painter.fillRect(clip, theme().colour("paper"))
        for row in self.in_sight():
            top = self.top_of(row)
            if top <= clip.bottom() and top + self._heights[row] >= clip.top():
                self._drawn.paint_row(painter, row, top)

    def sizeHint(self) -> QSize:
        """Little: it takes what room there is. Layouts with wrapped words take a hint for the least that it needs."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.start_over()
        else:
            self._set_range()

    def updateGeometries(self) -> None:
        self._set_range()

    def reset(self) -> None:
        super().reset()
        self.start_over()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(top_left, bottom_right)
        for row in range(top_left.row(), bottom_right.row() + 1):
            self.measure_again(row)
        self.viewport().update()

    def _first_seen(self) -> tuple[int, int]:
        """The first row in sight, and how many of its pixels are above the edge."""
        seen = self.in_sight()
        return (seen.start, -self.top_of(seen.start)) if len(seen) else (0, 0)

    def _take_height(self, row: int) -> bool:
        """Whether the height of a row is another than was thought."""
        if self._exact[row]:
            return False
        self._exact[row] = True
        height = self._drawn.measure(row)
        if height == self._heights[row]:
            return False
        self._heights[row] = height
        self._add_up()
        return True

    def _measure_in_sight(self, held: int = -1) -> None:
        """Replaces estimates by heights for what is seen; the row `held`, or the first one, stays where it is."""
        for _round in range(4):
            seen = self.in_sight()
            if all(self._exact[row] for row in seen):
                return
            anchor = held if held in seen else seen.start
            top = self.top_of(anchor)
            changed = False
            for row in seen:
                if not self._exact[row]:
                    self._exact[row] = True
                    height = self._drawn.measure(row)
                    changed = changed or height != self._heights[row]
                    self._heights[row] = height
            if changed:
                self._add_up()
                self.verticalScrollBar().setValue(self._offsets[anchor] - top)

    def _add_up(self) -> None:
        self._offsets = [0, *accumulate(self._heights)]
        self._set_range()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme().px(24))
        bar.setRange(0, max(0, self._offsets[-1] - self.viewport().height()))
