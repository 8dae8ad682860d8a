"""Small buttons that are a key cap and a word, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dialogue_notes.ui.theme.theme import theme

_HIGH, _CAP, _BESIDE = 24, 19, 6


class KeyButton(QAbstractButton):
    """A key cap and what the key does; Enter and Space press it as a click does."""

    def __init__(self, keys: str, words: str, name: str) -> None:
        super().__init__()
        self._keys = keys
        self.setText(words)
        self.setAccessibleName(name)
        self.setAccessibleDescription(keys)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        look = theme()
        words = QFontMetrics(look.interface_font(12)).horizontalAdvance(self.text())
        return QSize(self._cap_width() + look.px(2 * _BESIDE + 3) + words, look.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(look.colour("hover"))
            painter.setPen(QPen(look.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(5), look.px(5))
        cap = QRectF(look.px(3), (self.height() - look.px(17)) / 2, self._cap_width(), look.px(17))
        painter.setBrush(look.colour("raised"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawRoundedRect(cap, look.px(4), look.px(4))
        painter.setPen(look.colour("muted" if self.isEnabled() else "faint"))
        painter.setFont(look.interface_font(11))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.setFont(look.interface_font(12))
        metrics = painter.fontMetrics()
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(cap.right() + look.px(_BESIDE), base), self.text())

    def _cap_width(self) -> int:
        look = theme()
        words = QFontMetrics(look.interface_font(11)).horizontalAdvance(self._keys)
        return max(look.px(_CAP), words + look.px(10))


class Flow(QWidget):
    """Buttons side by side, on as many lines as the width asks for; those that are hidden take no room."""

    def __init__(self, buttons: Iterable[QAbstractButton]) -> None:
        super().__init__()
        self._all = tuple(buttons)
        for button in self._all:
            button.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Puts the buttons where there is room for them."""
        gap = theme().px(4)
        left = top = high = 0
        for button in self._all:
            if button.isHidden():
                continue
            size = button.sizeHint()
            width = min(size.width(), max(self.width(), theme().px(40)))
            if left and left + width > self.width():
                left, top, high = 0, top + high, 0
            button.setGeometry(QRect(left, top, width, size.height()))
            left, high = left + width + gap, max(high, size.height())
        if self.height() != top + high:
            self.setFixedHeight(max(1, top + high))


class KeyButtons(Flow):
    """Key buttons that are pressed for one thing together."""

    def __init__(self, buttons: Iterable[KeyButton]) -> None:
        self.buttons = tuple(buttons)
        super().__init__(self.buttons)

    def set_enabled(self, *, is_enabled: bool) -> None:
        """Whether there is anything that the keys could be pressed for."""
        for button in self.buttons:
            button.setEnabled(is_enabled)
