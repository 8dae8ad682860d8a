"""Where one letter, as a reader sees it, ends and the next begins: a base and its accents are hidden together.

The rules are those of Unicode Standard Annex 29 (extended grapheme clusters) as far as the standard library knows the
properties: combining marks, joiners, emoji modifiers, flags, Hangul jamo, and CR LF.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from dialogue_notes.domain.spans import Span

_JOINER: Final = "\u200d"
_JOINED: Final = frozenset({"\u200c", _JOINER})
_MODIFIERS: Final = range(0x1F3FB, 0x1F400)
_FLAGS: Final = range(0x1F1E6, 0x1F200)
_LEADS: Final = (range(0x1100, 0x1160), range(0xA960, 0xA97D))
_VOWELS: Final = (range(0x1160, 0x11A8), range(0xD7B0, 0xD7C7))
_TAILS: Final = (range(0x11A8, 0x1200), range(0xD7CB, 0xD7FC))
_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_WITH_TAIL: Final = 28
"""A Hangul syllable is one of 28 tails, the first of them none."""


def whole_letters(text: str, span: Span) -> Span:
    """The span with the rest of every letter that it cuts into; an empty one stays empty."""
    start, end = max(0, span.start), min(len(text), span.end)
    if start >= end:
        return Span(start, start)
    while start > 0 and _is_inside(text, start):
        start -= 1
    while end < len(text) and _is_inside(text, end):
        end += 1
    return Span(start, end)


def _is_inside(text: str, place: int) -> bool:
    """Whether the code points at `place - 1` and `place` belong to one letter."""
    before, after = text[place - 1], text[place]
    if after.isascii():
        return before == "\r" and after == "\n"
    if after in _JOINED or unicodedata.category(after).startswith("M") or ord(after) in _MODIFIERS:
        return True
    if before == _JOINER:
        return True
    if ord(after) in _FLAGS and ord(before) in _FLAGS:
        return _flags_before(text, place) % 2 == 1
    return _is_one_syllable(ord(before), ord(after))


def _flags_before(text: str, place: int) -> int:
    start = place
    while start > 0 and ord(text[start - 1]) in _FLAGS:
        start -= 1
    return place - start


def _is_one_syllable(before: int, after: int) -> bool:
    is_tailless = before in _SYLLABLES and (before - _SYLLABLES.start) % _WITH_TAIL == 0
    if _in(after, _VOWELS):
        return _in(before, (*_LEADS, *_VOWELS)) or is_tailless
    if _in(after, _TAILS):
        return _in(before, (*_VOWELS, *_TAILS)) or before in _SYLLABLES
    return _in(before, _LEADS) and (_in(after, _LEADS) or after in _SYLLABLES)


def _in(code: int, ranges: tuple[range, ...]) -> bool:
    return any(code in one for one in ranges)
