"""Cells that are edited in place: lines and choices, by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.meetings.model import Index
from dialogue_notes.ui.theme.theme import theme

Choices = Callable[[], Sequence[tuple[str, str]]]
"""Codes and words, asked for anew each time a cell is edited."""


class TableOfCells(QTableView):
    """A table on paper: no grid, no row numbers. Any key edits; Delete asks to remove; Alt+Up and Alt+Down move.

    Tab out of the empty row goes on with the row that it makes, once that is there: `go_on_with`. Keys that are
    pressed before it is there wait for it.
    """

    remove_requested = Signal(int)
    move_requested = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._goes_on = False
        self._waiting: list[QKeyEvent] = []
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)  # Tab leaves the table; within an open cell it goes to the next one
        self.setMouseTracking(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        theme().changed.connect(self._measure)
        self._measure()

    def event(self, event: QEvent) -> bool:
        if self._goes_on and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() != Qt.Key.Key_Escape:  # typed for the row that is only being made; Tab as well
                self._waiting.append(event.clone())
                return True
            self._wait_no_more()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and step is not None:
            self.move_requested.emit(row, step)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.remove_requested.emit(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._edit_by_enter()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        is_empty_row = self.currentIndex().row() == self.model().rowCount() - 1
        is_new = is_empty_row and isinstance(editor, QLineEdit) and bool(editor.text().strip())
        self._goes_on = is_new and hint is QStyledItemDelegate.EndEditHint.EditNextItem
        if self._goes_on:  # the next cell is one of a row that is only being made
            hint = QStyledItemDelegate.EndEditHint.NoHint
        super().closeEditor(editor, hint)

    def go_on_with(self, row: int, column: int) -> bool:
        """Edits a cell of the row just made, if Tab asked for that and nobody types elsewhere meanwhile."""
        is_wanted, keys = self._goes_on, self._waiting
        self._wait_no_more()
        if not is_wanted or not self.hasFocus() or self.state() is QAbstractItemView.State.EditingState:
            return False
        self.choose(row, column)
        self.edit(self.currentIndex())
        for key in keys:
            QApplication.sendEvent(QApplication.focusWidget() or self, key)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._wait_no_more()
        super().focusOutEvent(event)

    def _wait_no_more(self) -> None:
        self._goes_on = False
        self._waiting = []

    def _edit_by_enter(self) -> None:
        """An open editor lets Enter through to its table as well; then it is the editor's alone."""
        is_editing = self.state() is QAbstractItemView.State.EditingState
        if not is_editing and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())

    def choose(self, row: int, column: int = 0) -> None:
        """Puts the cursor on a cell."""
        self.setCurrentIndex(self.model().index(row, column))

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(34))


class LineCells(QStyledItemDelegate):
    """Cells of plain words; the first column of the empty row is shown as the hint that it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setBrush(theme().colour("accent_soft"))
            has_focus = option.widget.hasFocus()
            painter.setPen(theme().colour("accent") if has_focus else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 2, -2, -2), 6, 6)
        painter.setFont(self.cell_font(index))
        painter.setPen(self.cell_colour(index))
        inner = box.adjusted(theme().px(6), 0, -theme().px(4), 0)
        paint_line(painter, inner, str(index.data() or ""))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(theme().colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def cell_font(self, index: Index) -> QFont:
        """The face of a cell."""
        return theme().interface_font()

    def cell_colour(self, index: Index) -> str:
        """The colour of a cell: quiet for what is empty or not set here."""
        is_empty_row = index.row() == index.model().rowCount() - 1
        return theme().tokens.muted if is_empty_row else theme().tokens.ink

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():  # Qt asks again when rows are refreshed
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))


class ChoiceCells(LineCells):
    """Cells that hold a code of a closed set, or also other words when `is_open`."""

    def __init__(self, parent: QWidget, choices: Choices, *, is_open: bool = False) -> None:
        super().__init__(parent)
        self._choices = choices
        self._is_open = is_open

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        for code, words in self._choices():
            box.addItem(words, code)
        box.setEditable(self._is_open)
        box.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if not self._is_open:  # in an open one Enter ends the editing, as in a line
            box.activated.connect(lambda _index: self._finish(box, QStyledItemDelegate.EndEditHint.NoHint))
            box.view().installEventFilter(_PopupKeys(box, self._finish))
            QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            value = str(index.data(Qt.ItemDataRole.EditRole) or "")
            place = editor.findData(value)
            editor.setCurrentIndex(place)
            if self._is_open:
                editor.setEditText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            value = editor.currentText() if self._is_open else editor.currentData()
            model.setData(index, value if value is not None else "")

    def _finish(self, box: QComboBox, hint: QStyledItemDelegate.EndEditHint) -> None:
        if hint is not QStyledItemDelegate.EndEditHint.RevertModelCache:
            self.commitData.emit(box)
        self.closeEditor.emit(box, hint)


class _PopupKeys(QObject):
    """In the list of a choice Tab takes what is marked and goes on; Esc leaves the cell as it was, in one step."""

    def __init__(
        self, box: QComboBox, finish: Callable[[QComboBox, QStyledItemDelegate.EndEditHint], None]
    ) -> None:
        super().__init__(box)
        self._box = box
        self._finish = finish

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        hints = {
            Qt.Key.Key_Tab: QStyledItemDelegate.EndEditHint.EditNextItem,
            Qt.Key.Key_Backtab: QStyledItemDelegate.EndEditHint.EditPreviousItem,
            Qt.Key.Key_Escape: QStyledItemDelegate.EndEditHint.RevertModelCache,
        }
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            hint = hints.get(Qt.Key(event.key()))
            if hint is not None:
                self._box.setCurrentIndex(self._box.view().currentIndex().row())
                self._box.hidePopup()
                self._finish(self._box, hint)
                return True
        return super().eventFilter(watched, event)
