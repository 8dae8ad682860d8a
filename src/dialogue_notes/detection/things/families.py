"""Families of things, each told by the words it begins with, and the one pass over a text that serves them all."""

from __future__ import annotations

import re
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from dialogue_notes.detection.concordance import Concordance, Places
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

    def find_at(self, passage: Passage, places: Sequence[int]) -> Iterable[Finding]:
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

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return self._look.numbers(concordance, self._group)


def thing_detectors(*groups: Iterable[Family], passages: Iterable[Passage] = ()) -> tuple[ThingDetector, ...]:
    """A detector for each group of families; together they look through a text once.

    `passages` that were read together are looked through at once, which is quicker than one by one.
    """
    look = _Look([tuple(group) for group in groups])
    look.read(tuple(passages))
    return tuple(ThingDetector(look, number) for number in range(len(groups)))


class _Look:
    """One pass over some texts: every different word is looked up once, and tells the families where it stands.

    What was found is remembered for the texts that were read together last.
    """

    def __init__(self, groups: Sequence[Sequence[Family]]) -> None:
        self._groups = groups
        self._opened = _Opened([family for group in groups for family in group])
        self._together: weakref.ref[Concordance] | None = None  # looked at, not held
        self._places: list[tuple[int, Family, Places]] = []
        self._may_stand: frozenset[int] = frozenset()
        self._unspaced: frozenset[int] = frozenset()
        self._found: dict[int, tuple[list[Finding], ...]] = {}

    def numbers(self, concordance: Concordance, group: int) -> Collection[int]:
        """The texts in which something of a group may stand; where all was looked for already, does stand."""
        self._turn_to(concordance)
        found = self._found
        return [number for number in self._may_stand if number not in found or found[number][group]]

    def found(self, passage: Passage) -> tuple[list[Finding], ...]:
        """What each group finds."""
        self._turn_to(passage.concordance)
        if passage.number not in self._found:
            self._find({passage.number: passage})
        return self._found[passage.number]

    def read(self, passages: Sequence[Passage]) -> None:
        """Looks through texts that were read together, family by family: each stays in the processor's cache."""
        for concordance in {passage.concordance for passage in passages[:1]}:
            self._turn_to(concordance)
            self._find({one.number: one for one in passages if one.concordance is concordance})

    def _turn_to(self, concordance: Concordance) -> None:
        """Learns where the families may find something in these texts."""
        if self._together is not None and self._together() is concordance:
            return
        self._together, self._found = weakref.ref(concordance), {}
        self._unspaced = frozenset(
            number
            for number, text in enumerate(concordance.as_written)
            if not text.isascii() and _UNSPACED.search(text) is not None
        )
        opening: dict[Family, list[str]] = {}
        for word in self._opened.may_be_among(concordance):
            for family in self._opened[word]:
                opening.setdefault(family, []).append(word)
        self._places = [
            (group, family, concordance.places(opening.get(family, ())))
            for group, families in enumerate(self._groups)
            for family in families
        ]
        self._may_stand = self._unspaced.union(*(places for _, _, places in self._places))

    def _find(self, passages: Mapping[int, Passage]) -> None:
        found: dict[int, tuple[list[Finding], ...]] = {
            number: tuple([] for _ in self._groups) for number in passages
        }
        unspaced = passages.keys() & self._unspaced
        for group, family, places in self._places:
            for number in passages.keys() & places.keys():
                found[number][group].extend(family.find_at(passages[number], places[number]))
            for number in unspaced:
                found[number][group].extend(family.find_unspaced(passages[number]))
        self._found.update(found)


class _Opened(dict[str, tuple[Family, ...]]):
    """Which families a word opens; remembered, for a record has far fewer different words than words."""

    def __init__(self, families: Sequence[Family]) -> None:
        super().__init__()
        self._families = families
        self._by_key: dict[str, tuple[Family, ...]] = {}
        for family in families:
            for key in family.openings:
                self._by_key[key] = (*self._by_key.get(key, ()), family)
        self._named = [(family, family.names) for family in families if family.names]

    def may_be_among(self, concordance: Concordance) -> set[str]:
        """The words of some texts that may open something; few others are among them."""
        words = concordance.words
        found = concordance.written(self._by_key.keys())
        for _, names in self._named:
            found.update(words.keys() & names)
        found.update(concordance.odd)
        found.update([word for word in words if not word.islower() and (word.isupper() or word[0].isdigit())])
        return found

    def __missing__(self, word: str) -> tuple[Family, ...]:
        found = self._by_key.get(key_of(word), ())
        if not word.islower() or not word.isascii():
            found += tuple([family for family, names in self._named if word in names])
            if word.isupper() or not word.isascii() or "-" in word:
                found += tuple([family for family in self._families if family.opens_oddly(word)])
        self[word] = found = tuple(dict.fromkeys(found)) if found else ()
        return found
