"""The list of dangers: each with what it is about and why it is a clue always in sight."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.review.dangers.model import DangerRow
from dialogue_notes.ui.theme.theme import theme

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_INDENT, _RIGHT, _ABOVE, _BETWEEN = 26, 12, 10, 3

Index = QModelIndex | QPersistentModelIndex


class DangerListModel(QAbstractListModel):
    """The rows, in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DangerRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> DangerRow | str | None:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ". ".join(part for part in (row.title, row.about, row.why, row.where, row.note) if part)
        return None

    def set_rows(self, rows: tuple[DangerRow, ...]) -> None:
        """Shows other rows."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def at(self, number: int) -> DangerRow | None:
        """The row of a number, if there is one."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, key: str) -> int:
        """Where the row of a key stands; -1 where it does not."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)


class DangerDelegate(QStyledItemDelegate):
    """Paints one row: a dot, the title, what it is about, why, where, and what a person said of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme()
        width = _width(option)
        inside = width - look.px(_INDENT) - look.px(_RIGHT)
        height = sum(each + look.px(_BETWEEN) for each in _heights(_row(index), inside))
        return QSize(width, height + look.px(_ABOVE) * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = theme(), _row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("raised"))
            is_here = bool(option.state & QStyle.StateFlag.State_HasFocus)
            mark = QRect(option.rect.left(), option.rect.top(), look.px(3), option.rect.height())
            painter.fillRect(mark, look.colour("accent" if is_here else "line"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._paint_words(painter, option.rect, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, row: DangerRow) -> None:
        look = theme()
        left, top = box.left() + look.px(_INDENT), box.top() + look.px(_ABOVE)
        width = box.width() - look.px(_INDENT) - look.px(_RIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(row.look.value))
        painter.drawEllipse(QRectF(box.left() + look.px(11), top + look.px(5), look.px(7), look.px(7)))
        heights = _heights(row, width)
        for (words, font, colour, is_line), height in zip(_lines(row), heights, strict=True):
            if not words:
                continue
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            room = QRect(left, top, width, height)
            if is_line:
                paint_line(painter, room, words)
            else:
                painter.drawText(room, int(_WRAP), words)
            top += height + look.px(_BETWEEN)


class DangerList(QListView):
    """Up and down move; letters are the panel's, never a search."""

    def __init__(self, model: DangerListModel, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(DangerDelegate(self))
        self.setObjectName("cards")
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        theme().changed.connect(self._start_over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be done with the chosen row stands below the list and takes room: the row stays whole in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Letters act here."""

    def _start_over(self) -> None:
        _height.cache_clear()
        self.scheduleDelayedItemsLayout()


def _lines(row: DangerRow) -> tuple[tuple[str, QFont, str, bool], ...]:
    """Each line with its font, colour, and whether it gives way instead of wrapping."""
    look = theme()
    small = look.interface_font(11)
    return (
        (row.title, look.interface_font(weight=600), "ink", True),
        (" ".join(row.about.split()), look.record_font(13), "ink", True),
        (row.why, look.interface_font(12), "ink", False),
        (row.note, small, "green" if row.settled_id else "amber", False),
        (row.where, small, "muted", len(row.spots) < 2),
    )


def _heights(row: DangerRow, width: int) -> list[int]:
    found = []
    for words, font, _colour, is_line in _lines(row):
        if not words:
            found.append(-theme().px(_BETWEEN))
        elif is_line:
            found.append(QFontMetrics(font).height())
        else:
            found.append(_height(words, font.toString(), width))
    return found


@lru_cache(maxsize=4096)
def _height(words: str, font: str, width: int) -> int:
    """How high some words are when they are wrapped; the same reasons stand in many rows."""
    made = QFont()
    made.fromString(font)
    box = QRect(0, 0, max(60, width), 10_000)
    return QFontMetrics(made).boundingRect(box, int(_WRAP), words).height()


def forget_heights() -> None:
    """Drops the words that were measured: a reason that a person gave may be among them."""
    _height.cache_clear()


def _row(index: Index) -> DangerRow:
    row: DangerRow = index.data(ROW_ROLE)
    return row


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()
