"""What the Summary room's two lists share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dialogue_notes.ui.summary.model import ROW_ROLE, R
from dialogue_notes.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
R_contra = TypeVar("R_contra", contravariant=True)
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class RowList(QListView):
    """Rows of differing height. `entered(row)` on Enter or a double click."""

    entered = Signal(int)

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("rows")
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and is_plain
            and self.currentIndex().isValid()
        ):
            self.entered.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        """Letters are not a search here."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the height of a row comes from: its words, their font, and the pixels beside and above and below them."""

    words: str = field(repr=False)
    size: int
    weight: int
    beside: int
    around: int

    def height(self, width: int) -> int:
        """The height in a row of `width` pixels, the words wrapped."""
        font = theme().record_font(self.size, weight=self.weight)
        room = QRect(0, 0, max(60, width - self.beside), 100_000)
        return QFontMetrics(font).boundingRect(room, int(WRAP), self.words).height() + self.around


class Drawn(Protocol[R_contra]):
    """How the rows of a list look."""

    def shape_of(self, row: R_contra) -> Shape:
        """What the height of a row comes from."""

    def paint_row(self, painter: QPainter, box: QRect, row: R_contra, *, is_chosen: bool) -> None:
        """Paints what stands in a row, upon its ground."""


class RowDelegate(QStyledItemDelegate, Generic[R]):
    """What the two lists' delegates share: the ground of a chosen row, and the heights measured so far.

    Wrapping every row again after each change is what a long record would wait for. The heights are kept for
    one width and one look, and go with the rows.
    """

    def __init__(self, rows: RowList, drawn: Drawn[R]) -> None:
        super().__init__(rows)
        self._rows = rows
        self._drawn: Drawn[R] = drawn
        self._heights: dict[Shape, int] = {}
        self._width = 0
        theme().changed.connect(self._forget)
        rows.model().modelReset.connect(self._forget_if_empty)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._rows.viewport().width()  # the option does not tell before the first layout
        if width != self._width:
            self._forget()
            self._width = width
        shape = self._drawn.shape_of(index.data(ROW_ROLE))
        height = self._heights.get(shape)
        if height is None:
            if len(self._heights) > 2 * self._rows.model().rowCount():
                self._forget()  # most of it belongs to rows that are gone
            height = self._heights[shape] = shape.height(width)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, box = theme(), QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.setPen(look.colour("accent") if self._rows.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 1.5, -0.5, -1.5), look.px(7), look.px(7))
        self._drawn.paint_row(painter, box, index.data(ROW_ROLE), is_chosen=is_chosen)
        painter.restore()

    def _forget(self) -> None:
        self._heights.clear()

    def _forget_if_empty(self) -> None:
        if not self._rows.model().rowCount():
            self._forget()
