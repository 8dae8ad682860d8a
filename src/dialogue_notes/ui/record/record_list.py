"""The record on the screen, and the keys that work in it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from dialogue_notes.ui.record.model import RecordModel
from dialogue_notes.ui.record.pieces import is_hands_off
from dialogue_notes.ui.record.row_stack import RowStack

_ACTIONS = QAbstractItemView.CursorAction
_STEPS: dict[int, QAbstractItemView.CursorAction] = {
    Qt.Key.Key_Up: _ACTIONS.MoveUp,
    Qt.Key.Key_Down: _ACTIONS.MoveDown,
    Qt.Key.Key_PageUp: _ACTIONS.MovePageUp,
    Qt.Key.Key_PageDown: _ACTIONS.MovePageDown,
    Qt.Key.Key_Home: _ACTIONS.MoveHome,
    Qt.Key.Key_End: _ACTIONS.MoveEnd,
}


class RecordList(RowStack):
    """Newest at the bottom, and stays there as entries come, unless a person has scrolled up.

    Signals: `edit_requested(id)` (Enter), `letter_typed(text)` (a letter: for re-attribution), `left` (Esc),
    `entered(bool)` as the focus comes and goes.
    """

    edit_requested = Signal(str)
    letter_typed = Signal(str)
    entered = Signal(bool)
    left = Signal()

    def __init__(self, model: RecordModel) -> None:
        super().__init__(model)
        self._run_start = ""
        self.setAccessibleName("Record")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(False)
        self.setTabKeyNavigation(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._measure_in_sight()
        shift = self._shift()
        for place in self._in_sight():
            index = self._rows.index(place)
            is_selected = self.selectionModel().isSelected(index) or (
                self.hasFocus() and index == self.currentIndex()
            )
            self._layout(place).paint(painter, self._offsets[place] - shift, is_selected=is_selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._start_over()
        else:
            self._set_range()

    def scrollContentsBy(self, across: int, down: int) -> None:
        bar = self.verticalScrollBar()
        self._is_at_end = bar.value() >= bar.maximum()
        self.viewport().update()

    def scroll_to_end(self) -> None:
        """Shows the newest entry and stays with it."""
        self._is_at_end = True
        self._set_range()

    def scroll_pages(self, pages: int) -> None:
        """Scrolls without taking the focus; negative is up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def selected_ids(self) -> tuple[str, ...]:
        """The entries selected, in order."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._rows.rows[place].id for place in places)

    def select_last(self) -> None:
        """Selects the newest entry and takes the focus; the mark of hands taken off is passed over."""
        rows = self._rows.rows
        place = len(rows) - 1
        while place > 0 and is_hands_off(rows[place].intervention):
            place -= 1
        if rows:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(self._rows.index(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and place >= 0:
            self.edit_requested.emit(self._rows.rows[place].id)
        elif event.key() == Qt.Key.Key_Space and place >= 0:
            self._rows.toggle_fold(place)
        elif (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            and (step := _STEPS.get(event.key())) is not None
            and self._rows.rowCount()
        ):
            self._extend(step)
        elif _is_letter(event):
            self.letter_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _extend(self, action: QAbstractItemView.CursorAction) -> None:
        """Selects a run by its entries: Qt's own goes by the pixels of its start, which move with every layout."""
        selected, new = self.selected_ids(), self.moveCursor(action, Qt.KeyboardModifier.ShiftModifier)
        rows, now = self._rows.rows, self.currentIndex().row()
        if len(selected) == 1 or self._run_start not in selected:
            self._run_start = rows[now if now >= 0 else new.row()].id
        start = next(number for number, row in enumerate(rows) if row.id == self._run_start)
        first, last = sorted((start, new.row()))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(new, flags.NoUpdate)
        run = QItemSelection(self._rows.index(first), self._rows.index(last))
        self.selectionModel().select(run, flags.ClearAndSelect)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters name a speaker here."""


def _is_letter(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
    return plain and bool(event.text().strip()) and event.text().isprintable()
