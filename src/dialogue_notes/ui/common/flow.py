"""Widgets side by side, on as many lines as they need.

In this module: `Flow`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_notes.ui.theme.theme import theme


class Flow(QWidget):
    """Widgets side by side, on as many lines as the width asks for; those that are hidden take no room."""

    def __init__(self, widgets: Iterable[QWidget] = (), *, gap: int = 4) -> None:
        """`gap` is in drawn pixels."""
        super().__init__()
        self._gap = gap
        self._all: tuple[QWidget, ...] = ()
        self.hold(widgets)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.place)

    def hold(self, widgets: Iterable[QWidget]) -> None:
        """Takes these in, in their order, which is that of Tab too, if they are new."""
        self._all = tuple(widgets)
        for widget in self._all:
            widget.setParent(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _widget, box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put()
        if (
            event.size().width() != event.oldSize().width()
        ):  # its height, which the layout keeps, is another one
            self.updateGeometry()

    def place(self) -> None:
        """Puts the widgets where there is room for them, after some were shown, hidden or given other words."""
        self._put()
        self.updateGeometry()

    def _put(self) -> None:
        for widget, box in self._boxes(self.width()):
            widget.setGeometry(box)

    def _boxes(self, room: int) -> Iterator[tuple[QWidget, QRect]]:
        """Where each widget stands; those of one line share its middle."""
        top = 0
        for line in self._lines(room):
            high = max(size.height() for _widget, size in line)
            left = 0
            for widget, size in line:
                yield widget, QRect(QPoint(left, top + (high - size.height()) // 2), size)
                left += size.width() + theme().px(self._gap)
            top += high

    def _lines(self, room: int) -> Iterator[list[tuple[QWidget, QSize]]]:
        line: list[tuple[QWidget, QSize]] = []
        left = 0
        for widget in self._all:
            if widget.isHidden():
                continue
            wanted = widget.sizeHint()
            size = QSize(min(wanted.width(), max(room, theme().px(40))), wanted.height())
            if line and left + size.width() > room:
                yield line
                line, left = [], 0
            line.append((widget, size))
            left += size.width() + theme().px(self._gap)
        if line:
            yield line
