"""Margin words typed in the line: `*` at the end, `%option %personal %interpreted` first or last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_notes.domain.codes import Aim, MarginMark
from dialogue_notes.domain.typing_line.layouts import readings
from dialogue_notes.domain.typing_line.marks import SPACES

CLOSING = "closing"
"""The word that makes a statement the chairs' closing summary."""

INTERPRETED = "interpreted"
"""The word for what was heard through an interpreter."""

_MARK_WORDS: dict[str, MarginMark] = {
    **{mark.value: mark for mark in MarginMark},
    "personal": MarginMark.PERSONAL_VIEW,
    "instructed": MarginMark.INSTRUCTED_LINE,
    "trial": MarginMark.TRIAL_BALLOON,
    "balloon": MarginMark.TRIAL_BALLOON,
}
_AIM_WORDS: dict[str, Aim] = {aim.value: aim for aim in Aim}
WORDS = (*_MARK_WORDS, *_AIM_WORDS, CLOSING, INTERPRETED)

_FIRST = re.compile(rf"%(\w+)(?:[{SPACES}]+|$)")
_LAST = re.compile(rf"(?:^|(?<=[{SPACES}]))%(\w+)$")
_LONGEST_TAIL = 40
"""Letters to look back for a last word: more than the longest has, so that a long line costs nothing."""


@dataclass(frozen=True, slots=True)
class Margin:
    """The marks and aims found, each once and in the order of their codes."""

    marks: tuple[MarginMark, ...] = ()
    aims: tuple[Aim, ...] = ()
    is_closing: bool = False
    is_interpreted: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.marks or self.aims or self.is_closing or self.is_interpreted)

    def joined(self, other: Margin) -> Margin:
        """This and `other` together."""
        marks, aims = {*self.marks, *other.marks}, {*self.aims, *other.aims}
        return Margin(
            tuple(mark for mark in MarginMark if mark in marks),
            tuple(aim for aim in Aim if aim in aims),
            self.is_closing or other.is_closing,
            self.is_interpreted or other.is_interpreted,
        )


def take_first(text: str) -> tuple[Margin, str]:
    """The words that `text` begins with, and what follows them."""
    margin = Margin()
    while match := _FIRST.match(text):
        word = meaning_of(match[1])
        if word is None:
            break
        margin = margin.joined(word)
        text = text[match.end() :]
    return margin, text


def take_last(text: str) -> tuple[Margin, str]:
    """The words and the star that `text` ends with, and what stands before; untouched when there are none."""
    margin = Margin()
    for _ in WORDS:
        trimmed = text.rstrip(SPACES)
        if trimmed.endswith("*") and not trimmed.endswith("**"):
            word: Margin | None = Margin(marks=(MarginMark.IMPORTANT,))
            length = 1
        else:
            match = _LAST.search(trimmed[-_LONGEST_TAIL:])
            word = meaning_of(match[1]) if match else None
            length = len(match[0]) if match else 0
        if word is None:
            break
        margin = margin.joined(word)
        text = trimmed[:-length].rstrip(SPACES)
    return margin, text


def margin_words(margin: Margin) -> tuple[str, ...]:
    """The words that say `margin` in a line."""
    words = [CLOSING] if margin.is_closing else []
    words += [mark.value for mark in margin.marks] + [aim.value for aim in margin.aims]
    words += [INTERPRETED] if margin.is_interpreted else []
    return tuple(f"%{word}" for word in words)


def meaning_of(word: str) -> Margin | None:
    """What a margin word says, typed on whatever layout; None for any other word."""
    for reading in readings(word):
        if reading in _MARK_WORDS:
            return Margin(marks=(_MARK_WORDS[reading],))
        if reading in _AIM_WORDS:
            return Margin(aims=(_AIM_WORDS[reading],))
        if reading == CLOSING:
            return Margin(is_closing=True)
        if reading == INTERPRETED:
            return Margin(is_interpreted=True)
    return None
