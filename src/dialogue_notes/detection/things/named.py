"""Finding names from long lists: by the first words of each, and in scripts without blanks letter by letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import ahocorasick

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.patterns import entity_of
from dialogue_notes.detection.words import AFTER, Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.declension import declined
from dialogue_notes.domain.reading import HANGUL_RANGES, NO_SPACE_RANGES
from dialogue_notes.domain.text import is_whole

_BY_LETTERS = re.compile(f"[{NO_SPACE_RANGES}{HANGUL_RANGES}]")
_DECLINED = re.compile("[\u0400-\u04ff]{4,}")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a family of names tells."""

    category: Category
    reason: str
    score: float


class NamedFamily:
    """Finds names as whole words, as they are written or in capitals; of overlapping ones the longest.

    Names of one word in Cyrillic are found in all their cases.
    """

    def __init__(self, meaning: Meaning, names: Mapping[str, str]) -> None:
        """`names`: each with the thing that it names."""
        self._meaning = meaning
        self._things = names
        self._unspaced = [name for name in names if _BY_LETTERS.match(name)]
        # The names by their first word, then by their second, the longest first.
        self._by_word: dict[str, dict[str, list[str]]] = {}
        for name in sorted(names, key=len, reverse=True):
            if not _BY_LETTERS.match(name):
                first, second = _opening(name)
                self._by_word.setdefault(first, {}).setdefault(second, []).append(name)
        self._alone = {
            word
            for word, by_second in self._by_word.items()
            if by_second == {AFTER: [word]} and word.isascii() and word.isalpha()
        }
        self._entities: dict[str, str] = {}

    @property
    def openings(self) -> Collection[str]:
        """See `Family`: none, for a name has its capital."""
        return ()

    @property
    def names(self) -> Collection[str]:
        """See `Family`."""
        return self._by_word.keys()

    def opens_oddly(self, word: str) -> bool:
        """See `Family`: in capitals throughout, joined to another word by a hyphen, in another case."""
        return (
            self._written(word) in self._by_word
            or any(part in self._by_word for part in word.split("-")[:-1])
            or word.rpartition("-")[2] in self._by_word
            or (not word.isascii() and word in self._cases)
        )

    def find_at(self, passage: Passage, places: Sequence[int]) -> Sequence[Finding]:
        """See `Family`; proposed only, for most stand in every newspaper."""
        texts, starts, alone, done = passage.words.texts, passage.words.starts, self._alone, 0
        found: list[Finding] = []
        for place in places:
            start = starts[place]
            if start < done:
                continue
            word = texts[place]
            if word not in alone:
                for one in self._at(passage, place, start):
                    found.append(one)
                    done = one.end
            elif is_whole(passage.text, start, start + len(word)):
                done = start + len(word)
                found.append(self._finding(start, done, word))
        return found

    def find_unspaced(self, passage: Passage) -> Iterator[Finding]:
        """See `Family`."""
        if self._unspaced:
            text = passage.spaced
            for last, name in self._automaton.iter_long(text):
                start, end = last + 1 - len(name), last + 1
                if is_whole(text, start, end):
                    yield self._finding(start, end, name)

    def entity(self, wording: str) -> str | None:
        """The entity that a wording names, where the list has it."""
        name = self._cases.get(wording, wording) if not wording.isascii() else wording
        thing = self._things.get(name)
        return None if thing is None else entity_of(self._meaning.category, thing)

    def _at(self, passage: Passage, place: int, start: int) -> Iterator[Finding]:
        words, text = passage.words, passage.spaced
        word = words.texts[place]
        written = self._written(word)
        by_second = self._by_word.get(written)
        if by_second is not None:
            after = words.at(place + 1)
            second = after.capitalize() if written != word else after
            for name in (*by_second.get(second, ()), *by_second.get(AFTER, ())):
                end = start + len(name)
                if _stands(name, text[start:end], in_capitals=written != word) and is_whole(text, start, end):
                    yield self._finding(start, end, name)
                    return
        if not word.isascii() and word in self._cases:
            yield self._finding(start, start + len(word), self._cases[word])
        elif "-" in word:
            for part in word.split("-"):
                if AFTER in self._by_word.get(part, ()):
                    yield self._finding(start, start + len(part), part)
                start += len(part) + 1

    def _written(self, word: str) -> str:
        """The word as the list would write it."""
        return word if word in self._by_word or not word.isupper() else word.capitalize()

    def _finding(self, start: int, end: int, name: str) -> Finding:
        meaning = self._meaning
        entity = self._entities.get(name)
        if entity is None:
            entity = self._entities[name] = entity_of(meaning.category, self._things[name])
        return Finding(start, end, meaning.category, entity, meaning.reason, meaning.score, default=False)

    @cached_property
    def _cases(self) -> dict[str, str]:
        """Names of one word in Cyrillic, in their other cases."""
        names = sorted(name for name in self._things if _DECLINED.fullmatch(name))
        return {form: name for name in names for form in declined(name) if form not in self._things}

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        made = ahocorasick.Automaton()
        for name in self._unspaced:
            made.add_word(name, name)
        made.make_automaton()
        return made


def _opening(name: str) -> tuple[str, str]:
    """The first two words of a name; `AFTER` for a second that is not there."""
    if name.isalpha():
        return name, AFTER
    words = Words.of(name)
    return words.at(0), words.at(1)


def _stands(name: str, said: str, *, in_capitals: bool) -> bool:
    """Whether a name is written there, perhaps in capitals throughout."""
    return said == name or (in_capitals and said.isupper() and said.casefold() == name.casefold())
