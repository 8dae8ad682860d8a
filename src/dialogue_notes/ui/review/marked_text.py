"""The record with its marks: only the passages in sight are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from dialogue_notes.domain.redaction import Place
from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.common.positions import shown_text, to_units
from dialogue_notes.ui.review.caret import Caret, Spot
from dialogue_notes.ui.review.model import MarkLook, Passage
from dialogue_notes.ui.review.passage_model import TextsModel
from dialogue_notes.ui.review.row_pictures import RowPictures
from dialogue_notes.ui.review.stack import Stack
from dialogue_notes.ui.review.text_layout import LINE, Box, Stretch, TextLayout
from dialogue_notes.ui.theme.theme import theme

HEADING = 20
"""Drawn pixels of the line above a passage."""
GAP = 14
_LEFT_TO_RIGHT = "\u200e"
"""Before a line with a name, so that one written from right to left does not turn it around (Unicode annex 9)."""
_KEPT = 160
"""So many layouts are kept: some five screenfuls."""

_LOOKS = {
    MarkLook.OPEN: ("mark", "ink", "", False),
    MarkLook.THIRD_PERSON: ("third_mark", "ink", "", False),
    MarkLook.PERHAPS: ("", "ink", "amber", True),
    MarkLook.LOOK_AGAIN: ("amber_soft", "ink", "red", True),
    MarkLook.FRESH: ("ink", "paper", "amber", True),
    MarkLook.HIDDEN: ("ink", "paper", "", False),
    MarkLook.SHOWN: ("panel", "muted", "", False),
}
"""Ground, ink, underline, and whether that is dotted."""


class MarkedText(Stack):
    """The texts with their marks, the caret and what is selected; `selection_changed` when that is another stretch."""

    selection_changed = Signal()

    def __init__(self) -> None:
        self._texts: TextsModel[Passage] = TextsModel(_is_same_text, _spoken)
        self._layouts: dict[Place, TextLayout] = {}
        self._caret = Caret(self._layout)
        self._chosen_key = self._chosen_id = ""
        super().__init__(self._texts, "The record, with marks", self)
        self._pictures = RowPictures(self.viewport())
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What is shown."""
        return tuple(self._texts.items)

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Shows these texts, keeping what is in sight in sight. Where only marks changed, only they are drawn."""
        if self._texts.set_items(passages) is None:
            self._layouts.clear()
            self._caret.put(Spot(0, 0))
            self.selection_changed.emit()
        self.viewport().update()

    def choose(self, card_key: str, redaction_id: str, row: int = -1, start: int = 0) -> None:
        """Shows the places of one thing more strongly, and one of them most; brings that one into sight."""
        self._chosen_key, self._chosen_id = card_key, redaction_id
        if 0 <= row < len(self._texts.items):
            at = to_units(self._texts.items[row].text, start)
            if not self._caret.has_selection:
                self._caret.put(Spot(row, at))
            self._show_spot(Spot(row, at), is_led=True)
        self.viewport().update()

    def point_of(self, row: int, at: int) -> QPoint:
        """Where a letter of a passage (in code points) stands in the viewport."""
        place = self._layout(row).place_of(to_units(self._texts.items[row].text, at))
        below = self.top_of(row) + theme().px(HEADING)
        return QPoint(round(place.left()) + theme().px(3), below + round(place.center().y()))

    def toPlainText(self) -> str:
        """All that is shown, headings too."""
        return "\n".join(f"{_heading(one)}\n{one.text}" for one in self._texts.items)

    def forget(self) -> None:
        """Shows nothing, and drops every word."""
        self._texts.set_items(())
        self._pictures.forget()
        self._layouts.clear()
        self._chosen_key = self._chosen_id = ""
        self._caret.put(Spot(0, 0))
        self.selection_changed.emit()

    def start_over(self) -> None:
        self._layouts.clear()
        super().start_over()

    def estimates(self) -> list[int]:
        letters = max(8, self._text_width() // theme().px(8))
        line, around = theme().px(LINE), theme().px(HEADING) + theme().px(GAP, is_air=True)
        return [around + line * max(1, -(-len(one.text) // letters)) for one in self._texts.items]

    def measure(self, row: int) -> int:
        return theme().px(HEADING) + self._layout(row).height + theme().px(GAP, is_air=True)

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        passage, look = self._texts.items[row], theme()
        first, last = self._caret.ends
        is_touched = first.row <= row <= last.row and (self.hasFocus() or self._caret.has_selection)
        whole = QRect(0, top, self.viewport().width(), self._heights[row])
        draw = partial(self._draw, row=row)
        if is_touched:
            painter.save()
            painter.translate(0, top)
            draw(painter)
            if self._caret.spot.row == row and self.hasFocus():
                self._layout(row).paint_caret(painter, look.px(3), look.px(HEADING), self._caret.spot.at)
            painter.restore()
            return
        chosen = {one.redaction_id for one in passage.marks} & {self._chosen_id}
        of_thing = any(one.card_key == self._chosen_key for one in passage.marks)
        state = (passage, self._chosen_key if of_thing else "", bool(chosen) and self._chosen_id)
        self._pictures.paint(painter, passage.place, state, whole, draw)

    def _draw(self, painter: QPainter, row: int) -> None:
        """A passage at the upper edge."""
        passage, look = self._texts.items[row], theme()
        painter.setFont(look.record_font(12))
        painter.setPen(look.colour("muted"))
        paint_line(painter, QRect(0, 0, self._text_width(), look.px(HEADING)), _heading(passage))
        self._layout(row).paint(painter, look.px(3), look.px(HEADING), self._boxes(row, passage))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _text_width(self) -> int:
        return max(40, self.viewport().width() - theme().px(12))

    def _layout(self, row: int) -> TextLayout:
        passage = self._texts.items[row]
        layout = self._layouts.pop(passage.place, None)
        if layout is None:
            layout = TextLayout((Stretch(passage.text),), self._text_width())
        self._layouts[passage.place] = layout
        if len(self._layouts) > _KEPT:
            self._layouts.pop(next(iter(self._layouts)))
        return layout

    def _boxes(self, row: int, passage: Passage) -> Iterator[Box]:
        for mark in passage.marks:
            start, end = to_units(passage.text, mark.start), to_units(passage.text, mark.end)
            ground, ink, underline, is_dotted = _LOOKS[mark.look]
            if mark.redaction_id == self._chosen_id:
                ground, ink, underline = "accent", "on_accent", ""
            elif mark.card_key == self._chosen_key:
                underline, is_dotted = "accent", False
            yield Box(start, end, ground, ink, underline, is_dotted)
        first, last = self._caret.ends
        if first != last and first.row <= row <= last.row:
            length = to_units(passage.text, len(passage.text))
            begin = first.at if row == first.row else 0
            yield Box(begin, last.at if row == last.row else length, "blue", "on_accent")

    def _show_spot(self, spot: Spot, *, is_led: bool = False) -> None:
        """Brings a place into sight; one that a person is led to stands at a third of the height."""
        place = self._layout(spot.row).place_of(spot.at)
        within = theme().px(HEADING) + round(place.top())
        room = self.viewport().height()
        top = self.top_of(spot.row) + within
        if is_led:
            if not room // 8 <= top <= room * 3 // 4:
                self.bring_to(spot.row, within, room // 3)
        elif top < 0 or top + place.height() > room:
            self.bring_to(spot.row, within, 0 if top < 0 else room - theme().px(2 * LINE))


def _is_same_text(one: Passage, other: Passage) -> bool:
    return (one.place, one.text) == (other.place, other.text)


def _heading(passage: Passage) -> str:
    parts = [passage.heading, passage.speaker]
    if any(mark.look is MarkLook.LOOK_AGAIN for mark in passage.marks):
        parts.append("look again")
    if any(mark.look is MarkLook.FRESH for mark in passage.marks):
        parts.append("new since the decision")
    mark = _LEFT_TO_RIGHT if passage.speaker else ""
    return mark + shown_text(" · ".join(part for part in parts if part))


def _spoken(passage: Passage) -> str:
    marked = [passage.text[mark.start : mark.end] for mark in passage.marks if mark.is_waiting]
    to_decide = f". To decide: {'; '.join(marked)}" if marked else ""
    return f"{_heading(passage)}: {passage.text}{to_decide}"
