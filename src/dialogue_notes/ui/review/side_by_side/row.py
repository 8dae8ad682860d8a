"""One row of two records: laid out in two columns with the sign of its state between them, and painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_notes.errors import BugError, ErrorCode
from dialogue_notes.services.parallel.rows import RowState
from dialogue_notes.ui.common.painting import is_right_to_left, paint_line
from dialogue_notes.ui.common.positions import shown_text, to_units
from dialogue_notes.ui.review.side_by_side.model import NOTHING, ROW_ROLE, Cell, ShownRow
from dialogue_notes.ui.theme.theme import theme

LEFT, GUTTER, RIGHT = 14, 44, 14
"""Drawn pixels beside and between the columns."""
TEXT, LINE, HEADING, SESSION, AIR = 15, 23, 17, 34, 16
"""Drawn pixels of a letter, a line of text, the line of facts above it, a session's title, the air between rows."""
_KEPT = 400
"""Layouts kept: some screens full."""
_SIGNS = {RowState.SAME: ("=", "muted"), RowState.SETTLED: ("✓", "green"), RowState.DIFFERENT: ("≠", "amber")}


@dataclass(frozen=True, slots=True)
class Column:
    """A laid out cell: its line of facts and its text."""

    heading: str
    layout: QTextLayout


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of a list as wide as the list is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[
            str, tuple[ShownRow, int]
        ] = {}  # by key: to hash a row is to read all of its words
        self._laid: dict[str, tuple[ShownRow, Column, Column]] = {}
        self._measure = (0, 0.0)
        self._font = theme().record_font(TEXT)

    def forget(self) -> None:
        """Drops every word."""
        self._heights.clear()
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self._check_measure()
        row = _row(index)
        known = self._heights.get(row.key)
        if known is None or known[0] != row:
            width, font = self._column_width(), self._font
            lines = max(_line_count(_text(cell), font, width) for cell in (row.left, row.right))
            known = self._heights[row.key] = (row, _top(row) + lines * theme().px(LINE) + theme().px(AIR))
        return QSize(0, known[1])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._check_measure()
        row, look = _row(index), theme()
        box = QRect(option.rect.left(), option.rect.top(), self._width(), option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.session:
            painter.setFont(look.interface_font(12, weight=600))
            painter.setPen(look.colour("muted"))
            line = box.adjusted(look.px(LEFT), look.px(10), -look.px(RIGHT), 0)
            line.setHeight(look.px(SESSION) - look.px(12))
            paint_line(painter, line, shown_text(row.session))
            box.setTop(box.top() + look.px(SESSION))
        self._paint_ground(painter, box, option)
        width = self._column_width()
        _, left, right = self._columns(row)
        first = box.left() + look.px(LEFT)
        self._paint_cell(painter, QRect(first, box.top(), width, box.height()), row.left, left)
        second = first + width + look.px(GUTTER)
        self._paint_cell(painter, QRect(second, box.top(), width, box.height()), row.right, right)
        _paint_sign(painter, QRect(first + width, box.top(), look.px(GUTTER), box.height()), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        look = theme()
        if not option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(look.colour("line"))
            painter.drawLine(
                box.left() + look.px(LEFT), box.bottom(), box.right() - look.px(RIGHT), box.bottom()
            )
            return
        edge = QPen(look.colour("accent"), 2) if self._view.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.setBrush(look.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(box).adjusted(2, 1.5, -2, -2.5), look.px(7), look.px(7))

    def _paint_cell(self, painter: QPainter, box: QRect, cell: Cell | None, column: Column) -> None:
        look = theme()
        painter.setFont(look.record_font(12))
        painter.setPen(look.colour("muted"))
        heading = QRect(box.left(), box.top() + look.px(7), box.width(), look.px(HEADING))
        paint_line(painter, heading, column.heading)
        painter.setPen(_ink(cell))
        column.layout.draw(painter, QPointF(box.left(), box.top() + look.px(7 + HEADING)))

    def _columns(self, row: ShownRow) -> tuple[ShownRow, Column, Column]:
        found = self._laid.pop(row.key, None)
        if found is None or found[0] != row:
            width = self._column_width()
            is_same = row.state is RowState.SAME
            found = (
                row,
                _laid_out(row.left, width, own="red_soft", style=_DASHED, is_same=is_same),
                _laid_out(row.right, width, own="green_soft", style=_SOLID, is_same=is_same),
            )
        self._laid[row.key] = found
        if len(self._laid) > _KEPT:
            self._laid.pop(next(iter(self._laid)))
        return found

    def _width(self) -> int:
        return max(theme().px(160), self._view.viewport().width())

    def _column_width(self) -> int:
        look = theme()
        return (self._width() - look.px(LEFT) - look.px(GUTTER) - look.px(RIGHT)) // 2

    def _check_measure(self) -> None:
        measure = (self._width(), theme().zoom)
        if measure != self._measure:
            self._measure, self._font = measure, theme().record_font(TEXT)
            self.forget()


_DASHED = QTextCharFormat.UnderlineStyle.DashUnderline
_SOLID = QTextCharFormat.UnderlineStyle.SingleUnderline


def _laid_out(
    cell: Cell | None, width: int, *, own: str, style: QTextCharFormat.UnderlineStyle, is_same: bool
) -> Column:
    font = theme().record_font(TEXT)
    font.setItalic(cell is None or cell.is_quiet)
    text = _text(cell)
    layout = _plain_layout(text, font)
    if cell is not None and not cell.is_quiet and not is_same:
        layout.setFormats(_own_ranges(cell, text, font, own, style))
    _break(layout, width)
    return Column("" if cell is None else shown_text(cell.heading), layout)


def _text(cell: Cell | None) -> str:
    return shown_text(NOTHING if cell is None else cell.text).replace("\n", "\u2028")


def _line_count(text: str, font: QFont, width: int) -> int:
    return max(1, _break(_plain_layout(text, font), width))


def _plain_layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    if is_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def _break(layout: QTextLayout, width: int) -> int:
    """Breaks a text into lines of one height, whatever its scripts; how many there are."""
    high, lines = theme().px(LINE), 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, lines * high + (high - line.height()) / 2))
        lines += 1
    layout.endLayout()
    return lines


