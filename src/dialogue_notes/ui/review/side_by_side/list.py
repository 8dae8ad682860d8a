"""The rows of two records in a list, and the keys that work in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from dialogue_notes.ui.review.side_by_side.model import Index, SideModel
from dialogue_notes.ui.review.side_by_side.row import RowDelegate
from dialogue_notes.ui.theme.theme import theme

_AT_ONCE = 100
"""Rows measured before the screen is painted again."""


class SideList(QListView):
    """Signals carry a row's key: `take_requested` (Enter), `keep_requested` (K), `strike_requested` (X); others are
    `filtered` (F), `undo_requested` (Ctrl+Z), `redo_requested` (Ctrl+Shift+Z), `left` (Esc), and
    `moved` as another row is chosen.
    """

    take_requested = Signal(str)
    keep_requested = Signal(str)
    strike_requested = Signal(str)
    filtered = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    moved = Signal()
    left = Signal()

    def __init__(self, model: SideModel) -> None:
        super().__init__()
        self._rows = model
        self._delegate = RowDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("side-by-side")
        self.setAccessibleName("Two records side by side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width of the rows stays
        self.setLayoutMode(
            QListView.LayoutMode.Batched
        )  # the first screen is there while the rest is measured
        self.setBatchSize(_AT_ONCE)
        self.setDragEnabled(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QListView#side-by-side { border: none; background: transparent; padding: 0; }")
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def key(self) -> str:
        """The key of the row chosen; empty for none."""
        row = self._rows.row_at(self.currentIndex().row())
        return row.key if row is not None else ""

    def choose(self, place: int) -> None:
        """Chooses the row at a place, if there is one."""
        if 0 <= place < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(place))

    def choose_open(self, step: int) -> None:
        """Goes to the next open difference, or back to the one before."""
        self.choose(self._rows.next_open(max(0, self.currentIndex().row()), step))

    def forget(self) -> None:
        """Drops every word."""
        self._rows.set_rows(())
        self._delegate.forget()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and Ctrl+Shift+Z in the list are for the list, whatever the window does with it elsewhere."""
        asks = event.type() is QEvent.Type.ShortcutOverride
        if (
            asks
            and isinstance(event, QKeyEvent)
            and (_is_undo(event) or _is_redo(event) or _is_letter(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """To a row that was not measured yet, all are measured at once: it must be in sight now."""
        if index.isValid() and not self.visualRect(index).isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        super().scrollTo(index, hint)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A row that stands otherwise is as high as before: it is painted again, and the others are not measured."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if _is_undo(event):
            self.undo_requested.emit()
        elif _is_redo(event):
            self.redo_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key():
            self.take_requested.emit(self.key())
        elif not (_is_letter(event) and self._take_letter(event)):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters act here."""

    def _take_letter(self, event: QKeyEvent) -> bool:
        letter = event.text().upper()
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if letter == "F":
            self.filtered.emit()
        elif letter == "J":
            self.choose_open(-1 if is_back else 1)
        elif letter == "K" and self.key():
            self.keep_requested.emit(self.key())
        elif letter == "X" and self.key():
            self.strike_requested.emit(self.key())
        else:
            return False
        return True


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Redo)


def _is_letter(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
    return plain and event.text().upper() in {"F", "J", "K", "X"}
