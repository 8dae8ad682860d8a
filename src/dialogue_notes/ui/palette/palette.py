"""The command palette (Ctrl+K): every action that can be done now, with its keys, found by typing."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.labels import spelt_keys
from dialogue_notes.ui.common.layout import Hairline, column
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ID = "palette"
"""The palette's own command, which it does not list."""

_SHOWN_ROWS = 9


class CommandModel(QAbstractListModel):
    """The commands that match what is typed: all words of it, anywhere; those that begin with it come first."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Command, ...] = ()
        self._shown: tuple[Command, ...] = ()

    def show_commands(self, commands: tuple[Command, ...]) -> None:
        """Takes what can be done now."""
        self._all = commands
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Shows what matches `typed`."""
        self.beginResetModel()
        words = typed.casefold().split()
        found = (each for each in self._all if all(word in each.words.casefold() for word in words))
        begin = " ".join(words)
        self._shown = tuple(sorted(found, key=lambda each: not each.words.casefold().startswith(begin)))
        self.endResetModel()

    def command(self, row: int) -> Command | None:
        """The command at `row`, if there is one."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.command(index.row())
        if command is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return command.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.words}, {spelt_keys(command.keys[0])}" if command.keys else command.words
        if role == Qt.ItemDataRole.UserRole:
            return "  or  ".join(spelt_keys(key) for key in command.keys)
        return None


class _CommandRow(QStyledItemDelegate):
    """Words at the left, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme().tokens
        box: QRect = option.rect.adjusted(theme().px(6), 1, -theme().px(6), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme().colour("accent_soft"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(theme().px(12), 0, -theme().px(12), 0)
        painter.setFont(theme().interface_font())
        painter.setPen(tokens.ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.setFont(theme().interface_font(11))
        painter.setPen(tokens.muted)
        keys = str(index.data(Qt.ItemDataRole.UserRole))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
        painter.restore()


class Palette(Overlay):
    """A line to type in and the list below it; Enter does what is chosen, Esc closes."""

    def __init__(self, host: QWidget, commands: Commands) -> None:
        self._typed = QLineEdit()
        self._list = QListView()
        super().__init__(
            host, column(self._typed, Hairline(), self._list, margins=(6, 8, 6, 8), gap=6), name="Commands"
        )
        self._commands = commands
        self._model = CommandModel()
        self._typed.setPlaceholderText("What would you like to do?")
        self._typed.setAccessibleName("Find a command")
        self._typed.setProperty("face", "palette")
        self._typed.installEventFilter(self)
        self._typed.textEdited.connect(self._narrow)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_CommandRow(self._list))
        self._list.setAccessibleName("Commands")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda index: self._do(index.row()))

    def show_sheet(self) -> None:
        """Opens on what can be done now, the room's own actions first."""
        self._typed.clear()
        here = [command for command in self._commands.available() if command.id != ID]
        self._model.show_commands(tuple(sorted(here, key=lambda command: command.room is None)))
        self._list.setFixedHeight(theme().px(34) * _SHOWN_ROWS)
        self._choose(0)
        self.open(self._typed)

    def forget(self) -> None:
        """For locking: what was typed goes too, and cannot be undone back."""
        super().forget()
        self._typed.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self._typed:
            return self._steer(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _steer(self, key: Qt.Key) -> bool:
        row = self._list.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self._choose(min(max(row + steps[key], 0), self._model.rowCount() - 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do(row)
        else:
            return False
        return True

    def _narrow(self, typed: str) -> None:
        self._model.narrow(typed)
        self._choose(0)

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _do(self, row: int) -> None:
        command = self._model.command(row)
        self.close_sheet()
        if command is not None:
            self._commands.run(command.id)
