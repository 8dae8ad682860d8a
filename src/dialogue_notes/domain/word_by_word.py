"""Whether a text can be compared word by word, without being read as a whole; see `domain.text`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_ODD_LETTERS = re.compile("[^\\n -_a-~\u00a0“”‘’«»…\u2013\u2014\u00c0-\u024f\u0400-\u0481\u048a-\u052f]")
"""Other scripts, marks, and what cannot be seen: what stands beside them may change how they are read."""
_APART = re.compile(r"[\s\u2013\u2014-]{4}")
"""So much between two words that it could part those of one name by more than they are long."""
_FOUR_APART = " " * 4
_BETWEEN_TEXTS = "«"
"""Stands in the way of no expression here: no letter, no blank, no dash."""
_JOINED = re.compile(r"-(?:(?<=\d-)\s*\d|(?<=\w-)\s*\n\s*\w)")
_JOINED_BY_DASH = re.compile(r"[\u2013\u2014](?<=[^\W_].)\s*[^\W_]")
"""Hyphens between numbers or at the end of a line, and dashes between letters: they may make one word of two."""
_CHUNK = re.compile(r"[^\W_]+(?:[-\u2013\u2014]\s*[^\W_]+)+")
"""Words with hyphens and dashes between them."""
_DASHES = "-\u2013\u2014"
_LONGEST_WORD = 64
"""Letters behind a joint that may belong to the word that it makes; no name is longer."""


def is_read_by_words(text: str) -> bool:
    """Whether the words of a text's readings are those of the readings of its words and of its `chunks`.

    Words are letters in a row, with single ASCII hyphens and apostrophes between them. Not so where a word may hold
    what cannot be seen, or stand in a script whose words are not parted.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return not (("  " in text or " -" in text or "--" in text) and _APART.search(text))
    return _ODD_LETTERS.search(text) is None and _APART.search(text) is None


def loose_texts(texts: Sequence[str]) -> frozenset[int]:
    """The numbers of texts that are not read by words, or have `chunks`; all texts are looked through as one."""
    whole = _BETWEEN_TEXTS.join(texts)
    ends = tuple(accumulate(len(text) + 1 for text in texts))
    places = [found.start() for found in _ODD_LETTERS.finditer(whole)]
    places += (found.start() for found in _JOINED.finditer(whole))
    places += (found.start() for found in _JOINED_BY_DASH.finditer(whole)) if not whole.isascii() else ()
    spaced = whole
    for sign in "\n\u00a0-\u2013\u2014":
        spaced = spaced.replace(sign, " ")
    place = spaced.find(_FOUR_APART)
    while place >= 0:
        places.append(place)
        place = spaced.find(_FOUR_APART, place + 1)
    return frozenset(bisect_right(ends, place) for place in places)


def chunks(text: str) -> list[str]:
    """Words that dashes, hyphens between numbers or broken lines may make one word of."""
    joints = list(_JOINED.finditer(text)) if "-" in text else []
    if not text.isascii():
        joints += _JOINED_BY_DASH.finditer(text)
    found: list[str] = []
    for joint in joints:
        start = joint.start()
        while start and (text[start - 1].isalnum() or text[start - 1] in _DASHES):
            start -= 1
        found += _CHUNK.findall(text, start, joint.end() + _LONGEST_WORD)
    return found
