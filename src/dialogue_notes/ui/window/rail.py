"""The rail at the left: one button a room, with its icon and word, and at its foot the key of the commands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import KeyHint, PlainLabel, Tone, spelt_keys
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.common.rooms import Room
from dialogue_notes.ui.theme.theme import theme


class Rail(QFrame):
    """Shows the rooms in the order they are added. `room_requested(code)` when one is pressed.

    `commands_requested` when the hint at the foot is.
    """

    room_requested = Signal(str)
    commands_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Rooms")
        self._buttons: dict[str, _RailButton] = {}
        self._group = QButtonGroup(self)
        self._column: QVBoxLayout = column(margins=(4, 10, 4, 10), gap=4)
        self._column.addStretch(1)
        hint = _CommandsHint()
        hint.clicked.connect(self.commands_requested)
        self._column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(self._column)
        theme().changed.connect(self._measure)
        self._measure()

    def add(self, room: Room, keys: str) -> None:
        """Puts a room at the end of the rail; `keys` is shown in its tip."""
        button = _RailButton(room, keys)
        button.clicked.connect(lambda: self.room_requested.emit(room.code))
        self._group.addButton(button)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[room.code] = button

    def show_room(self, code: str) -> None:
        """Marks the room that is shown."""
        self._buttons[code].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons: list[QWidget] = list(self._buttons.values())
        focus = self.focusWidget()
        if step is None or focus not in buttons:
            super().keyPressEvent(event)
            return
        buttons[(buttons.index(focus) + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _measure(self) -> None:
        self.setFixedWidth(theme().px(66))


class _RailButton(QToolButton):
    """One room."""

    def __init__(self, room: Room, keys: str) -> None:
        super().__init__()
        self._icon_name = room.icon
        self.setObjectName("rail-button")
        self.setText(room.words)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(room.words)
        self.setToolTip(f"{room.words} ({spelt_keys(keys)})")
        self.toggled.connect(lambda _checked: self._tint())
        theme().changed.connect(self._tint)
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # the rail moves along
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(57), theme().px(51))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tint(self) -> None:
        tokens = theme().tokens
        self.setIcon(theme().icon(self._icon_name, tokens.accent if self.isChecked() else tokens.muted, 20))
        self.setIconSize(theme().icon_size(20))


class _CommandsHint(Button):
    """Says in muted words where everything else is to be found; a click leaves the focus where it is."""

    def __init__(self) -> None:
        super().__init__("", kind=ButtonKind.QUIET, name="Commands")
        self.setObjectName("rail-hint")
        self.setAccessibleDescription(spelt_keys("Ctrl+K"))
        self.setToolTip("Everything that can be done here, with its keys")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key = KeyHint("Ctrl+K")
        words = PlainLabel("Commands", tone=Tone.MUTED)
        for label in (key, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = column(margins=(0, 4, 0, 4), gap=3)
        inner.addWidget(key, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        self._inner = inner
        self.setLayout(inner)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(57), self._inner.sizeHint().height())
