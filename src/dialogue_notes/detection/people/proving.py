"""What one mention of a name proves for the others: a title before it once settles it for the whole record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_notes.detection.people.evidence import Evidence
from dialogue_notes.detection.people.known_words import is_small_word
from dialogue_notes.detection.people.placed import is_landmark, placed_words
from dialogue_notes.detection.people.weighing import ReadRecord, Seen
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.word_lists import words

PERHAPS = -4.0
"""Logarithm of odds from which a mention is put to a person."""

_MADE = 0.0
"""The same for a word that is made of ordinary ones and begins a sentence."""
_NEARLY = -3.0
"""Logarithm of odds from which a word beside a sure name is part of it."""
_PROVEN = 2.0
"""Logarithm of odds of one mention that settles the others."""
_RATHER = 1.0
"""The least that is said of a mention that another one, or a title, settles."""
_FAR = -7.0
"""Logarithm of odds from which a list, or a title of office, settles an unknown word."""
_LEAST = -1.0
"""The least that is said of a sure name."""
_JOINTS = frozenset({",", "and", "&", ";", "or"})
_LONGEST_JOINT = 2
_SHORTEST_SMALL = 3
_PLURAL = "s"

_SMALL_TITLES = words(
    "mr mrs ms mme dr prof amb gen col brig maj capt sen pres sec fm pm dpm dfm vfm cmdr adm lt sgt gov"
)
"""Titles that rapporteurs type and that are no words of ordinary prose in small letters."""


class Why(StrEnum):
    """Why a word is taken for a name."""

    TITLED = "a title before a name that is not on the roster"
    LIKE_A_NAME = "written like a person's name; not on the roster"
    ELSEWHERE = "a person's name elsewhere in this record"
    LISTED = "in a list with people's names"
    PLACED = "perhaps a place, by the words beside it"
    PERHAPS = "perhaps a person's name"


_DOUBTFUL = (Why.PERHAPS, Why.PLACED)


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name: its place among the words of its text, its score (logarithm of odds), and why it is one.

    `joins`: whether it may be part of a sure name beside it; `may_be_listed`: whether a sure name beside it in a list
    makes it one.
    """

    place: int
    score: float
    why: Why
    joins: bool = True
    may_be_listed: bool = False

    @property
    def is_sure(self) -> bool:
        return self.why not in _DOUBTFUL


def name_words(
    record: ReadRecord, scored: Mapping[Seen, float], known: Collection[str] = ()
) -> dict[int, list[NameWord]]:
    """The words of every text that may belong to a name, in order, by the number of the text.

    `known`: words of names that are no person's.
    """
    evidence = Evidence(record)
    considered = {seen: score for seen, score in scored.items() if evidence.is_considered(seen)}
    small = set(_typed_small_after_title(record))
    titled = {seen for seen, score in considered.items() if evidence.has_title(seen, score >= _FAR)}
    called = {_key(record.word(seen)) for seen in titled | small}
    proven = called | {
        _key(record.word(seen))
        for seen, score in considered.items()
        if score >= _PROVEN
        or (score >= PERHAPS and evidence.is_family_name(seen) and evidence.is_sure(seen, score))
    }
    proven_forms = {word for word in {record.word(seen) for seen in considered} if _is_proven(word, proven)}
    placed = {word for word in placed_words(record) if not _is_proven(word, proven)}
    others = {word for word in known if not _is_proven(word, called)}
    found: dict[int, list[NameWord]] = {}
    for seen in small:
        found.setdefault(seen[0], []).append(NameWord(seen[1], _RATHER, Why.TITLED))
    for seen, score in considered.items():
        if seen in titled:
            word: NameWord | None = NameWord(seen[1], max(score, _RATHER), Why.TITLED)
        else:
            word = _judged(evidence, seen, score, is_proven=record.word(seen) in proven_forms)
            if word is not None:
                word = _as_other(evidence, seen, word, placed, others)
        if word is not None:
            found.setdefault(seen[0], []).append(word)
    for seen in _typed_small(record, proven):
        if seen not in small:
            found.setdefault(seen[0], []).append(NameWord(seen[1], _RATHER, Why.ELSEWHERE))
    return {number: _settled_by_lists(record.texts[number], found[number]) for number in sorted(found)}


