"""How many places are decided: in words, and as a bar beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_notes.ui.theme.theme import theme

_NOTHING = "Nothing to decide"
_HIGH, _BAR, _GAP = 20, 6, 12


class Progress(QWidget):
    """Drawn by hand: it changes with every key, and asks for no layout."""

    def __init__(self) -> None:
        super().__init__()
        self._decided = self._total = 0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_count(self, decided: int, total: int) -> None:
        """Shows `decided` of `total`."""
        self._decided, self._total = decided, total
        self._words = f"{decided:,} of {total:,} decided" if total else _NOTHING
        self.setAccessibleName(self._words)
        self.update()

    def words(self) -> str:
        """What it says."""
        return self._words

    def forget(self) -> None:
        """Shows nothing."""
        self._decided = self._total = 0
        self._words = ""
        self.setAccessibleName("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.interface_font(weight=600))
        painter.setPen(look.colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._words)
        left = QFontMetrics(painter.font()).horizontalAdvance(self._words) + look.px(_GAP)
        room, high = self.width() - left, look.px(_BAR)
        if not self._total or room < look.px(2 * _GAP):
            return
        bar = QRectF(left, (self.height() - high) / 2, room, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        if self._decided:
            bar.setWidth(max(high, room * self._decided / max(1, self._total)))
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(bar, high / 2, high / 2)
