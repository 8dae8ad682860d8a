"""The sanitised record at the left: each entry as this audience may see it, to be picked with Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_notes.ui.summary.lists import WRAP, RowList, measured, width_of
from dialogue_notes.ui.summary.model import ROW_ROLE, RowModel, SourceRow
from dialogue_notes.ui.theme.theme import theme


class SourceDelegate(QStyledItemDelegate):
    """Paints one entry: what may be seen of it, and below it whether it is picked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: SourceRow = index.data(ROW_ROLE)
        look, width = theme(), width_of(option)
        font = look.record_font(12) if row.note else look.record_font(14)
        above = look.px(19) if row.heading else 0
        below = look.px(18 if row.note else 36)
        return QSize(width, above + measured(font, _said(row), width - look.px(20)) + below)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: SourceRow = index.data(ROW_ROLE)
        look = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(look.colour("accent") if option.widget.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 1.5, -0.5, -1.5), look.px(7), look.px(7))
        else:
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
        painter.setFont(look.record_font(12) if row.note else look.record_font(14))
        painter.setPen(look.colour("muted" if row.note else "ink"))
        painter.drawText(inner, int(WRAP), _said(row))
        if not row.note:
            painter.setFont(look.record_font(11))
            painter.setPen(look.colour("accent"))
            low = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(inner, low, row.picked or "↵ pick")
        painter.restore()


class SourceList(RowList):
    """The entries; Enter picks one, or puts it back."""

    def __init__(self, model: RowModel[SourceRow]) -> None:
        super().__init__("Sanitised record", model)
        self.setItemDelegate(SourceDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


def _said(row: SourceRow) -> str:
    return f"{row.lead}: {row.words}" if row.lead and not row.note else row.words
