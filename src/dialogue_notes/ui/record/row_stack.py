"""Where the entries of the record stand, one below the other: exact for what is in sight, estimated for the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView

from dialogue_notes.ui.record.model import RecordModel
from dialogue_notes.ui.record.row_layout import RowLayout, estimated_heights
from dialogue_notes.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
_CACHED = 300
_ONE_BY_ONE = 20
"""Of so many new entries the height is measured; of more it is estimated until they are seen."""


class RowStack(QListView):
    """A list view to Qt and to screen readers, whose items stand where this class says.

    Qt's own list would ask for the height of every entry after every Enter; here only what is in sight is laid
    out, so that 20,000 entries cost no more than 20.
    """

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self._rows = model
        self._heights: list[int] = []
        self._offsets: list[int] = [0]
        self._layouts: dict[str, RowLayout] = {}
        self._is_measured: set[str] = set()
        self._is_at_end = True
        self.setModel(model)
        model.rowsAboutToBeRemoved.connect(self._drop_layouts)
        model.rowsRemoved.connect(self._close_gap)
        theme().changed.connect(self._start_over)

    def visualRect(self, index: Index) -> QRect:
        place = index.row()
        if not index.isValid() or place >= len(self._heights):
            return QRect()
        return QRect(0, self._offsets[place] - self._shift(), self.viewport().width(), self._heights[place])

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        box = self.visualRect(index)
        bar = self.verticalScrollBar()
        if box.top() < 0:
            bar.setValue(bar.value() + box.top())
        elif box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.bottom() - self.viewport().height() + 1)

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = bisect_right(self._offsets, point.y() + self._shift()) - 1
        return self._rows.index(place) if 0 <= place < len(self._heights) else QModelIndex()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = self._rows.rowCount() - 1
        now = self.currentIndex().row() if self.currentIndex().isValid() else last
        page = max(1, self.viewport().height() // theme().px(60))
        actions = QAbstractItemView.CursorAction
        step = {
            actions.MoveUp: now - 1,
            actions.MoveDown: now + 1,
            actions.MovePageUp: now - page,
            actions.MovePageDown: now + page,
            actions.MoveHome: 0,
            actions.MoveEnd: last,
        }.get(action, now)
        return self._rows.index(max(0, min(last, step)))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self._shift()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        top, bottom = self.indexAt(rect.normalized().topLeft()), self.indexAt(rect.normalized().bottomLeft())
        selection = QItemSelection(top, bottom) if top.isValid() and bottom.isValid() else QItemSelection()
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def doItemsLayout(self) -> None:
        """Nothing is laid out ahead."""

    def updateGeometries(self) -> None:
        self._set_range()

    def reset(self) -> None:
        super().reset()
        self._start_over()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self._measure_new(start, end)

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(top_left, bottom_right)
        for place in range(top_left.row(), bottom_right.row() + 1):
            self._drop_layout(self._rows.rows[place].id)
            self._heights[place] = self._layout(place).height
        self._add_up()

    def _start_over(self) -> None:
        self._layouts.clear()
        self._is_measured.clear()
        self._heights = estimated_heights(self._rows.rows, self.viewport().width())
        self._add_up()

    def _measure_new(self, start: int, end: int) -> None:
        rows = self._rows.rows[start : end + 1]
        if len(rows) > _ONE_BY_ONE:
            heights = estimated_heights(rows, self.viewport().width())
        else:
            heights = [self._layout(place).height for place in range(start, end + 1)]
            self._is_measured.update(row.id for row in rows)
        is_last, seen_from = start == len(self._heights), self._in_sight().start
        self._heights[start:start] = heights
        if is_last:
            for height in heights:
                self._offsets.append(self._offsets[-1] + height)
            self._set_range()
        else:
            self._add_up()
            is_above = start < seen_from or (start == 0 and len(rows) > _ONE_BY_ONE)
            self._move_with(sum(heights) if is_above else 0)

    def _drop_layouts(self, _parent: Index, start: int, end: int) -> None:
        for row in self._rows.rows[start : end + 1]:
            self._layouts.pop(row.id, None)

    def _close_gap(self, _parent: Index, start: int, end: int) -> None:
        """Entries went: those below move up."""
        seen_from = self._in_sight().start
        gone = sum(self._heights[start : end + 1])
        del self._heights[start : end + 1]
        self._add_up()
        self._move_with(-gone if end < seen_from else 0)

    def _move_with(self, pixels: int) -> None:
        """After entries came or went above what is in sight: that stays where it is."""
        if pixels and not self._is_at_end:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + pixels)

    def _add_up(self) -> None:
        self._offsets = [0, *accumulate(self._heights)]
        self._set_range()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        stays = self._is_at_end
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme().px(24))
        bar.setRange(0, max(0, self._offsets[-1] - self.viewport().height()))
        if stays:
            bar.setValue(bar.maximum())
            self._is_at_end = True
        self.viewport().update()

    def _measure_in_sight(self) -> None:
        """Replaces estimates by heights for what is seen, without moving what a person looks at."""
        for _ in range(4):
            seen = self._in_sight()
            unknown = [place for place in seen if self._rows.rows[place].id not in self._is_measured]
            if not unknown:
                return
            bar = self.verticalScrollBar()
            anchor = seen[-1]
            from_anchor = self._offsets[anchor + 1] - bar.value()
            for place in unknown:
                self._heights[place] = self._layout(place).height
                self._is_measured.add(self._rows.rows[place].id)
            stays = self._is_at_end
            self._add_up()
            if not stays:
                bar.setValue(self._offsets[anchor + 1] - from_anchor)

    def _in_sight(self) -> range:
        top = self._shift()
        first = max(0, bisect_right(self._offsets, top) - 1)
        last = bisect_right(self._offsets, top + self.viewport().height())
        return range(first, min(last, len(self._heights)))

    def _shift(self) -> int:
        """How far the record is scrolled; negative while it is shorter than the view and stands at its foot."""
        return self.verticalScrollBar().value() - max(0, self.viewport().height() - self._offsets[-1])

    def _layout(self, place: int) -> RowLayout:
        row = self._rows.rows[place]
        layout = self._layouts.pop(row.id, None)
        if layout is None or layout.row is not row:
            layout = RowLayout(row, self.viewport().width(), is_unfolded=self._rows.is_unfolded(row))
        self._layouts[row.id] = layout
        if len(self._layouts) > _CACHED:
            self._layouts.pop(next(iter(self._layouts)))
        return layout

    def _drop_layout(self, row_id: str) -> None:
        self._layouts.pop(row_id, None)
        self._is_measured.add(row_id)
