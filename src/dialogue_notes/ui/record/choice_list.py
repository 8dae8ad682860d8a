"""A short list to choose one line from with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
_HIGH = 27
"""Drawn pixels of one line."""


class ChoiceList(QListView):
    """One line each, ending in an ellipsis where it is too long. `entered(number)` on Enter or a double click,
    `moved(number)` as another line is chosen, `left_behind` and `gone_on` on arrow left and right.
    """

    entered = Signal(int)
    moved = Signal(int)
    gone_on = Signal()
    left_behind = Signal()

    def __init__(self, name: str, lines: int) -> None:
        """`lines` are in sight at once."""
        super().__init__()
        self._lines = lines
        self._words = QStringListModel()
        self.setAccessibleName(name)
        self.setModel(self._words)
        self.setItemDelegate(_Line(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(False)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._on_move)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))
        theme().changed.connect(self._fit)
        self._fit()

    def show_lines(self, lines: Sequence[str], chosen: int) -> None:
        """Shows these, with one of them chosen."""
        self._words.setStringList([shown_text(line).replace("\n", " ") for line in lines])
        if lines:
            self.setCurrentIndex(self._words.index(chosen, 0))

    def chosen(self) -> int:
        """The number of the line chosen, from 0; -1 for none."""
        return self.currentIndex().row()

    def forget(self) -> None:
        """Shows nothing."""
        self._words.setStringList([])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.chosen()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if row >= 0:
                self.entered.emit(row)
        elif key == Qt.Key.Key_Left:
            self.left_behind.emit()
        elif key == Qt.Key.Key_Right:
            self.gone_on.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are not a search here."""

    def _on_move(self, now: Index, _before: Index) -> None:
        if now.isValid():
            self.moved.emit(now.row())

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(_HIGH) * self._lines + 4)
        self.scheduleDelayedItemsLayout()


class _Line(QStyledItemDelegate):
    """Paints a line from its own side, and the ground of the one chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, box = theme(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            parent = self.parent()
            has_focus = isinstance(parent, QListView) and parent.hasFocus()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.colour("accent") if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -1), look.px(6), look.px(6))
        painter.setPen(look.colour("ink"))
        painter.setFont(option.font)
        paint_line(painter, box.adjusted(look.px(8), 0, -look.px(8), 0), str(index.data()))
        painter.restore()
