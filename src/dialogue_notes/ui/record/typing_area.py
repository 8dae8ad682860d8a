"""The foot of the room: the typing line, what Tab would do, and how the record stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.typing_line.completion import Candidate
from dialogue_notes.ui.common.chips import RuleChip
from dialogue_notes.ui.common.labels import ElidedLabel, KeyHint, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.record.row_layout import side_token
from dialogue_notes.ui.record.typing_edit import HANDS_OFF, MEETING_CLOSED, TypingEdit
from dialogue_notes.ui.theme.theme import theme

RESUMES = "F9 takes typing up again, under a rule of your choice"
IN_CLOSED_LIST = "Space unfolds · Esc goes back"
IN_CLOSED_MEETING = "Shift ↑ goes into the record · PgUp scrolls it"
KEEPS = "Enter keeps the line as typed"
IN_LIST = (
    "Enter edits the entry · a letter says who spoke · Shift ↑ ↓ select more · Space unfolds · Esc goes back"
)
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Foot:
    """How the record stands: words for its size, for who speaks, and for the last save."""

    entries: str = ""
    speaking: str = ""
    saved: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """What the row under the line says: candidates with the sides they belong to, and the line's meaning."""

    candidates: tuple[Candidate, ...] = ()
    sides: tuple[int, ...] = ()
    words: str = KEEPS
    rule: GroundRule | None = None


class _Offer(QWidget):
    """One candidate: the key that takes it, its code and its name."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._code = PlainLabel(strong=True, size=Size.SMALL)
        self._name = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self.setLayout(row(KeyHint(key), self._code, self._name, gap=9))
        self.hide()

    def show_candidate(self, candidate: Candidate | None, side: int = 0) -> None:
        """Shows one, or nothing."""
        self.setVisible(candidate is not None)
        self._code.setText(candidate.code.upper() if candidate else "")
        self._name.setText(candidate.name if candidate else "")
        self._code.setStyleSheet(f"color: {theme().tokens.named()[side_token(side)]};")


class TypingArea(QFrame):
    """Line, hints and foot; red as a whole while hands are off."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("typing-area")
        self.edit = TypingEdit()
        self._offers = [_Offer("Tab"), *(_Offer("↓") for _ in range(_SHOWN - 1))]
        self._words = ElidedLabel(KEEPS, tone=Tone.MUTED)
        self._words.setProperty("scale", "small")
        self._rule = RuleChip()
        self._rule.hide()
        self._entries = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._speaking = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._saved = PlainLabel(tone=Tone.GREEN, size=Size.SMALL)
        self._is_hands_off = False
        self._is_meeting_closed = False
        self._hint = Hint()
        hints: QHBoxLayout = row(*self._offers, self._rule, self._words, gap=16)
        hints.setStretch(_SHOWN + 1, 1)
        foot = row(self._entries, self._speaking, None, self._saved, gap=18)
        self.setLayout(column(self.edit, hints, foot, margins=(26, 12, 26, 11), gap=8))
        theme().changed.connect(self._tint)
        theme().changed.connect(lambda: self.show_hint(self._hint))
        self._tint()

    def show_hint(self, hint: Hint) -> None:
        """What Tab would do, and what Enter."""
        self._hint = hint
        self.edit.set_candidates(hint.candidates)
        for number, offer in enumerate(self._offers):
            there = number < len(hint.candidates)
            offer.show_candidate(
                hint.candidates[number] if there else None, hint.sides[number] if there else 0
            )
        self._words.setText(hint.words)
        self._rule.setVisible(hint.rule is not None)
        if hint.rule is not None:
            self._rule.show_rule(hint.rule)

    def show_in_list(self, is_in_list: bool) -> None:
        """While the focus is in the record: what the keys do there, instead of what they do in the line."""
        keys = IN_CLOSED_LIST if self._is_meeting_closed else IN_LIST
        self._words.setText(keys if is_in_list else self._hint.words)

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
