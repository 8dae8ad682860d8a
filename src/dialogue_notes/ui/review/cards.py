"""The things to decide, painted as cards: a dot for the danger, the name, how many places, and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dialogue_notes.services.review_types import Danger
from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.review.model import CARD_ROLE, Card, CardModel, places_words
from dialogue_notes.ui.theme.theme import theme

_DOTS = {Danger.HIGH: "red", Danger.MIDDLE: "amber", Danger.LOW: "blue", Danger.DECIDED: "faint"}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class CardDelegate(QStyledItemDelegate):
    """Paints one card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        card = _card(index)
        width = _width(option) - theme().px(46)
        lines = _bounds(_small(), card.outcome or card.why, width)
        return QSize(_width(option), theme().px(48) + lines)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, card = theme(), _card(index)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -6.5)
        painter.setPen(QPen(look.colour("accent" if is_chosen else "line"), 2 if is_chosen else 1))
        painter.setBrush(look.colour("raised" if card.undecided else "paper"))
        painter.drawRoundedRect(sheet, look.px(8), look.px(8))
        self._paint_words(painter, sheet.toRect(), card)
        painter.restore()

    def _paint_words(self, painter: QPainter, sheet: QRect, card: Card) -> None:
        look = theme()
        left, top = sheet.left() + look.px(28), sheet.top() + look.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(_DOTS[card.danger]))
        painter.drawEllipse(QRectF(sheet.left() + look.px(12), top + look.px(5), look.px(8), look.px(8)))
        strong, plain, small = look.interface_font(weight=600), look.interface_font(), _small()
        count = places_words(card.places)
        count_width = QFontMetrics(plain).horizontalAdvance(count)
        right = sheet.right() - look.px(12)
        line = QRect(left, top, right - left - count_width - look.px(8), look.px(19))
        painter.setFont(strong if card.undecided else plain)
        painter.setPen(look.colour("ink" if card.undecided else "muted"))
        title = QFontMetrics(painter.font()).elidedText(card.title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(plain)
        painter.setPen(look.colour("muted"))
        painter.drawText(
            QRect(right - count_width, top, count_width, line.height()), Qt.AlignmentFlag.AlignVCenter, count
        )
        painter.setFont(small)
        painter.setPen(look.colour("muted" if card.undecided else "green"))
        below = QRect(left, line.bottom() + look.px(4), right - left, sheet.bottom() - line.bottom())
        painter.drawText(below, int(_WRAP), card.outcome or card.why)


class Progress(QFrame):
    """How many places are decided: in words, and as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.setLayout(column(self._words, self._bar, gap=7))

    def show_count(self, decided: int, total: int) -> None:
        """Shows `decided` of `total`."""
        self._words.setText(f"{decided} of {total} decided")
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(decided)
        self._bar.setAccessibleName(self._words.text())

    def forget(self) -> None:
        """Shows nothing."""
        self._words.forget()


class CardList(QListView):
    """The cards; up and down move, letters decide (the room's commands)."""

    def __init__(self, model: CardModel) -> None:
        super().__init__()
        self.setAccessibleName("Things to decide")
        self.setModel(model)
        self.setItemDelegate(CardDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setObjectName("cards")
        self.setMouseTracking(True)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def keyboardSearch(self, search: str) -> None:
        """Letters are decisions here, never a search."""


def _card(index: QModelIndex | QPersistentModelIndex) -> Card:
    card: Card = index.data(CARD_ROLE)
    return card


def _small() -> QFont:
    return theme().interface_font(11)


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()


def _bounds(font: QFont, words: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(60, width), 10_000), int(_WRAP), words).height()
