"""Words of a record that are a participant's name written otherwise: a letter wrong, in another spelling or script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from anyascii import anyascii

from dialogue_notes.detection.people.known_words import place_words
from dialogue_notes.detection.roster.mentions import Way
from dialogue_notes.detection.roster.name_parts import NameParts, Script
from dialogue_notes.detection.roster.near_misses import SHORTEST, SHORTEST_FOR_TWO, NearMisses
from dialogue_notes.detection.roster.sounds import chinese, korean, romanised, semitic, slavic
from dialogue_notes.domain.letters import without_marks
from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.names.forms import FormKind
from dialogue_notes.domain.names.words import NATIONALITIES, ROLES, TITLES

_LONG_SOUND = 4
"""From so many consonants on, a family name is known by its sound alone."""
_SHORT_SOUND = 2
_ENDINGS = re.compile("(?:ого|ому|ыми|ами|ями|ах|ях|ых|их|ым|им|ом|ем|ём|ам|ям)$")
"""Russian endings that hold a consonant; the sounds of names leave vowels out."""
_PREFIX = re.compile("^[وف]?[بلك]?(?=..)")
_SYLLABLES = re.compile(
    r"(?:[bcdfghjklmnpqrstvwxyz]{0,3}['’]?h?[aeiouyüw]{1,4}(?:ng|ck|[klmnprth])?['’-]?){1,4}", re.IGNORECASE
)
_LONGEST_SYLLABLES = 14
_SIGNS = frozenset({Script.HAN, Script.HANGUL})
_BEGIN_ALIKE = ("cjqrtz", "hsx", "dt", "gkc", "bp", "ilnry", "aeouwy")
_PARTED = re.compile("\\s+|-(?=[A-Z\u00c0-\u00de\u0410-\u042f])")
"""Between two names that are written as one: "Smith-Jones", and not "En-lai"."""
_KNOWN = TITLES | ROLES | NATIONALITIES
_PLAIN = str.maketrans("", "", "'’ʼ-‑")


@dataclass(frozen=True, slots=True)
class Candidate:
    """`start:end` of a word that may name `person`; sure by itself or only beside the rest of the name."""

    start: int
    end: int
    person: int
    kind: FormKind
    way: Way
    is_sure: bool


class Spellings:
    """The participants' names, ready to be known again in other writings."""

    def __init__(self, parts: Iterable[NameParts]) -> None:
        self._parts = tuple(parts)
        self._exact = {bare(word) for part in self._parts for word in _words(part.family, part.given)}
        self._near = NearMisses(
            (bare(word), (part.person, kind))
            for part in self._parts
            for word, kind in ((part.family, FormKind.FAMILY), (part.given, FormKind.GIVEN))
            if part.script in {Script.LATIN, Script.CYRILLIC} and " " not in word
        )
        asian = [part for part in self._parts if part.is_east_asian]
        self._chinese = _Sounds(asian, chinese)
        self._korean = _Sounds(asian, korean)
        self._scripts = {part.script for part in self._parts}

    @cached_property
    def _slavic(self) -> _Sounds:
        return _Sounds([part for part in self._parts if part.script not in _SIGNS], slavic)

    @cached_property
    def _semitic(self) -> _Sounds:
        return _Sounds([part for part in self._parts if part.script not in _SIGNS], semitic)

    def among(self, vocabulary: frozenset[str]) -> dict[str, tuple[Candidate, ...]]:
        """The words of a record that may be such names; those that are a name of the roster exactly are not."""
        if not self._parts:
            return {}
        found: dict[str, tuple[Candidate, ...]] = {}
        for word in vocabulary:
            if word.isascii() and (word.islower() or not _has_capital(word) or word.lower() in vocabulary):
                continue  # what is written small too is a word
            candidates = tuple(self._of_word(word))
            if candidates:
                found[word] = candidates
        return found

    def _of_word(self, word: str) -> Iterator[Candidate]:
        script = Script.of(word)
        if script is Script.HAN:
            yield from self._chinese.inside(word)
        elif script is Script.HANGUL:
            yield from self._korean.at_start(word)
        elif script is Script.ARABIC:
            for shape in dict.fromkeys((word, _PREFIX.sub("", word))):
                yield from self._semitic.consonants(word, semitic(shape), Script.ARABIC)
        elif script is Script.CYRILLIC and word[0].isupper():
            yield from self._of_letters(word)
            for shape in dict.fromkeys((word, _ENDINGS.sub("", word))):
                yield from self._slavic.consonants(word, slavic(shape), Script.CYRILLIC)
        elif script is Script.LATIN and _has_capital(word) and bare(word) not in self._exact:
            yield from self._of_letters(word)
            yield from self._of_latin(word)

    def _of_letters(self, word: str) -> Iterator[Candidate]:
        plain = bare(word)
        if len(plain) < SHORTEST - 1 or plain in self._exact or _is_known(word):
            return
        for (person, kind), distance, name in self._near.find(plain):
            is_long = len(name) > SHORTEST if distance == 1 else len(name) >= SHORTEST_FOR_TWO
            is_sure = kind is FormKind.FAMILY and is_long and plain[0] == name[0]
            way = Way.NEAR if distance == 1 else Way.NEARLY
            yield Candidate(0, len(word), person, kind, way, is_sure)

    def _of_latin(self, word: str) -> Iterator[Candidate]:
        if Script.CYRILLIC in self._scripts:
            yield from self._slavic.consonants(word, slavic(word), Script.LATIN, Script.CYRILLIC)
        if Script.ARABIC in self._scripts:
            yield from self._semitic.consonants(word, semitic(word), Script.LATIN, Script.ARABIC)
        may_sound_alike = self._chinese.may_open(word)  # and as Korean, for both know the same names
        if may_sound_alike and len(word) <= _LONGEST_SYLLABLES and _SYLLABLES.fullmatch(anyascii(word)):
            yield from self._chinese.part(word)
            yield from self._korean.part(word)


