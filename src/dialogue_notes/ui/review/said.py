"""What is said of the chosen place, written by hand: other words ask for no layout unless they need other lines.

In this module: `Said`.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.theme.theme import theme

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_GAP = 3


class Said(QWidget):
    """A strong sentence, and in small letters what stands below it. A line that is empty takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._why = self._scope = ""
        self._is_brief = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def words(self) -> str:
        """All that is said."""
        return f"{self._why}\n{self._scope}"

    def say(self, why: str, scope: str) -> bool:
        """Says this; whether it needs another height than what was said before."""
        if (why, scope) == (self._why, self._scope):
            return False
        before = self.heightForWidth(self.width())
        self._why, self._scope = why, scope
        self.setAccessibleName(self.words())
        self.update()
        is_other = self.heightForWidth(self.width()) != before
        if is_other:
            self.updateGeometry()
        return is_other

    def set_brief(self, *, is_brief: bool) -> None:
        """Whether the sentence stands alone."""
        if is_brief != self._is_brief:
            self._is_brief = is_brief
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(box.height() + theme().px(_GAP) for _words, _font, _colour, box in self._lines(width))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), self.heightForWidth(max(self.width(), theme().px(120))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for words, font, colour, box in self._lines(self.width()):
            painter.setFont(font)
            painter.setPen(theme().colour(colour))
            painter.drawText(box, int(_WRAP), words)

    def _lines(self, width: int) -> list[tuple[str, QFont, str, QRect]]:
        look = theme()
        found = []
        top = 0
        for words, font, colour in (
            (self._why, look.interface_font(weight=600), "ink"),
            ("" if self._is_brief else self._scope, look.interface_font(11), "muted"),
        ):
            if words:
                said = shown_text(words)
                high = _height(font, said, max(width, 1))
                found.append((said, font, colour, QRect(0, top, width, high)))
                top += high + look.px(_GAP)
        return found


def _height(font: QFont, words: str, width: int) -> int:
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(words) <= width:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), words).height()
