"""A text as words and signs: taken apart once, for all detectors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

_LETTER = r"[^\W\d_]"
_INITIALS = r"(?:[A-Z]\.-?)+(?=[\s,;)])"
_BETWEEN = r"(?: (?![\s_])|[\s_]*)"
"""What belongs to no word and no sign; every other character belongs to one."""
_PIECE = re.compile(
    rf"(?:{_LETTER}{{2,}}(?:[’'ʼ‘\-‑](?!s\b){_LETTER}+)*|[^\w\s]|{_INITIALS}|{_LETTER}(?:[’'ʼ‘\-‑](?!s\b){_LETTER}+)*"
    rf"|\d+(?:[.,]\d+)*){_BETWEEN}"
)
"""Initials ("A. M." is two, "U.S." one), words with their hyphens and apostrophes, numbers, single signs."""
_ASCII_PIECE = re.compile(
    rf"(?:[A-Za-z]{{2,}}(?:['\-](?!s\b)[A-Za-z]+)*|[^\w\s]|{_INITIALS}|[A-Za-z](?:['\-](?!s\b)[A-Za-z]+)*"
    rf"|[0-9]+(?:[.,][0-9]+)*){_BETWEEN}"
)
"""The same for texts in ASCII, in half the time."""

BEFORE, AFTER = "^", "$"
"""What stands before the first word and after the last."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a text in order, with where each begins."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Words:
        """Takes a text apart."""
        pieces = (_ASCII_PIECE if text.isascii() else _PIECE).findall(text)
        if not pieces:
            return Words((), ())
        starts = tuple(accumulate(map(len, pieces), initial=text.index(pieces[0])))[:-1]
        return Words(tuple(map(_without_blanks if "_" in text else str.rstrip, pieces)), starts)

    def at(self, place: int) -> str:
        """The word at a place that may lie outside."""
        if place < 0:
            return BEFORE
        return self.texts[place] if place < len(self.texts) else AFTER

    def end(self, place: int) -> int:
        """Where the word at a place ends."""
        return self.starts[place] + len(self.texts[place])


def _without_blanks(piece: str) -> str:
    while piece[-1] == "_" or piece[-1].isspace():
        piece = piece[:-1]
    return piece