class _Sounds:
    """Names by their sound in one language."""

    def __init__(self, parts: Sequence[NameParts], sound: Callable[[str], str]) -> None:
        self._sound = _remembered(sound)
        self._by_part: dict[str, set[tuple[int, FormKind, Script]]] = {}
        self._whole: dict[str, set[int]] = {}
        self._openings = {letter for part in parts for letter in _openings(part.family, part.given)}
        for part in parts:
            for name, kind in ((part.family, FormKind.FAMILY), (part.given, FormKind.GIVEN)):
                for key in {self._sound(name), *map(self._sound, _PARTED.split(name))}:
                    if key:
                        self._by_part.setdefault(key, set()).add((part.person, kind, part.script))
            if part.family and part.given:
                self._whole.setdefault(self._key(part.family, part.given), set()).add(part.person)

    def may_open(self, word: str) -> bool:
        """Whether a word begins as another spelling of a name may; of no other one is the sound worked out."""
        return word[0].lower() in self._openings

    def part(self, word: str) -> Iterator[Candidate]:
        """A word in Latin letters that sounds like a part of a name: too little by itself."""
        if not self.may_open(word):
            return
        for person, kind, _ in sorted(self._by_part.get(self._sound(word), ()), key=_by_person):
            yield Candidate(0, len(word), person, kind, Way.SPELT, is_sure=False)

    def consonants(
        self, word: str, sound: str, here: Script, only: Script | None = None
    ) -> Iterator[Candidate]:
        """A word that sounds like a part of a name written in another script than `here` (in `only` that one)."""
        if len(sound) < _SHORT_SOUND:
            return
        for person, kind, script in sorted(self._by_part.get(sound, ()), key=_by_person):
            if script is not here and only in {None, script}:
                is_sure = kind is FormKind.FAMILY and len(sound) >= _LONG_SOUND
                yield Candidate(0, len(word), person, kind, Way.SCRIPT, is_sure)

    def inside(self, word: str) -> Iterator[Candidate]:
        """Whole names in a run of Han signs, at any place."""
        for start in range(len(word) - 1) if self._whole else ():
            yield from self._whole_at(word, start)

    def at_start(self, word: str) -> Iterator[Candidate]:
        """A whole name that a word in Hangul begins with; particles may follow."""
        if self._whole:
            yield from self._whole_at(word, 0)

    def _whole_at(self, word: str, start: int) -> Iterator[Candidate]:
        for length, family in ((4, 2), (4, 1), (3, 1), (3, 2), (2, 1)):
            signs = word[start : start + length]
            if len(signs) == length:
                people = self._whole.get(self._key(signs[:family], signs[family:]), ())
                for person in sorted(people):
                    is_sure = length > 2  # noqa: PLR2004 - two signs meet by chance
                    yield Candidate(start, start + length, person, FormKind.FULL, Way.SCRIPT, is_sure)

    def _key(self, family: str, given: str) -> str:
        return f"{self._sound(family)}|{self._sound(given)}"


def _openings(*names: str) -> Iterator[str]:
    """The letters with which other spellings of names may begin; only these are looked at closer."""
    for word in _words(*names):
        first = anyascii(romanised(word[:1]))[:1].lower()
        yield first
        yield from (letter for group in _BEGIN_ALIKE if first in group for letter in group if first)


def _remembered(sound: Callable[[str], str]) -> Callable[[str], str]:
    """The same, each word worked out once; forgotten with whoever asked, for the words are somebody's names."""
    known: dict[str, str] = {}

    def ask(word: str) -> str:
        if word not in known:
            known[word] = sound(word)
        return known[word]

    return ask


def bare(word: str) -> str:
    """A word as names are compared letter by letter: folded, without hyphens and apostrophes."""
    return without_marks(word.casefold()).translate(_PLAIN)


def _by_person(owner: tuple[int, FormKind, Script]) -> tuple[int, str, str]:
    return owner[0], owner[1].value, owner[2].name


def _words(*names: str) -> Iterator[str]:
    for name in names:
        yield name
        yield from name.split()


def _has_capital(word: str) -> bool:
    """At the beginning, or behind an article or particle: "al-Qahtani"."""
    return len(word) > 1 and (
        word[0].isupper() or ("-" in word and word[word.rindex("-") + 1 :][:1].isupper())
    )


def _is_known(word: str) -> bool:
    """Words that are something else: places, offices, ordinary words."""
    small = word.casefold()
    return small in _KNOWN or is_ordinary(small) or small in place_words()
