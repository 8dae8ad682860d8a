"""The foot of the room: the typing line, what Tab would do, and how the record stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.record.hint import Hint
from dialogue_notes.ui.record.offers import OfferRow
from dialogue_notes.ui.record.typing_edit import HANDS_OFF, MEETING_CLOSED, TypingEdit
from dialogue_notes.ui.theme.theme import theme

RESUMES = "F9 takes typing up again, under a rule of your choice"
IN_CLOSED_LIST = "Space unfolds · Esc goes back"
IN_CLOSED_MEETING = "Shift ↑ goes into the record · PgUp scrolls it"
IN_LIST = (
    "Enter edits the entry · a letter says who spoke · Shift ↑ ↓ select more · Space unfolds · Esc goes back"
)


@dataclass(frozen=True, slots=True)
class Foot:
    """How the record stands: words for its size, for who speaks, and for the last save."""

    entries: str = ""
    speaking: str = ""
    saved: str = ""


class TypingArea(QFrame):
    """Line, hints and foot; red as a whole while hands are off."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("typing-area")
        self.edit = TypingEdit()
        self.offers = OfferRow()
        self._entries = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._speaking = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._saved = PlainLabel(tone=Tone.GREEN, size=Size.SMALL)
        self._is_hands_off = False
        self._is_meeting_closed = False
        foot = row(self._entries, self._speaking, None, self._saved, gap=18)
        self._lines = column(self.edit, self.offers, foot, margins=(26, 10, 26, 11), gap=8)
        self.setLayout(self._lines)
        theme().changed.connect(self._tint)
        self.edit.picked_changed.connect(self.offers.show_picked)
        self._tint()

    def add_above(self, widget: QWidget) -> None:
        """Takes in a quiet row over the line, of one height."""
        self._lines.insertWidget(0, widget)

    def show_hint(self, hint: Hint) -> None:
        """What Tab would do, and what Enter."""
        self.edit.set_candidates(hint.candidates)
        self.offers.show_hint(hint)

    def show_in_list(self, is_in_list: bool) -> None:
        """While the focus is in the record: what the keys do there, instead of what they do in the line."""
        keys = IN_CLOSED_LIST if self._is_meeting_closed else IN_LIST
        self.offers.show_words(keys if is_in_list else "")

    def show_foot(self, foot: Foot) -> None:
        """How the record stands."""
        self._entries.setText(foot.entries)
        self._speaking.setText(foot.speaking)
        self._saved.setText(f"● {foot.saved}" if foot.saved else "")
        self._saved.setAccessibleName(foot.saved)

    def set_hands_off(self, *, is_off: bool) -> None:
        """Red, and nothing can be typed; or usual again."""
        self._is_hands_off = is_off
        self._close_or_open()
        if is_off:
            self.show_hint(Hint(words=RESUMES))
        self._tint()

    def set_meeting_closed(self, *, is_closed: bool) -> None:
        """Nothing can be typed and words say why; or usual again. What was half typed leaves the line only."""
        self._is_meeting_closed = is_closed
        self._close_or_open()
        if is_closed:
            self.edit.forget()
            self.show_hint(Hint(words=IN_CLOSED_MEETING))

    def forget(self) -> None:
        """For hiding and locking: no word stays, not even to be undone."""
        self.edit.forget()
        self.show_hint(Hint())
        self.show_foot(Foot())

    def _close_or_open(self) -> None:
        closed = MEETING_CLOSED if self._is_meeting_closed else ""
        self.edit.set_closed(closed or (HANDS_OFF if self._is_hands_off else ""))

    def _tint(self) -> None:
        look, tokens = theme(), theme().tokens
        ground = tokens.red_soft if self._is_hands_off else tokens.raised
        edge = tokens.red if self._is_hands_off else tokens.accent
        resting = tokens.red if self._is_hands_off else tokens.line
        paper = tokens.paper
        self.setStyleSheet(
            f"QFrame#typing-area {{ background: {ground}; border-top: 1px solid {tokens.line}; }}"
            f"QLineEdit#typing-line {{ background: {paper}; border: 1px solid {resting};"
            f" border-radius: {look.px(9)}px; padding: 0px {look.px(12)}px; font-size: {look.px(15)}px; }}"
            f"QLineEdit#typing-line:focus {{ border: 1px solid {edge}; padding: 0px {look.px(12)}px; }}"
        )
        self.edit.setFixedHeight(look.px(43))
