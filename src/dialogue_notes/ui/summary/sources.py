"""The sanitised record at the left: each entry as this audience may see it, to be picked with Enter."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView

from dialogue_notes.ui.summary.lists import WRAP, RowDelegate, RowList, Shape
from dialogue_notes.ui.summary.model import RowModel, SourceRow
from dialogue_notes.ui.theme.theme import theme


class SourceDrawing:
    """Paints one entry: what may be seen of it, and below it whether it is picked."""

    def shape_of(self, row: SourceRow) -> Shape:
        look = theme()
        above = look.px(19) if row.heading else 0
        below = look.px(18 if row.note else 36)
        return Shape(_said(row), _size(row), 400, look.px(20), above + below)

    def paint_row(self, painter: QPainter, box: QRect, row: SourceRow, *, is_chosen: bool) -> None:
        look = theme()
        if not is_chosen:
            painter.setPen(look.colour("line"))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(look.px(10), look.px(8), -look.px(10), -look.px(8))
        if row.heading:
            painter.setFont(look.interface_font(11, weight=600))
            painter.setPen(look.colour("muted"))
            painter.drawText(
                inner,
                int(WRAP),
                QFontMetrics(painter.font()).elidedText(
                    row.heading, Qt.TextElideMode.ElideRight, inner.width()
                ),
            )
            inner.setTop(inner.top() + look.px(19))
        painter.setFont(look.record_font(_size(row)))
        painter.setPen(look.colour("muted" if row.note else "ink"))
        painter.drawText(inner, int(WRAP), _said(row))
        if not row.note:
            painter.setFont(look.record_font(11))
            painter.setPen(look.colour("accent"))
            low = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(inner, low, row.picked or "↵ pick")


class SourceList(RowList):
    """The entries; Enter picks one, or puts it back."""

    def __init__(self, model: RowModel[SourceRow]) -> None:
        super().__init__("Sanitised record", model)
        self.setItemDelegate(RowDelegate(self, SourceDrawing()))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


def _said(row: SourceRow) -> str:
    return f"{row.lead}: {row.words}" if row.lead and not row.note else row.words


def _size(row: SourceRow) -> int:
    return 12 if row.note else 14