def _judged(evidence: Evidence, seen: Seen, score: float, *, is_proven: bool) -> NameWord | None:
    is_unknown = evidence.is_unknown(seen)
    if score < (_FAR if is_unknown else PERHAPS) and not is_proven:
        return None
    if evidence.is_sure(seen, score):
        return NameWord(seen[1], max(score, _LEAST), Why.LIKE_A_NAME)
    is_by_chance = evidence.is_by_chance(seen)
    if is_proven and not is_by_chance:
        return NameWord(seen[1], max(score, _RATHER), Why.ELSEWHERE)
    if evidence.is_made_by_chance(seen):
        if score < _MADE:
            return None
    elif score < PERHAPS and not is_unknown:
        return None
    joins = score >= _NEARLY and not is_by_chance
    return NameWord(seen[1], score, Why.PERHAPS, joins, may_be_listed=is_unknown)


def _as_other(
    evidence: Evidence, seen: Seen, word: NameWord, placed: Collection[str], others: Collection[str]
) -> NameWord:
    """A word that the record shows to be of another thing's name is in doubt, unless a given name is beside it."""
    written = evidence.record.word(seen)
    is_own = written in others
    if not is_own and word.why is Why.ELSEWHERE:  # a clear mention says more
        return word
    if not (is_own or written in placed or is_landmark(evidence.record.texts[seen[0]], seen[1])):
        return word
    if evidence.is_beside_given(seen):
        return word
    if written in placed:
        return replace(word, score=max(word.score, PERHAPS), why=Why.PLACED, joins=False, may_be_listed=False)
    return replace(word, why=Why.PERHAPS, may_be_listed=False)


def _settled_by_lists(words: Words, found: list[NameWord]) -> list[NameWord]:
    """The words in order; in "Bex, Ioan Ardelean and Lindqvist" one sure name makes the others sure."""
    settled = sorted(found, key=lambda one: one.place)
    for places in (range(1, len(settled)), range(len(settled) - 2, -1, -1)):
        step = places.step
        for at in places:
            one, beside = settled[at], settled[at - step]
            if one.may_be_listed and not one.is_sure and beside.is_sure and _is_list(words, one, beside):
                settled[at] = replace(one, score=max(one.score, _LEAST), why=Why.LISTED)
    return [one for one in settled if one.score >= PERHAPS]


def _is_list(words: Words, one: NameWord, other: NameWord) -> bool:
    """Whether two words are neighbours in a list."""
    first, last = sorted((one.place, other.place))
    between = words.texts[first + 1 : last]
    return 0 < len(between) <= _LONGEST_JOINT and _JOINTS.issuperset(between)


def _key(word: str) -> str:
    return word.casefold().replace("’", "'")


def _is_proven(word: str, proven: Collection[str]) -> bool:
    """Whether a word, or what it is the plural of ("the Ardeleans"), is a name elsewhere."""
    key = _key(word)
    return key in proven or (key.endswith(_PLURAL) and key.removesuffix(_PLURAL) in proven)


def _typed_small_after_title(record: ReadRecord) -> Iterator[Seen]:
    """Words in small letters behind a title in small letters: "mr ardelean sd"."""
    for number, place in _places(record, _SMALL_TITLES):
        found = record.texts[number]
        behind = place + 1 + (found.at(place + 1) == ".")
        word = found.at(behind)
        if word.islower() and len(word) >= _SHORTEST_SMALL and not is_small_word(word, record.lexicon):
            yield number, behind


def _typed_small(record: ReadRecord, proven: Collection[str]) -> Iterator[Seen]:
    """Names in small letters that stand elsewhere with a capital, and are no words of ordinary use."""
    names = {
        word
        for word in proven
        if len(word) >= _SHORTEST_SMALL and word.isalpha() and not is_small_word(word, record.lexicon)
    }
    return _places(record, names)


def _places(record: ReadRecord, small: AbstractSet[str]) -> Iterator[Seen]:
    """Where words stand just so."""
    concordance = record.concordance
    for number, places in concordance.places(concordance.words.keys() & small).items():
        for place in places:
            yield number, place
