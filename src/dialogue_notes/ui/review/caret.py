"""The caret in the record, and what is selected from it: moved by keys, letter by letter and line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from dialogue_notes.ui.common.positions import to_units
from dialogue_notes.ui.review.model import Passage
from dialogue_notes.ui.review.text_layout import TextLayout

_KEYS = Qt.Key
MOVES = frozenset(
    {_KEYS.Key_Left, _KEYS.Key_Right, _KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_Home, _KEYS.Key_End}
)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place between two letters: the row of its text, and UTF-16 units from the beginning of it."""

    row: int
    at: int


class Caret:
    """Where the caret is, and where the selection began."""

    def __init__(self, layout_of: Callable[[int], TextLayout]) -> None:
        self._layout_of = layout_of
        self.spot = Spot(0, 0)
        self.anchor = Spot(0, 0)

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected."""
        return self.spot != self.anchor

    @property
    def ends(self) -> tuple[Spot, Spot]:
        """The beginning and the end of what is selected."""
        return (self.anchor, self.spot) if self.anchor <= self.spot else (self.spot, self.anchor)

    def put(self, spot: Spot, *, extends: bool = False) -> None:
        """Puts the caret somewhere; the selection goes along with it when it `extends`."""
        self.spot = spot
        if not extends:
            self.anchor = spot

    def drop(self) -> None:
        """Selects nothing."""
        self.anchor = self.spot

    def select_word(self, spot: Spot) -> None:
        """Selects the word at a place."""
        layout = self._layout_of(spot.row).layout
        words = QTextLayout.CursorMode.SkipWords
        start = layout.previousCursorPosition(min(spot.at + 1, len(layout.text())), words)
        end = layout.nextCursorPosition(start, words)
        text = layout.text().encode("utf-16-le", "surrogatepass")
        word = text[2 * start : 2 * end].decode("utf-16-le", "replace")
        self.anchor = Spot(spot.row, start)
        self.spot = Spot(spot.row, start + to_units(word.rstrip(), len(word.rstrip())))

    def move(self, key: int, modifiers: Qt.KeyboardModifier, passages: Sequence[Passage]) -> None:
        """Moves as an editor would; with Shift the selection goes along."""
        if not passages:
            return
        by_word = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        row = min(self.spot.row, len(passages) - 1)
        now = Spot(row, min(self.spot.at, _length(passages[row])))
        if key in {_KEYS.Key_Left, _KEYS.Key_Right}:
            found = self._beside(now, passages, is_forward=key == _KEYS.Key_Right, by_word=by_word)
        elif key in {_KEYS.Key_Up, _KEYS.Key_Down}:
            found = self._line_beside(now, passages, step=1 if key == _KEYS.Key_Down else -1)
        else:
            found = self._edge(now, passages, is_end=key == _KEYS.Key_End, of_all=by_word)
        self.put(found, extends=extends)

    def _beside(self, now: Spot, passages: Sequence[Passage], *, is_forward: bool, by_word: bool) -> Spot:
        layout = self._layout_of(now.row).layout
        modes = QTextLayout.CursorMode
        mode = modes.SkipWords if by_word else modes.SkipCharacters
        if is_forward:
            if now.at >= _length(passages[now.row]):
                return Spot(now.row + 1, 0) if now.row + 1 < len(passages) else now
            return Spot(now.row, layout.nextCursorPosition(now.at, mode))
        if now.at == 0:
            return Spot(now.row - 1, _length(passages[now.row - 1])) if now.row else now
        return Spot(now.row, layout.previousCursorPosition(now.at, mode))

    def _line_beside(self, now: Spot, passages: Sequence[Passage], *, step: int) -> Spot:
        layout = self._layout_of(now.row)
        across = layout.place_of(now.at).left()
        number = layout.line_at(now.at).lineNumber() + step
        if 0 <= number < layout.layout.lineCount():
            return Spot(now.row, _in_line(layout, number, across))
        row = now.row + step
        if not 0 <= row < len(passages):
            return now
        other = self._layout_of(row)
        return Spot(row, _in_line(other, 0 if step > 0 else other.layout.lineCount() - 1, across))

    def _edge(self, now: Spot, passages: Sequence[Passage], *, is_end: bool, of_all: bool) -> Spot:
        if of_all:
            last = len(passages) - 1
            return Spot(last, _length(passages[last])) if is_end else Spot(0, 0)
        line = self._layout_of(now.row).line_at(now.at)
        end = line.textStart() + line.textLength()
        return Spot(now.row, end if is_end else line.textStart())


def _length(passage: Passage) -> int:
    return to_units(passage.text, len(passage.text))


def _in_line(layout: TextLayout, number: int, across: float) -> int:
    return layout.layout.lineAt(number).xToCursor(across)
