"""Titles and initials around a name in running text: they belong to the mention."""

from __future__ import annotations

import re

from dialogue_notes.domain.names.scripts import TITLES_BEHIND
from dialogue_notes.domain.names.words import CLOCK_WORDS, TITLE_PHRASE_WORDS, TITLES

_INITIALS = re.compile(r"^(?:[A-ZÀ-ÖØ-Þ]\.-?)+$")
_ENDS_OF_INITIALS = ".-"
_ABBREVIATED = 4
"""A title with a full stop is an abbreviation ("Brig.") up to so many letters; else a sentence ends there."""
_BLANKS = " \t\u00a0"
_BOUNDS = frozenset(' \t\u00a0\n\r(“"‘[—–:;,')
_AFTER = re.compile(rf"[ \u00a0]?(?:(?:{'|'.join(sorted(TITLES_BEHIND, key=len, reverse=True))})님?)")


def mention_start(text: str, name_start: int, floor: int) -> int:
    """Where the mention begins whose name begins at `name_start`: with its initials and titles, if any.

    "Brig. Gen. A. M. Haig" begins at "Brig."; a word such as "Foreign" belongs to it only before a title.
    Nothing before `floor`, where another mention ends, belongs to this one.
    """
    start = name_start
    begin = _word_before(text, start, floor)
    while begin is not None and _INITIALS.match(text[begin:start].strip()):
        start = begin
        begin = _word_before(text, start, floor)
    has_title = False
    while begin is not None:
        typed = text[begin:start].strip()
        word = typed.rstrip(".").casefold()
        ends_sentence = typed.endswith(".") and len(word) > _ABBREVIATED
        is_time = word in CLOCK_WORDS and text[max(0, begin - 3) : begin].rstrip()[-1:].isdigit()
        if ends_sentence or is_time or not (word in TITLE_PHRASE_WORDS or (has_title and word in TITLES)):
            break
        start, has_title = begin, True
        begin = _word_before(text, start, floor)
    return start


def may_belong(word: str) -> bool:
    """Whether a mention may begin before its name, by the word or sign before that: a title, or initials."""
    return word[-1] in _ENDS_OF_INITIALS or word.casefold() in TITLE_PHRASE_WORDS


def titles_in(text: str, start: int, name_start: int) -> frozenset[str]:
    """The title words between the mention's start and its name, in small letters, without full stops."""
    return frozenset(word.rstrip(".").casefold() for word in text[start:name_start].split())


def _word_before(text: str, end: int, floor: int) -> int | None:
    """Where the word before `end` begins, if only blanks part them and the word consists of letters."""
    stop = end
    while stop and text[stop - 1] in _BLANKS:
        stop -= 1
    begin = stop
    while begin and text[begin - 1] not in _BOUNDS:
        begin -= 1
    is_parted = stop < end or (end and text[end - 1] == ".")
    return begin if is_parted and floor <= begin < stop and text[begin].isalpha() else None


def mention_end(text: str, name_end: int) -> int:
    """Where the mention ends whose name ends at `name_end`: with the title that Korean, Chinese and Japanese put there.

    What follows the title, a Korean particle for one, does not belong to it.
    """
    after = _AFTER.match(text, name_end)
    return after.end() if after is not None else name_end
