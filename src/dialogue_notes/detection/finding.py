"""What a detector says about a text, before it is known where the text lies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse
from typing import Protocol

from dialogue_notes.detection.words import Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.term_finder import Hit, TermFinder, runs_of
from dialogue_notes.domain.text import BothCases, both_cases
from dialogue_notes.domain.word_by_word import chunks, is_read_by_words

_WHITE = re.compile(r"[^\S ]")


@dataclass(frozen=True, slots=True)
class Finding:
    """A span (code points, end exclusive) that may identify someone, and why; see `Suggestion` for the fields."""

    start: int
    end: int
    category: Category
    entity: str
    reason: str
    score: float
    default: bool


class Passage:
    """A text to look through, with what costs more than the looking, so that all detectors share it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def readings(self) -> BothCases:
        """As `domain.text.both_cases` gives them."""
        return both_cases(self.text)

    @cached_property
    def words(self) -> Words:
        """The text taken apart."""
        return Words.of(self.text)

    @cached_property
    def spaced(self) -> str:
        """The text with a blank for each other white space, so that names of several words can be told at once."""
        return self.text if self.text.isprintable() else _WHITE.sub(" ", self.text)

    @cached_property
    def _is_read_by_words(self) -> bool:
        return is_read_by_words(self.text)

    @property
    def small(self) -> AbstractSet[str]:
        """Its words in small letters, with the parts of those that have several; see `runs_of`."""
        return self._vocabulary[0]

    @property
    def cased(self) -> AbstractSet[str]:
        """Its words as they are written, with the parts of those that have several."""
        return self._vocabulary[1]

    @cached_property
    def _vocabulary(self) -> tuple[AbstractSet[str], AbstractSet[str]]:
        cased = set(self.words.texts)
        odd = [word for word in filterfalse(str.isalpha, cased) if len(word) > 1]
        if not self.text.isascii():
            odd += filterfalse(str.isascii, cased)
        small = set(map(str.lower, cased))
        for folded_runs, cased_runs in map(runs_of, odd):
            small |= folded_runs
            cased |= cased_runs
        return small, cased

    def hits(self, finder: TermFinder) -> tuple[Hit, ...]:
        """As `finder.find`, but quicker: the text is read only where its words leave room for a term."""
        if not self._is_read_by_words or (self._chunks and self._may_stand_in_chunks(finder)):
            return finder.find_in(self.readings)
        if not finder.may_stand_among(self.small, self.cased):
            return ()
        return finder.find_near(self.text, self.words.texts, self.words.starts)

    @cached_property
    def _chunks(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        return tuple(map(runs_of, chunks(self.text)))

    def _may_stand_in_chunks(self, finder: TermFinder) -> bool:
        return any(finder.may_stand_among(*runs) for runs in self._chunks)


class Detector(Protocol):
    """Looks through one text after another for one sort of thing; made once for a record."""

    def find(self, passage: Passage) -> Iterable[Finding]:
        """What of the detector's sort stands in the passage, in any order."""
