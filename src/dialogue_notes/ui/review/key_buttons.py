"""Small buttons that are a key cap and a word, in as many lines as they need.

In this module: `KeyButton`, `Detail`, `KeyButtons`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from dialogue_notes.ui.common.flow import Flow
from dialogue_notes.ui.theme.theme import theme

_HIGH, _CAP, _BESIDE = 24, 19, 6


class KeyButton(QAbstractButton):
    """A key cap and what the key does; Enter and Space press it as a click does."""

    def __init__(self, keys: str, words: str, name: str) -> None:
        super().__init__()
        self._keys = keys
        self._is_brief = False
        self._hint: QSize | None = None
        self.setText(words)
        self.setAccessibleName(name)
        self.setAccessibleDescription(keys)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self._measure)

    def sizeHint(self) -> QSize:
        if self._hint is None:
            look = theme()
            words = QFontMetrics(look.interface_font(12)).horizontalAdvance(self.text())
            beside = look.px(_BESIDE) if self._is_brief else look.px(2 * _BESIDE + 3) + words
            self._hint = QSize(self._cap_width() + beside, look.px(_HIGH))
        return self._hint

    def set_brief(self, *, is_brief: bool) -> None:
        """Whether the key cap stands alone, without its word, which is in the tool tip and on the sheet of keys."""
        if is_brief != self._is_brief:
            self._is_brief = is_brief
            self._hint = None
            self.updateGeometry()
            self.update()

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
        if self._is_brief:
            return
        painter.setFont(look.interface_font(12))
        metrics = painter.fontMetrics()
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(cap.right() + look.px(_BESIDE), base), self.text())

    def _measure(self) -> None:
        self._hint = None
        self.updateGeometry()

    def _cap_width(self) -> int:
        look = theme()
        words = QFontMetrics(look.interface_font(11)).horizontalAdvance(self._keys)
        return max(look.px(_CAP), words + look.px(10))


class Detail(Enum):
    """How much of the keys is shown, as there is room."""

    ALL = auto()
    MOST_USED = auto()
    CAPS = auto()


class KeyButtons(Flow):
    """Key buttons that are pressed for one thing together; `more` leads to what else there is, and stays."""

    def __init__(
        self, buttons: Iterable[KeyButton], *, more: KeyButton | None = None, most_used: int = 0
    ) -> None:
        """The first `most_used` of them stay where there is little room."""
        self.buttons = tuple(buttons)
        self._more = more
        self._most_used = most_used
        super().__init__(self.buttons if more is None else (*self.buttons, more))

    def show_detail(self, detail: Detail) -> None:
        """All with their words, the most used ones, or the key caps of all alone."""
        for number, button in enumerate(self.buttons):
            button.setVisible(detail is not Detail.MOST_USED or number < self._most_used)
            button.set_brief(is_brief=detail is Detail.CAPS)
        if self._more is not None:
            self._more.set_brief(is_brief=detail is Detail.CAPS)
        self.place()
