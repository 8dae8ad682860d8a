"""Buttons side by side, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.theme.theme import theme

_GAP = 4


class WrappedRow(QWidget):
    """As high as its lines, whatever its width; Tab goes from button to button in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._place)

    def show_buttons(self, buttons: Iterable[Button]) -> None:
        """These, in place of those before."""
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = list(buttons)
        for button in self._buttons:
            button.setParent(self)
            button.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = top = high = 0
        for button in self._buttons:
            size = button.sizeHint()
            if left and left + size.width() > self.width():
                left, top, high = 0, top + high + _GAP, 0
            button.setGeometry(QRect(left, top, size.width(), size.height()))
            left, high = left + size.width() + _GAP, max(high, size.height())
        self.setFixedHeight(max(1, top + high))
