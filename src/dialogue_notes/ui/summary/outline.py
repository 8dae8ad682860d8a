"""The summary as an outline: headings with their points, moved, edited and removed by keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from dialogue_notes.domain.language import SURENESS_WORDS
from dialogue_notes.ui.summary.lists import WRAP, RowDelegate, RowList, Shape
from dialogue_notes.ui.summary.model import OutlineRow, RowModel
from dialogue_notes.ui.theme.theme import theme


class OutlineDrawing:
    """Paints a heading, or a point with its number, how sure it is and how many sources it has."""

    def shape_of(self, row: OutlineRow) -> Shape:
        look = theme()
        if row.point_id:
            return Shape(row.text, 15, 400, look.px(66), look.px(34))
        return Shape(row.text, 17, 600, look.px(28), look.px(24))

    def paint_row(self, painter: QPainter, box: QRect, row: OutlineRow, *, is_chosen: bool) -> None:
        look = theme()
        inner = box.adjusted(look.px(14), look.px(8), -look.px(14), -look.px(6))
        if row.point_id:
            self._paint_point(painter, inner, row)
        else:
            painter.setFont(look.record_font(17, weight=600))
            painter.setPen(look.colour("ink"))
            painter.drawText(inner.adjusted(0, look.px(6), 0, 0), int(WRAP), row.text)

    def _paint_point(self, painter: QPainter, inner: QRect, row: OutlineRow) -> None:
        look = theme()
        painter.setFont(look.interface_font(12))
        painter.setPen(look.colour("muted"))
        painter.drawText(inner.adjusted(0, look.px(3), 0, 0), int(WRAP), row.number)
        words = inner.adjusted(look.px(38), 0, 0, 0)
        painter.setFont(look.record_font())
        painter.setPen(look.colour("ink"))
        painter.drawText(words, int(WRAP), row.text)
        painter.setFont(look.interface_font(11))
        painter.setPen(look.colour("amber" if row.is_stale else "muted"))
        low = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(words, low, _below(row))


class Outline(RowList):
    """Enter edits a row; Delete removes it; Alt with up and down moves it (`moved(row, -1 or 1)`)."""

    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, model: RowModel[OutlineRow]) -> None:
        super().__init__("Points of the summary", model)
        self.setItemDelegate(RowDelegate(self, OutlineDrawing()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps and row >= 0:
            self.moved.emit(row, steps[Qt.Key(event.key())])
            return
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and row >= 0:
            self.removed.emit(row)
            return
        super().keyPressEvent(event)


def _below(row: OutlineRow) -> str:
    sources = {0: "no source", 1: "1 source"}.get(row.sources, f"{row.sources} sources")
    parts = [SURENESS_WORDS[row.sureness], sources, "written by hand" if row.is_written else ""]
    stale = "its source was edited after drafting" if row.is_stale else ""
    return " · ".join(part for part in (*parts, stale) if part)
