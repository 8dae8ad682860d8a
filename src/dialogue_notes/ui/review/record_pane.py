"""The record: words in it are selected by mouse or keys, and marks are chosen by a click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from dialogue_notes.services.reviewing.selection import Selection
from dialogue_notes.ui.common.positions import to_code_points, to_units
from dialogue_notes.ui.review.caret import MOVES, Spot
from dialogue_notes.ui.review.marked_text import HEADING, MarkedText
from dialogue_notes.ui.review.model import Mark
from dialogue_notes.ui.theme.theme import theme


class RecordPane(MarkedText):
    """`mark_chosen(redaction_id)` on a click on a mark; `selection()` is what a person selected."""

    mark_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_dragging = False

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected, also what is no part of one text."""
        return self._caret.has_selection

    def selection(self) -> Selection | None:
        """The text's place and the span in code points, without blanks at its ends; None when nothing, or more than one
        text, is selected.
        """
        first, last = self._caret.ends
        if first == last or first.row != last.row or first.row >= len(self._texts.items):
            return None
        passage = self._texts.items[first.row]
        begin, end = to_code_points(passage.text, first.at), to_code_points(passage.text, last.at)
        words = passage.text[begin:end]
        begin += len(words) - len(words.lstrip())
        end = begin + len(words.strip())
        return Selection(passage.place, begin, end) if end > begin else None

    def select(self, row: int, start: int, end: int) -> None:
        """Selects a stretch of a passage, in code points."""
        text = self._texts.items[row].text
        self._caret.put(Spot(row, to_units(text, start)))
        self._caret.put(Spot(row, to_units(text, end)), extends=True)
        self._show_spot(self._caret.spot, is_led=True)
        self._tell()

    def select_words(self, words: str) -> bool:
        """Selects the first place of some words, in their letter case; False when they stand nowhere."""
        for row, passage in enumerate(self._texts.items):
            start = passage.text.find(words)
            if start >= 0:
                self.select(row, start, start + len(words))
                return True
        return False

    def select_all(self) -> None:
        """Selects every text, which is no answer to anything, but can be done in any list."""
        if self._texts.items:
            last = len(self._texts.items) - 1
            text = self._texts.items[last].text
            self._caret.put(Spot(0, 0))
            self._caret.put(Spot(last, to_units(text, len(text))), extends=True)
            self._tell()

    def drop_selection(self) -> None:
        """Selects nothing."""
        if self._caret.has_selection:
            self._caret.drop()
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or spot is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._caret.put(spot, extends=extends)
        self._is_dragging = True
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().toPoint())
        if self._is_dragging and spot is not None and spot != self._caret.spot:
            self._caret.put(spot, extends=True)
            self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Without Qt's own, which would own the X11 primary selection on release (targets K11)."""
        self._is_dragging = False
        if not self._caret.has_selection and (mark := self._mark_at(self._caret.spot)) is not None:
            self.mark_chosen.emit(mark.redaction_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().toPoint())
        if spot is not None:
            self._caret.select_word(spot)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._caret.move(event.key(), event.modifiers(), self._texts.items)
            self._show_spot(self._caret.spot)
            self._tell()
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep() * (1 if event.key() == Qt.Key.Key_PageDown else -1))
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.select_all()
        else:
            event.ignore()

    def _tell(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def _spot_at(self, point: QPoint) -> Spot | None:
        if not self._texts.items:
            return None
        row = self.row_at(point.y())
        row = row if row >= 0 else (0 if point.y() < 0 else len(self._texts.items) - 1)
        down = point.y() - self.top_of(row) - theme().px(HEADING)
        return Spot(row, self._layout(row).position_at(point.x() - theme().px(3), down))

    def _mark_at(self, spot: Spot) -> Mark | None:
        if spot.row >= len(self._texts.items):
            return None
        passage = self._texts.items[spot.row]
        point = to_code_points(passage.text, spot.at)
        return next((mark for mark in passage.marks if mark.start <= point <= mark.end), None)
