"""What a detector says about a text, before it is known where the text lies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from dialogue_notes.detection.concordance import Concordance, Seeker
from dialogue_notes.detection.words import KnownPieces, Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.term_finder import Hit, TermFinder, runs_of
from dialogue_notes.domain.text import BothCases, both_cases
from dialogue_notes.domain.word_by_word import chunks, is_read_by_words, loose_texts

_NOWHERE: tuple[int, ...] = ()
_WHITE = re.compile(r"[^\S ]")


class Finding(NamedTuple):
    """A span (code points, end exclusive) that may identify someone, and why; see `Suggestion` for the fields.

    A tuple, for thousands are made of a record and most of them are soon thrown away.
    """

    start: int
    end: int
    category: Category
    entity: str
    reason: str
    score: float
    default: bool

    def __repr__(self) -> str:
        return f"Finding({self.start}, {self.end}, {self.category})"  # an entity may be called by words of the text


class Passage:
    """A text to look through, with what costs more than the looking, so that all detectors share it."""

    def __init__(self, text: str, words: Words | None = None) -> None:
        """`words`: the text taken apart, where that was done already."""
        self.text = text
        self.words = words if words is not None else Words.of(text)
        self.number = 0
        """Its number in its concordance."""

    @cached_property
    def concordance(self) -> Concordance:
        """The concordance of all texts that it was read together with."""
        return Concordance((self.words,), (self.text,), loose_texts((self.text,)))

    def belong(self, concordance: Concordance, number: int) -> None:
        """Makes it part of texts that are read together."""
        self.concordance = concordance
        self.number = number

    def places(self, seeker: Seeker) -> Sequence[int]:
        """The places of the words that somebody looks for, in order."""
        return self.concordance.places_for(seeker).get(self.number, _NOWHERE)

    @cached_property
    def readings(self) -> BothCases:
        """As `domain.text.both_cases` gives them."""
        return both_cases(self.text)

    @cached_property
    def spaced(self) -> str:
        """The text with a blank for each other white space, so that names of several words can be told at once."""
        return self.text if self.text.isprintable() else _WHITE.sub(" ", self.text)

    @cached_property
    def _is_read_by_words(self) -> bool:
        return is_read_by_words(self.text)

    def hits(self, finder: TermFinder) -> tuple[Hit, ...]:
        """As `finder.find`, but quicker: the text is read only where its words leave room for a term."""
        if self.number in self.concordance.loose and (
            not self._is_read_by_words or (self._chunks and self._may_stand_in_chunks(finder))
        ):
            return finder.find_in(self.readings)
        places = self.places(finder)
        return finder.find_near(self.text, self.words.texts, self.words.starts, places) if places else ()

    @cached_property
    def _chunks(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """The `runs_of` what may become one word."""
        return tuple(map(runs_of, chunks(self.text)))

    def _may_stand_in_chunks(self, finder: TermFinder) -> bool:
        return any(finder.may_stand_among(*runs) for runs in self._chunks)


def read_together(texts: Iterable[str]) -> dict[str, Passage]:
    """A passage for every text, with one concordance for all of them; equal texts are one."""
    known = KnownPieces()
    passages = {text: Passage(text, Words.of(text, known)) for text in dict.fromkeys(texts)}
    loose = loose_texts(tuple(passages))
    concordance = Concordance([passage.words for passage in passages.values()], tuple(passages), loose)
    for number, passage in enumerate(passages.values()):
        passage.belong(concordance, number)
    return passages


class Detector(Protocol):
    """Looks through one text after another for one sort of thing; made once for a record."""

    def find(self, passage: Passage) -> Iterable[Finding]:
        """What of the detector's sort stands in the passage, in any order."""

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """The texts of a concordance in which something of the detector's sort may stand."""
