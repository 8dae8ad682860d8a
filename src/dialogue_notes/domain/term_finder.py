"""Finding many terms in a text at once, as whole words, in time that does not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_notes.domain.reading import HANGUL_RANGES, NO_SPACE_RANGES, Reading
from dialogue_notes.domain.text import both_cases, is_whole, term_keys
from dialogue_notes.domain.withheld import TermMatch

# A run of letters or of digits; Hangul and the scripts without spaces are sought letter by letter instead.
_RUN = re.compile(rf"[^\W\d_{NO_SPACE_RANGES}{HANGUL_RANGES}]+|\d+")
_ASCII_RUN = re.compile(r"[A-Za-z]+|[0-9]+")
"""The same for texts in ASCII, in half the time."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where term number `term` stands: `start` and `end` are code points of the text, end exclusive."""

    term: int
    start: int
    end: int


class TermFinder:
    """Looks for terms that were given once, in any number of texts.

    A term consists of whole words, so only terms are sought whose longest word is among those of the text; only
    what begins in Hangul or in a script without spaces is sought letter by letter.
    """

    def __init__(self, terms: Iterable[tuple[str, TermMatch]]) -> None:
        """`terms`: forms with how each is compared; a `Hit` names them by position."""
        self._folded = _Table(fold_case=True)
        self._cased = _Table(fold_case=False)
        for number, (form, match) in enumerate(terms):
            (self._folded if match is TermMatch.FOLDED else self._cased).add(number, form)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every place of every term, overlapping ones too, in order of start, then end, then term."""
        pairs = zip((self._folded, self._cased), both_cases(text), strict=True)
        hits = {hit for table, read in pairs for hit in table.find(read)}
        return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.term)))


class _Table:
    """The terms of one letter case, for both readings of a text."""

    def __init__(self, *, fold_case: bool) -> None:
        self._fold_case = fold_case
        self._by_word: tuple[dict[str, list[tuple[str, int]]], ...] = ({}, {})
        self._anywhere: tuple[dict[str, list[int]], ...] = ({}, {})

    def add(self, number: int, form: str) -> None:
        for kind, key in enumerate(term_keys(form, fold_case=self._fold_case)):
            if not key:
                continue
            if _RUN.match(key) is None:
                self._anywhere[kind].setdefault(key, []).append(number)
            else:
                longest = max(_RUN.findall(key), key=len)
                self._by_word[kind].setdefault(longest, []).append((key, number))

    def find(self, read: tuple[Reading, Reading]) -> Iterator[Hit]:
        words: set[str] = set()
        for kind, reading in enumerate(read):
            if self._by_word[kind] and (kind == 0 or reading is not read[0] or not words):
                runs = _ASCII_RUN if reading.text.isascii() else _RUN
                words = set(runs.findall(reading.text))
            for word in self._by_word[kind].keys() & words:
                for key, number in self._by_word[kind][word]:
                    yield from _places(key, (number,), reading)
            for key, numbers in self._anywhere[kind].items():
                yield from _places(key, numbers, reading)


def _places(key: str, numbers: Iterable[int], reading: Reading) -> Iterator[Hit]:
    """Where a key stands as whole words."""
    start = reading.text.find(key)
    while start >= 0:
        end = start + len(key)
        if is_whole(reading.text, start, end):
            for number in numbers:
                yield Hit(number, *reading.origin(start, end))
        start = reading.text.find(key, start + 1)