def _own_ranges(
    cell: Cell, text: str, font: QFont, ground: str, style: QTextCharFormat.UnderlineStyle
) -> list[QTextLayout.FormatRange]:
    """Words that only this record has: on a ground of their own, and underlined, for colour never stands alone."""
    look = theme()
    ranges, at = [], 0
    for piece in cell.pieces:
        begin, end = at + len(piece.text) - len(piece.text.lstrip()), at + len(piece.text.rstrip())
        if piece.is_own and begin < end:
            form = QTextCharFormat()
            form.setFont(font)
            form.setForeground(look.colour("ink"))
            form.setBackground(look.colour(ground))
            form.setUnderlineStyle(style)
            form.setUnderlineColor(look.colour(ground.removesuffix("_soft")))
            one = QTextLayout.FormatRange()
            one.start = to_units(text, begin)
            one.length = to_units(text, end) - one.start
            one.format = form
            ranges.append(one)
        at += len(piece.text)
    return ranges


def _paint_sign(painter: QPainter, box: QRect, row: ShownRow) -> None:
    look = theme()
    sign, ink = _SIGNS[row.state]
    if row.is_open and row.left is None:
        sign = "←"
    painter.setFont(look.interface_font(15, weight=600))
    painter.setPen(look.colour(ink))
    line = QRect(box.left(), box.top() + look.px(7 + HEADING), box.width(), look.px(LINE))
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, sign)


def _ink(cell: Cell | None) -> QColor:
    return theme().colour("muted" if cell is None or cell.is_quiet else "ink")


def _top(row: ShownRow) -> int:
    look = theme()
    return look.px(7 + HEADING) + (look.px(SESSION) if row.session else 0)


def _row(index: QModelIndex | QPersistentModelIndex) -> ShownRow:
    row = index.data(ROW_ROLE)
    if not isinstance(row, ShownRow):
        raise BugError(ErrorCode.BUG, detail="no row")
    return row
