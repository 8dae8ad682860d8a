"""Rows as they were drawn last, so that those which did not change are not written letter by letter again.

In this module: `RowPictures`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from dialogue_notes.ui.theme.theme import theme

_KEPT = 60
"""Some three screenfuls of rows."""
_HIGHEST = 1_600
"""Pixels above which a row is drawn each time: its picture would be larger than the screen."""


class RowPictures:
    """Pictures by the key of their row, each good for one state of it. They show words: `forget` drops them all."""

    def __init__(self, on: QWidget) -> None:
        """`on` is what the rows are painted on, in the colour of paper."""
        self._on = on
        self._known: dict[Hashable, tuple[object, QPixmap]] = {}
        theme().changed.connect(self.forget)

    def paint(
        self, painter: QPainter, key: Hashable, state: object, box: QRect, draw: Callable[[QPainter], None]
    ) -> None:
        """Paints a row into `box`: its picture, or what `draw` draws with the row's upper left corner as origin."""
        if box.height() > _HIGHEST or box.isEmpty():
            painter.save()
            painter.translate(box.topLeft())
            draw(painter)
            painter.restore()
            return
        ratio = self._on.devicePixelRatioF()
        state = (state, box.width(), box.height(), ratio)
        known = self._known.pop(key, None)
        if known is None or known[0] != state:
            known = state, self._drawn(box, ratio, draw)
        self._known[key] = known
        if len(self._known) > _KEPT:
            self._known.pop(next(iter(self._known)))
        painter.drawPixmap(box.topLeft(), known[1])

    def forget(self) -> None:
        """Drops every picture."""
        self._known.clear()

    def _drawn(self, box: QRect, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
        picture = QPixmap(round(box.width() * ratio), round(box.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme().colour("paper"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._on.layoutDirection())
        draw(painter)
        painter.end()
        return picture
