"""Painting one line of somebody's text, in whatever direction it is written.

In this module: `paint_line`, `is_right_to_left`.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter


def paint_line(
    painter: QPainter, box: QRect, words: str, across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter
) -> bool:
    """Paints `words` from the left edge of `box` with the painter's font and pen; whether all of it fitted.

    What does not fit ends in an ellipsis at the end of the text, which in Arabic or Hebrew is at the left.
    `across` says where the line stands in the height of the box.
    """
    direction = (
        Qt.TextFlag.TextForceRightToLeft if is_right_to_left(words) else Qt.TextFlag.TextForceLeftToRight
    )
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width(), direction.value)
    sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    flags = (sides | across).value | Qt.TextFlag.TextSingleLine.value | direction.value
    painter.drawText(box, flags, shown)
    return shown == words


def is_right_to_left(words: str) -> bool:
    """Whether the first strong character says so (Unicode's bidirectional algorithm, rules P2 and P3)."""
    for letter in words:
        kind = unicodedata.bidirectional(letter)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return False
