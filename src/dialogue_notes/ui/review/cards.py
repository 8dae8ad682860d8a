"""The things to decide, drawn as cards under headings: a sign and a dot for the danger, the name, and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from dialogue_notes.services.reviewing.types import Danger
from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.review.list_model import CardModel, Heading
from dialogue_notes.ui.review.model import Card, places_words
from dialogue_notes.ui.review.row_pictures import RowPictures
from dialogue_notes.ui.review.stack import Stack
from dialogue_notes.ui.theme.icons import paint_icon
from dialogue_notes.ui.theme.theme import theme

_DOTS = {Danger.HIGH: "red", Danger.MIDDLE: "amber", Danger.LOW: "blue", Danger.DECIDED: "green"}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST_LINES = 3
_HEADING = 28
_ROOM, _CARD = 40, 55
"""Drawn pixels of a card around the words below its name, and of one with a single line of them."""


class CardList(Stack):
    """The cards; up and down move, letters decide (the room's keys)."""

    def __init__(self, model: CardModel) -> None:
        self._cards = model
        self._known: dict[str, tuple[Card, int]] = {}
        super().__init__(model, "Things to decide", self)
        self._pictures = RowPictures(self.viewport())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setObjectName("cards")
        theme().changed.connect(self._known.clear)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        now, last = self.currentIndex().row(), self._cards.rowCount() - 1
        actions = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height() // theme().px(_CARD))
        start, step = {
            actions.MoveUp: (now, -1),
            actions.MoveDown: (now, 1),
            actions.MovePageUp: (max(0, now - page) + 1, -1),
            actions.MovePageDown: (min(last, now + page) - 1, 1),
            actions.MoveHome: (-1, 1),
            actions.MoveEnd: (last + 1, -1),
        }.get(action, (now, 0))
        row = self._cards.step_from(start, step, is_near=True) if step else now
        return self._cards.index(row if row >= 0 else now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def estimates(self) -> list[int]:
        heading, card = theme().px(_HEADING), theme().px(_ROOM) + theme().px(15)
        known = self._known
        return [
            heading if isinstance(row, Heading) else known[row.key][1] if row.key in known else card
            for row in self._cards.rows
        ]

    def measure(self, row: int) -> int:
        found = self._cards.rows[row]
        if isinstance(found, Heading):
            return theme().px(_HEADING)
        before = self._known.get(found.key)
        if before is not None and before[0] is found:
            return before[1]
        metrics = QFontMetrics(theme().interface_font(11))
        width = max(60, self.viewport().width() - theme().px(46))
        wanted = metrics.boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), _words(found)).height()
        height = theme().px(_ROOM) + min(wanted, _MOST_LINES * metrics.lineSpacing())
        self._known[found.key] = found, height
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._known.clear()
        super().resizeEvent(event)

    def forget(self) -> None:
        """Drops what is known of cards that were shown."""
        self._known.clear()
        self._pictures.forget()

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        found = self._cards.rows[row]
        width = self.viewport().width()
        whole = QRect(0, top, width, self._heights[row])
        if isinstance(found, Heading):
            key, state = f"# {found.words}", (found, False, False)
            box = QRect(theme().px(3), 0, width - theme().px(6), theme().px(_HEADING))
            self._pictures.paint(painter, key, state, whole, partial(_paint_heading, box=box, heading=found))
            return
        is_chosen = row == self.currentIndex().row()
        has_focus = is_chosen and self.hasFocus()
        box = QRect(1, 1, width - 3, self._heights[row] - theme().px(6))
        draw = partial(_paint_card, box=box, card=found, is_chosen=is_chosen, has_focus=has_focus)
        self._pictures.paint(painter, found.key, (found, is_chosen, has_focus), whole, draw)


def _paint_heading(painter: QPainter, box: QRect, heading: Heading) -> None:
    look = theme()
    painter.setFont(look.interface_font(11, weight=600))
    painter.setPen(look.colour("muted"))
    inner = box.adjusted(0, look.px(9), 0, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{heading.count:,}")
    paint_line(painter, inner.adjusted(0, 0, -look.px(40), 0), heading.words)


def _paint_card(painter: QPainter, box: QRect, card: Card, *, is_chosen: bool, has_focus: bool) -> None:
    look = theme()
    painter.save()
    edge = 2 if is_chosen else 1
    painter.setPen(QPen(look.colour("accent" if is_chosen else "line"), edge))
    waits = card.undecided + card.again
    ground = "accent_soft" if is_chosen and has_focus else "raised" if waits else "paper"
    painter.setBrush(look.colour(ground))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
    left, top = box.left() + look.px(28), box.top() + look.px(7)
    _paint_sign(painter, box.left() + look.px(10), top + look.px(3), card)
    count = places_words(card.places)
    plain, small = look.interface_font(), look.interface_font(11)
    count_width = QFontMetrics(plain).horizontalAdvance(count)
    right = box.right() - look.px(12)
    line = QRect(left, top, right - left - count_width - look.px(8), look.px(19))
    painter.setFont(look.interface_font(weight=600) if waits else plain)
    painter.setPen(look.colour("ink" if waits else "muted"))
    paint_line(painter, line, card.title)
    painter.setFont(plain)
    painter.setPen(look.colour("muted"))
    painter.drawText(
        QRect(right - count_width, top, count_width, line.height()), Qt.AlignmentFlag.AlignVCenter, count
    )
    painter.setFont(small)
    painter.setPen(look.colour("muted" if waits else "green"))
    below = QRect(left, line.bottom() + look.px(2), right - left, box.bottom() - line.bottom() - look.px(5))
    painter.setClipRect(below)
    painter.drawText(below, int(_WRAP), _words(card))
    painter.restore()


def _paint_sign(painter: QPainter, left: int, top: int, card: Card) -> None:
    """A warning for what is to be looked at again, a plus for what is new, a tick for what is decided, else a dot."""
    look = theme()
    side = look.px(13)
    box = QRectF(left, top, side, side)
    if card.again or card.wants_second_look:
        paint_icon(painter, "warning", box, look.tokens.amber)
    elif card.fresh:
        paint_icon(painter, "plus", box, look.tokens.amber)
    elif not card.undecided:
        paint_icon(painter, "check", box, look.tokens.green)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(_DOTS[card.danger]))
        painter.drawEllipse(box.adjusted(look.px(3), look.px(3), -look.px(3), -look.px(3)))


def _words(card: Card) -> str:
    """What stands below the name: what is the matter first, then the outcome or the reason."""
    said = []
    if card.again:
        said.append("Look again: its text changed.")
    if card.fresh:
        said.append(f"New since the decision: {places_words(card.fresh)}.")
    if card.wants_second_look:
        said.append("Wants a second look.")
    said.append(card.outcome or card.why)
    return " ".join(said)
