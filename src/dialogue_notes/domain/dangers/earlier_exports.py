"""What all exports of a dialogue reveal together: each may be harmless, and their readers may lay them side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.language import CATEGORY_WORDS

ENOUGH_SORTS = 3
"""A role, a place and a date of one person are enough to look somebody up (quasi-identifiers join: Sweeney, 2000)."""
_WHO = frozenset({Category.ROLE, Category.ORGANISATION, Category.NATIONALITY, Category.CONTACT})
"""Without something that says what somebody is, places and dates are those of the meeting itself."""
_UNKNOWN = "?"
"""Somebody whom the record does not name: perhaps another one each time."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that may identify and that a reader saw, its words folded."""

    category: Category
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Named:
    """Under which words a reader met somebody; `who` is the same for the same one in every meeting of a dialogue."""

    words: str = field(repr=False)
    who: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExportedPoint:
    """What one point let out: how its speaker was described, under which words others stood in it, its topics, and
    the facts that stayed readable. `intervention_id` is empty for a point written by hand.
    """

    intervention_id: str = ""
    lead: Named | None = None
    labels: tuple[Named, ...] = ()
    topics: tuple[str, ...] = field(default=(), repr=False)
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierExport:
    """One content that left the vault: the first of its files in the register, and when (ISO 8601)."""

    id: str
    made_at: str
    profile: str
    points: tuple[ExportedPoint, ...] = field(default=(), repr=False)


class RevealKind(StrEnum):
    """How exports give something away together."""

    SAME_WORDS = "same_words"
    SAME_TOPIC = "same_topic"
    JOINED_FACTS = "joined_facts"


@dataclass(frozen=True, slots=True)
class Reveal:
    """Something that several exports tell together: the words or topic, which exports, whom it is about, and how."""

    kind: RevealKind
    words: str = field(repr=False)
    exports: tuple[str, ...]
    who: str = field(repr=False)
    sorts: tuple[Category, ...] = ()
    entries: tuple[str, ...] = ()


def reveals(exports: Iterable[EarlierExport], harmless: Iterable[str] = ()) -> tuple[Reveal, ...]:
    """What the exports tell together, in a fixed order; the order in which they are given makes no difference.

    `harmless` are words that fit everybody ("One voice"): the same of them twice joins nothing.
    """
    given = sorted(exports, key=lambda one: (one.made_at, one.id))
    free = {_folded(one) for one in harmless}
    return (
        *_alone_under(given, _names, RevealKind.SAME_WORDS, free),
        *_alone_under(given, _topics, RevealKind.SAME_TOPIC, frozenset()),
        *_joined(given),
    )


def reveal_words(reveal: Reveal) -> str:
    """Why it is a clue, in words without content."""
    count = len(reveal.exports)
    if reveal.kind is RevealKind.SAME_WORDS:
        return (
            f"In {count} exports these words stand for one and the same person and for nobody else: what was said "
            "under them can be laid together."
        )
    if reveal.kind is RevealKind.SAME_TOPIC:
        return f"In {count} exports one and the same voice alone speaks to this topic: who knows it knows whose it is."
    sorts = _listed([f"a {CATEGORY_WORDS[one]}" for one in reveal.sorts])
    return f"{count} exports together tell {sorts} of one person; no export tells as much by itself."


def _alone_under(
    exports: Iterable[EarlierExport],
    pairs: Callable[[ExportedPoint], Iterator[tuple[str, str, str]]],
    kind: RevealKind,
    free: Collection[str],
) -> Iterator[Reveal]:
    """Words that mean one alone in all the exports that have them, when two of these tell of different entries.

    Two versions of one summary say the same twice, and joining them gives nothing.
    """
    whose: dict[str, set[str]] = defaultdict(set)
    told: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    shown: dict[str, str] = {}
    for export in exports:
        for point in export.points:
            for folded, words, who in pairs(point):
                whose[folded].add(who)
                told[folded][export.id][point.intervention_id] = None
                shown.setdefault(folded, words)
    for folded in sorted(whose):
        (who, *others) = sorted(whose[folded])
        by_export = told[folded]
        if others or who == _UNKNOWN or folded in free or not _two_apart(by_export.values()):
            continue
        sources = tuple(dict.fromkeys(one for entries in by_export.values() for one in entries if one))
        yield Reveal(kind, shown[folded], tuple(by_export), who, entries=sources)


def _two_apart(entries: Iterable[Iterable[str]]) -> bool:
    """Whether two of some sets of entries have none in common; points written by hand are never the same."""
    sets = [frozenset(one) - {""} for one in entries]
    return any(not first & second for first, second in combinations(sets, 2))


def _names(point: ExportedPoint) -> Iterator[tuple[str, str, str]]:
    for named in (*((point.lead,) if point.lead else ()), *point.labels):
        if named.words and named.who:
            yield _folded(named.words), named.words, named.who


def _topics(point: ExportedPoint) -> Iterator[tuple[str, str, str]]:
    """A topic counts with whoever was described there; where nobody was, it is everybody's."""
    who = point.lead.who if point.lead else ""
    for topic in point.topics:
        yield _folded(topic), topic, who or _UNKNOWN


def _joined(exports: Iterable[EarlierExport]) -> Iterator[Reveal]:
    """People of whom several exports tell enough sorts of facts together, and none by itself."""
    sorts: dict[str, dict[str, set[Category]]] = defaultdict(lambda: defaultdict(set))
    entries: dict[str, dict[str, None]] = defaultdict(dict)
    names: dict[str, str] = {}
    for export in exports:
        for point in export.points:
            # A fact in a sentence is told of whoever speaks it and of whoever is named in it.
            for named in (*((point.lead,) if point.lead else ()), *point.labels):
                if named.who and point.facts:
                    sorts[named.who][export.id] |= {fact.category for fact in point.facts}
                    entries[named.who][point.intervention_id] = None
                    names.setdefault(named.who, named.words)
    for who in sorted(sorts):
        by_export = sorts[who]
        together = set().union(*by_export.values())
        if len(by_export) > 1 and is_telling(together) and not any(map(is_telling, by_export.values())):
            found = tuple(sorted(together, key=list(Category).index))
            sources = tuple(one for one in entries[who] if one)
            yield Reveal(RevealKind.JOINED_FACTS, names[who], tuple(by_export), who, found, sources)


def is_telling(sorts: Iterable[Category]) -> bool:
    """Whether so many sorts of facts about one person are enough to find them: three, one of them what they are."""
    found = frozenset(sorts)
    return len(found) >= ENOUGH_SORTS and bool(found & _WHO)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
