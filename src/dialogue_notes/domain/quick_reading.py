"""The readings of simple texts, quickly: most of what is typed needs no closer look.

What comes out is what `domain.text.readings` gives; a property test holds both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogue_notes.domain.reading import Reading

_AS = str.maketrans("\n\u00a0’‘\u2013\u2014", "  ''--")
"""Single characters that are read as others of the same length; dashes between letters as hyphens."""
_NOT_SIMPLE = re.compile("[^ -_a-~“”]|  |^ |(?<![A-Za-z0-9])-|-(?![A-Za-z0-9])")
_AT_LINE_END = re.compile("['’‘]\n|\n['’‘]")
_HYPHEN = "-"
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[A-Za-z])(?!(?i:s|t|d|m|re|ve|ll)(?![A-Za-z0-9]))")
"""Apostrophes inside a name ("P'eng"), but for those of "Brien's" and "don't"."""


def quick_cases(text: str) -> tuple[tuple[Reading, Reading], tuple[Reading, Reading]] | None:
    """The readings as `domain.text.both_cases` gives them; None for a text that is not simple.

    Simple is ASCII with curly quotes, dashes, line ends and hard blanks, where no blank follows another and hyphens
    stand between letters or digits.
    """
    if "\n" in text and _AT_LINE_END.search(text) is not None:
        return None
    plain = text if text.isascii() and "\n" not in text else text.translate(_AS)
    if not plain or _NOT_SIMPLE.search(plain) is not None:
        return None
    hyphens = [place for place, letter in enumerate(plain) if letter == _HYPHEN] if _HYPHEN in plain else []
    parted = [found.start() for found in _APOSTROPHE.finditer(plain)] if "'" in plain else []
    return _pair(plain.lower(), sorted(hyphens + parted)), _pair(plain, hyphens)


def _pair(plain: str, cuts: Sequence[int]) -> tuple[Reading, Reading]:
    """The text joined at some places, and parted there."""
    if not cuts:
        same = _as_it_stands(plain)
        return same, same
    parts: list[str] = []
    begin = 0
    for cut in cuts:
        parts.append(plain[begin:cut])
        begin = cut + 1
    parts.append(plain[begin:])
    firsts = (0, *(cut + 1 for cut in cuts))
    joined = Reading(
        "".join(parts),
        tuple(first - number for number, first in enumerate(firsts)),
        firsts,
        (True,) * len(firsts),
    )
    return joined, _as_it_stands(" ".join(parts))


def _as_it_stands(text: str) -> Reading:
    return Reading(text, (0,), (0,), (True,))
