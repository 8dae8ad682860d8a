"""A text as words and signs: taken apart once, for all detectors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

_LETTER = r"[^\W\d_]"
_INITIALS = r"(?:[A-Z]\.-?)+(?=[\s,;)])"
_BETWEEN = r"(?: (?![\s_])|[\s_]*)"
"""What belongs to no word and no sign; every other character belongs to one."""
_USUAL = "[A-Za-z]+ (?=[a-z])"
"""What most words are, tried first: letters, and one blank before a small letter."""
_PIECE = re.compile(
    rf"{_USUAL}|(?:{_LETTER}{{2,}}(?:[’'ʼ‘\-‑](?!s\b){_LETTER}+)*|[^\w\s]|{_INITIALS}|{_LETTER}(?:[’'ʼ‘\-‑](?!s\b){_LETTER}+)*"
    rf"|\d+(?:[.,]\d+)*){_BETWEEN}"
)
"""Initials ("A. M." is two, "U.S." one), words with their hyphens and apostrophes, numbers, single signs."""
_ASCII_PIECE = re.compile(
    rf"{_USUAL}|(?:[A-Za-z]{{2,}}(?:['\-](?!s\b)[A-Za-z]+)*|[^\w\s]|{_INITIALS}|[A-Za-z](?:['\-](?!s\b)[A-Za-z]+)*"
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
    def of(text: str, known: KnownPieces | None = None) -> Words:
        """Takes a text apart; `known` is shared by texts that have many words in common."""
        pieces = (_ASCII_PIECE if text.isascii() else _PIECE).findall(text)
        if not pieces:
            return Words((), ())
        starts = tuple(accumulate(map(len, pieces), initial=text.index(pieces[0])))[:-1]
        if known is None:
            return Words(tuple(map(_without_blanks, pieces)), starts)
        return Words(tuple(map(known.__getitem__, pieces)), starts)

    def at(self, place: int) -> str:
        """The word at a place that may lie outside."""
        if place < 0:
            return BEFORE
        return self.texts[place] if place < len(self.texts) else AFTER

    def end(self, place: int) -> int:
        """Where the word at a place ends."""
        return self.starts[place] + len(self.texts[place])


class KnownPieces(dict[str, str]):
    """Words by how they are cut out of a text, the blank behind them included: equal ones become the same."""

    def __missing__(self, piece: str) -> str:
        word = piece.rstrip()
        self[piece] = word = _without_blanks(piece) if word[-1] == "_" else word
        return word


def _without_blanks(piece: str) -> str:
    piece = piece.rstrip()
    while piece[-1] == "_":
        piece = piece.rstrip("_").rstrip()
    return piece
