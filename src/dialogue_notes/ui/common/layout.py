"""Rows and columns with the margins of the design, and the things that stand between.

In this module: `column`, `row`, `panel`, `scrolled`, `side_width`, `bring_into_sight`,
`tab_on`, `clear_layout`, `Hairline`, `Card`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dialogue_notes.ui.theme.theme import theme

L = TypeVar("L", bound=QBoxLayout)

Piece = QWidget | QLayout | int | None
"""What `column` and `row` lay out: a widget, a layout, a gap in pixels, or None for what takes the rest."""


def column(*pieces: Piece, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> QVBoxLayout:
    """The pieces below each other; margins are left, top, right, bottom."""
    return _fill(QVBoxLayout(), pieces, margins, gap)


def row(*pieces: Piece, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> QHBoxLayout:
    """The pieces side by side."""
    return _fill(QHBoxLayout(), pieces, margins, gap)


def panel(layout: QLayout, name: str = "") -> QFrame:
    """A frame around a layout; `name` is its style name ("panel", "card", "room")."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setLayout(layout)
    return frame


def scrolled(layout: QLayout) -> QScrollArea:
    """The layout on a sheet that scrolls down when it is too long and never sideways."""
    sheet = QWidget()
    sheet.setObjectName("sheet")
    sheet.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(sheet)
    return area


def side_width(room: QWidget, drawn: int, share: float) -> int:
    """How wide a column at the side is: `drawn` pixels at the present zoom, but at most a `share` of the room."""
    return max(theme().px(60), min(theme().px(drawn), round(room.width() * share)))


def bring_into_sight(widget: QWidget) -> None:
    """Scrolls every area around `widget` so that it can be seen whole, from its top on where it is higher.

    Qt's own way brings no more of a line of text into sight than its caret.
    """
    parent = widget.parentWidget()
    while parent is not None:
        page = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and page is not None:
            box = QRect(widget.mapTo(page, QPoint()), widget.size())
            box.setHeight(min(box.height(), parent.viewport().height()))
            middle = box.center()
            parent.ensureVisible(middle.x(), middle.y(), 0, (box.height() + 1) // 2)
        parent = parent.parentWidget()


def tab_on(before: QWidget, *after: QWidget) -> None:
    """Tab goes from `before` through these in their order: what is made late would come last otherwise."""
    for widget in after:
        QWidget.setTabOrder(before, widget)
        before = widget


def clear_layout(layout: QLayout) -> None:
    """Takes everything out of a layout and destroys the widgets, those of inner layouts too."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)


class Hairline(QFrame):
    """One pixel of line, lying unless `is_upright`."""

    def __init__(self, *, is_upright: bool = False) -> None:
        super().__init__()
        self.setObjectName("hairline")
        if is_upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)


class Card(QFrame):
    """A raised sheet with a hairline round it."""

    def __init__(self, layout: QLayout | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        if layout is not None:
            self.setLayout(layout)


def _fill(layout: L, pieces: Iterable[Piece], margins: tuple[int, int, int, int], gap: int) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, QWidget):
            layout.addWidget(piece)
        elif isinstance(piece, QLayout):
            layout.addLayout(piece)
        else:
            layout.addSpacing(piece)
    return layout
