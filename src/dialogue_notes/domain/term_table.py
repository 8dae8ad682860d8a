"""The terms of one letter case, by the word that each is told by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.reading import HANGUL_RANGES, NO_SPACE_RANGES, Reading
from dialogue_notes.domain.text import is_whole, term_keys
from dialogue_notes.domain.word_company import is_in_company

# A run of letters or of digits; Hangul and the scripts without spaces are sought letter by letter instead.
RUN = re.compile(rf"[^\W\d_{NO_SPACE_RANGES}{HANGUL_RANGES}]+|\d+")
ASCII_RUN = re.compile(r"[A-Za-z]+|[0-9]+")
"""The same for texts in ASCII, in half the time."""
_LETTERS_THAT_ARE_WORDS = frozenset("aiostdm")
"""Or ends of words behind an apostrophe."""


class Hit(NamedTuple):
    """Where term number `term` stands: `start` and `end` are code points of the text, end exclusive.

    A tuple, for thousands are made, compared and forgotten.
    """

    term: int
    start: int
    end: int


class TermTable:
    """The terms of one letter case, for both readings of a text."""

    def __init__(self, *, fold_case: bool) -> None:
        self._fold_case = fold_case
        self.telling: dict[str, int] = {}
        """The words that terms are told by, each with the letters of the longest of them; empty for signs."""
        self._by_word: tuple[dict[str, list[tuple[str, int]]], ...] = ({}, {})
        self._anywhere: tuple[dict[str, list[int]], ...] = ({}, {})
        self._ordinary: set[str] = set()

    def add(self, number: int, form: str) -> None:
        keys = term_keys(form, fold_case=self._fold_case)
        longest = {key: _longest(key) for key in set(keys)}
        if not self._fold_case and is_ordinary(keys[0]):
            self._ordinary.add(keys[0])
        for key in filter(None, keys):
            self.telling[longest[key]] = max(len(form), self.telling.get(longest[key], 0))
        for kind, key in enumerate(keys):
            if not key:
                continue
            if RUN.match(key) is None:
                self._anywhere[kind].setdefault(key, []).append(number)
            else:
                self._by_word[kind].setdefault(longest[key], []).append((key, number))

    def told_by(self, word: str) -> Iterator[tuple[str, int]]:
        """The terms, as they are read, that a word tells of; each with its number."""
        yield from dict.fromkeys(pair for by_word in self._by_word for pair in by_word.get(word, ()))

    def is_told_inside(self, word: str) -> bool:
        """Whether a word tells of a term that is sought letter by letter, for it begins with no word."""
        return any(_longest(key) == word for anywhere in self._anywhere for key in anywhere)

    def is_ordinary(self, key: str) -> bool:
        """Whether a term is a word that stands in phrases which mean something else."""
        return key in self._ordinary

    def find(self, read: tuple[Reading, Reading]) -> Iterator[Hit]:
        words: set[str] = set()
        for kind, reading in enumerate(read):
            if self._by_word[kind] and (kind == 0 or reading is not read[0] or not words):
                runs = ASCII_RUN if reading.text.isascii() else RUN
                words = set(runs.findall(reading.text))
            found_twice = self._by_word[0] if kind and reading is read[0] else {}
            for word in self._by_word[kind].keys() & words:
                before = found_twice.get(word, ())
                for key, number in self._by_word[kind][word]:
                    if (key, number) in before:
                        continue
                    yield from _places(key, (number,), reading, may_be_a_phrase=key in self._ordinary)
            for key, numbers in self._anywhere[kind].items():
                yield from _places(key, numbers, reading)

    def find_told(self, read: tuple[Reading, Reading], runs: AbstractSet[str]) -> Iterator[Hit]:
        """Those terms alone that some runs of letters or digits tell of."""
        for kind, reading in enumerate(read):
            for run in runs:
                found_twice = self._by_word[0].get(run, ()) if kind and reading is read[0] else ()
                for pair in self._by_word[kind].get(run, ()):
                    if pair not in found_twice:
                        key, number = pair
                        yield from _places(key, (number,), reading, may_be_a_phrase=key in self._ordinary)
            for key, numbers in self._anywhere[kind].items():
                if _longest(key) in runs:
                    yield from _places(key, numbers, reading)


def _longest(key: str) -> str:
    """The rarest word of a key, by which it is looked up."""
    return key if key.isascii() and key.isalpha() else max(RUN.findall(key), key=_rarity, default="")


def _rarity(word: str) -> tuple[int, bool]:
    """Long words are rare; of single letters, in which "k i m" is sought, those that are no words."""
    return len(word), word.casefold() not in _LETTERS_THAT_ARE_WORDS


def _places(
    key: str, numbers: Iterable[int], reading: Reading, *, may_be_a_phrase: bool = False
) -> Iterator[Hit]:
    """Where a key stands as whole words; of ordinary words, not inside a phrase that means something else."""
    start = reading.text.find(key)
    while start >= 0:
        end = start + len(key)
        is_phrase = may_be_a_phrase and is_in_company(reading.text, start, end)
        if not is_phrase and is_whole(reading.text, start, end):
            for number in numbers:
                yield Hit(number, *reading.origin(start, end))
        start = reading.text.find(key, start + 1)
