"""Buttons by kind, and the row of choices of which one holds.

In this module: `ButtonKind`, `Button`, `Segmented`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy

from dialogue_notes.ui.common.labels import KeyHint, restyle, spelt_keys
from dialogue_notes.ui.theme.theme import theme

_AIR, _LITTLE_AIR = 26, 11
"""Drawn pixels around the words of a choice, as in the style sheet, with the border of the focus."""


class ButtonKind(StrEnum):
    """How loud a button is; one PRIMARY to a screen."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


class Button(QPushButton):
    """A push button. `keys` is its shortcut as shown (the command registry makes it work); Enter presses it."""

    def __init__(
        self,
        words: str,
        *,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str = "",
        keys: str = "",
        name: str = "",
    ) -> None:
        super().__init__(words)
        self._icon_name = icon
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or words)
        self._hint: KeyHint | None = None
        if keys:
            self._show_keys(keys)
        self._tint()
        theme().changed.connect(self._tint)

    def set_words(self, words: str) -> None:
        """Other words on the button, also for a screen reader."""
        self.setText(words)
        self.setAccessibleName(words)

    def show_hint(self, *, is_shown: bool) -> None:
        """Whether the shortcut stands on the button, if it has one."""
        if self._hint is not None:
            self._hint.setVisible(is_shown)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        hint = self._hint if self._hint and not self._hint.isHidden() else None
        extra = hint.sizeHint().width() + theme().px(8) if hint else 0
        return QSize(plain.width() + extra, plain.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def _show_keys(self, keys: str) -> None:
        """The key cap stands inside the button at its right, and the words give it room."""
        self._hint = KeyHint(keys)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, theme().px(9), 0)
        inner.addStretch()
        inner.addWidget(self._hint)
        self.setProperty("hinted", "true")
        self.setAccessibleDescription(spelt_keys(keys))

    def _tint(self) -> None:
        if not self._icon_name:
            return
        tokens = theme().tokens
        colours = {
            ButtonKind.PRIMARY: tokens.on_accent,
            ButtonKind.LINK: tokens.accent,
            ButtonKind.DANGER: tokens.red,
        }
        self.setIcon(theme().icon(self._icon_name, colours.get(self._kind, tokens.ink)))
        self.setIconSize(theme().icon_size())


class Segmented(QFrame):
    """Choices side by side, one holds. `chosen(code)` when a person picks another one; arrow keys move along."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Iterable[tuple[str, str]], *, wraps: bool = False) -> None:
        """`name` is for screen readers; each choice is its code and its words. `wraps`: where they have no room side
        by side they move together, and at last stand on several lines; no word is cut.
        """
        super().__init__()
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self._wraps = wraps
        across = QSizePolicy.Policy.Expanding if wraps else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for code, words in choices:
            button = QPushButton(words)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            self._group.addButton(button)
            self._buttons[code] = button
            self._grid.addWidget(button, 0, len(self._buttons) - 1)
        theme().changed.connect(self._arrange)

    def code(self) -> str:
        """The code of what is chosen; empty when nothing is."""
        return next((code for code, button in self._buttons.items() if button.isChecked()), "")

    def buttons(self) -> tuple[QPushButton, ...]:
        """One for each choice."""
        return tuple(self._buttons.values())

    def set_code(self, code: str) -> None:
        """Shows `code` as chosen, without a signal; an unknown code chooses nothing."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == code)
        self._group.setExclusive(True)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(theme().px(60), least.height()) if self._wraps else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """As many side by side as have room, with the usual air around their words or with little."""
        if not self._wraps or not self._buttons:
            return
        buttons = list(self._buttons.values())
        widths = [button.fontMetrics().horizontalAdvance(button.text()) for button in buttons]
        room = self.width() - 4
        is_tight = sum(widths) + theme().px(_AIR) * len(widths) > room
        air = theme().px(_LITTLE_AIR)
        beside = len(buttons)
        while beside > 1 and any(
            sum(widths[at : at + beside]) + air * len(widths[at : at + beside]) > room
            for at in range(0, len(widths), beside)
        ):
            beside = (beside + 1) // 2
        for number, button in enumerate(buttons):
            if (button.property("tight") == "true") != is_tight:
                restyle(button, tight="true" if is_tight else "false")
            row, place = divmod(number, beside)
            if self._grid.itemAtPosition(row, place) is not self._grid.itemAt(self._grid.indexOf(button)):
                self._grid.addWidget(button, row, place)
