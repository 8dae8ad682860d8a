"""Families of things, each told by the words it begins with, and the one pass over a text that serves them all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import compress
from typing import Protocol

from dialogue_notes.detection.finding import Finding, Passage

_UNSPACED = re.compile(
    "[\u0590-\u08ff\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\uffdc\U00020000-\U0003ffff]"
)
"""Scripts in which a word may hold on to its neighbours: Hebrew, Arabic, Thai and the like, Hangul, kana, Han."""


NUMBER = "0"
"""The opening of what begins with a number."""


def key_of(word: str) -> str:
    """What a word is looked up by: itself in small letters, or `NUMBER`."""
    return NUMBER if word[0].isdigit() else word.lower()


class Family(Protocol):
    """One family of things: dates, places, ways of speaking."""

    @property
    def openings(self) -> Collection[str]:
        """The words and signs, as `key_of` gives them, that one of them may begin with."""

    @property
    def names(self) -> Collection[str]:
        """The words with capitals, as they are written, that one of them may begin with."""

    def opens_oddly(self, word: str) -> bool:
        """Whether one may begin with this word, which has a hyphen, capitals throughout or other letters than ASCII."""

    def find_at(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        """Those that begin at some of these words of the passage."""

    def find_unspaced(self, passage: Passage) -> Iterator[Finding]:
        """Those written in scripts in which words are not told by blanks."""


class ThingDetector:
    """Finds the things of one group of families; made by `thing_detectors`."""

    def __init__(self, look: _Look, group: int) -> None:
        self._look = look
        self._group = group

    def find(self, passage: Passage) -> Sequence[Finding]:
        """Everything of these families, one family after the other."""
        return self._look.found(passage)[self._group]


def thing_detectors(*groups: Iterable[Family]) -> tuple[ThingDetector, ...]:
    """A detector for each group of families; together they look through a text once."""
    look = _Look([tuple(group) for group in groups])
    return tuple(ThingDetector(look, number) for number in range(len(groups)))


class _Look:
    """One pass over a text: a word that opens nothing costs one look into a table."""

    def __init__(self, groups: Sequence[Sequence[Family]]) -> None:
        self._groups = groups
        self._opened = _Opened([family for group in groups for family in group])
        self._last: tuple[Passage | None, tuple[list[Finding], ...]] = (None, ())

    def found(self, passage: Passage) -> tuple[list[Finding], ...]:
        """What each group finds; remembered for the passage that was asked for last."""
        if self._last[0] is not passage:
            self._last = (passage, self._find(passage))
        return self._last[1]

    def _find(self, passage: Passage) -> tuple[list[Finding], ...]:
        texts = passage.words.texts
        places: dict[Family, list[int]] = {}
        for place in compress(range(len(texts)), map(self._opened.__getitem__, texts)):
            for family in self._opened[texts[place]]:
                places.setdefault(family, []).append(place)
        unspaced = not passage.text.isascii() and _UNSPACED.search(passage.text) is not None
        found: tuple[list[Finding], ...] = tuple([] for _ in self._groups)
        if not places and not unspaced:
            return found
        for group, findings in zip(self._groups, found, strict=True):
            for family in group:
                if family in places:
                    findings.extend(family.find_at(passage, places[family]))
                if unspaced:
                    findings.extend(family.find_unspaced(passage))
        return found


class _Opened(dict[str, tuple[Family, ...]]):
    """Which families a word opens; remembered, for a record has far fewer different words than words."""

    def __init__(self, families: Sequence[Family]) -> None:
        super().__init__()
        self._families = families
        self._by_key: dict[str, tuple[Family, ...]] = {}
        for family in families:
            for key in family.openings:
                self._by_key[key] = (*self._by_key.get(key, ()), family)
        self._named = [family for family in families if family.names]

    def __missing__(self, word: str) -> tuple[Family, ...]:
        found = self._by_key.get(key_of(word), ())
        if not word.islower() or not word.isascii():
            found += tuple(family for family in self._named if word in family.names)
            if word.isupper() or not word.isascii() or "-" in word:
                found += tuple(family for family in self._families if family.opens_oddly(word))
        self[word] = found = tuple(dict.fromkeys(found)) if found else ()
        return found
