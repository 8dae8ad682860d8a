"""Facts that join under a label: what stays readable beside one person's labels, and beside nobody else's.

Two people of whom the same is told are not told apart by it, and what comes up all over a meeting is its subject. So
only facts count that are rare in the meeting and told of one person alone. Whoever is named in the same sentence shares
them: what happened to two can be looked up as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import Category, RedactionAction
from dialogue_notes.domain.dangers.clues import Clue
from dialogue_notes.domain.dangers.danger import DangerKind, FoundDanger, Remedy, Spot, danger_key
from dialogue_notes.domain.dangers.earlier_exports import is_telling
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.domain.language import CATEGORY_WORDS
from dialogue_notes.domain.places import WRITTEN_WORDS
from dialogue_notes.domain.redaction import Place, Redaction

ONE_BY_ONE = 8
"""So many are shown each by itself, the gravest; whatever else there is, is one more, with all its places."""
ELSEWHERE = 1
"""In how many other texts a fact may come up and still be rare."""

_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|[。！？؟।]|\n")
_SAYS_NOTHING = frozenset({Category.QUOTATION, Category.PERSON, Category.SELF_REFERENCE, Category.LANGUAGE})
"""A name that stays is known as one, and the others are dangers by themselves."""
_LABELS = frozenset({RedactionAction.PSEUDONYMISE, RedactionAction.GENERALISE})
_EXACT = frozenset({Category.DATE, Category.NUMBER})
_STEM = 4
"""A country and its people begin alike in so many letters: they are one fact and not two."""

_Fact = tuple[Category, str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence: where labels of people stand in it, and what stays readable."""

    place: Place
    labels: dict[str, Redaction] = field(default_factory=dict)
    facts: dict[_Fact, Clue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Join:
    """What is told of one person alone, and where."""

    entity_id: str
    facts: Mapping[_Fact, Clue]
    labels: tuple[Redaction, ...]

    @property
    def risk(self) -> tuple[int, int, int]:
        """How grave it is: by sorts of facts, by facts, and by how near each other they stand."""
        places = len({one.place for one in self.labels})
        return len(_sorts(self.facts)), len(self.facts), -places


def joined_facts(meeting: SeenMeeting, clues: Iterable[Clue]) -> Iterator[FoundDanger]:
    """People of whom so much stays readable that it points to them, the gravest first.

    One danger a person, with all its places; from `ONE_BY_ONE` on those left are one danger together.
    """
    found = sorted(_joins(meeting, clues), key=lambda one: one.risk, reverse=True)
    yield from (_danger(meeting, one) for one in found[:ONE_BY_ONE])
    left = found[ONE_BY_ONE:]
    if len(left) == 1:
        yield _danger(meeting, left[0])
    elif left:
        yield _together(meeting, left)


def _joins(meeting: SeenMeeting, clues: Iterable[Clue]) -> Iterator[_Join]:
    sentences = tuple(_sentences(meeting, clues))
    texts: dict[_Fact, set[Place]] = defaultdict(set)
    told: dict[_Fact, list[Collection[str]]] = defaultdict(list)
    of: dict[str, list[_Sentence]] = defaultdict(list)
    for one in sentences:
        for fact in one.facts:
            if one.place.kind not in WRITTEN_WORDS:  # a summary that says it again makes it no less rare
                texts[fact].add(one.place)
            if one.labels:
                told[fact].append(one.labels)
        for entity_id in one.labels:
            of[entity_id].append(one)
    for entity_id, mine in of.items():
        here = {one.place for one in mine}
        facts = {
            fact: clue
            for one in mine
            for fact, clue in one.facts.items()
            if all(entity_id in others for others in told[fact]) and len(texts[fact] - here) <= ELSEWHERE
        }
        if is_telling(_sorts(facts)):
            labels = tuple(one.labels[entity_id] for one in mine if not facts.keys().isdisjoint(one.facts))
            yield _Join(entity_id, facts, labels)


def _sentences(meeting: SeenMeeting, clues: Iterable[Clue]) -> Iterator[_Sentence]:
    """Every sentence in which something stays readable, in the order of the record."""
    left: dict[Place, list[Clue]] = defaultdict(list)
    for clue in clues:
        if clue.category not in _SAYS_NOTHING:
            left[clue.place].append(clue)
    for place, around in left.items():
        text = meeting.texts[place]
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        made: dict[int, _Sentence] = {}
        for clue in around:
            number = bisect_right(ends, clue.start)
            begins = not any(map(str.isalnum, text[ends[number - 1] if number else 0 : clue.start]))
            if not _is_exact(clue, begins=begins):
                continue
            at = made.setdefault(number, _Sentence(place))
            at.facts.setdefault((clue.category, " ".join(clue.text.casefold().split())), clue)
        for one in meeting.decisions.applied(place):
            sentence = made.get(bisect_right(ends, one.start))
            if sentence is not None and one.action in _LABELS and meeting.category(one) is Category.PERSON:
                sentence.labels.setdefault(one.entity_id, one)
        yield from made.values()


def _is_exact(clue: Clue, *, begins: bool) -> bool:
    """Whether a time or a figure can be looked up: "3 March" can, "last night" and "several" cannot.

    A capital says nothing where it `begins` the sentence ("Yesterday").
    """
    if clue.category not in _EXACT:
        return True
    words = clue.text[1:] if begins else clue.text
    return any(one.isdigit() or (one.isalpha() and not one.islower()) for one in words)


def _sorts(facts: Iterable[_Fact]) -> frozenset[Category]:
    """The sorts of facts; a people whose country is there too is not another one."""
    given = tuple(facts)
    places = {words[:_STEM] for category, words in given if category is Category.PLACE}
    return frozenset(
        category
        for category, words in given
        if category is not Category.NATIONALITY or words[:_STEM] not in places
    )


def _name(meeting: SeenMeeting, entity_id: str) -> str:
    entity = meeting.entities.get(entity_id)
    return "" if entity is None else entity.name


def _danger(meeting: SeenMeeting, one: _Join) -> FoundDanger:
    sorts = sorted(_sorts(one.facts), key=list(Category).index)
    listed = ", ".join(CATEGORY_WORDS[each] for each in sorts)
    told = " · ".join(clue.text for clue in one.facts.values())
    why = (
        f"The label hides the name, but these stay readable beside it and beside nobody else's: {listed}. Together "
        "they point to one person."
    )
    first = one.labels[0]
    return FoundDanger(
        key=danger_key(DangerKind.JOINED_FACTS, one.entity_id),
        kind=DangerKind.JOINED_FACTS,
        place=first.place,
        start=first.start,
        end=first.end,
        about=f"{_name(meeting, one.entity_id)}: {told}",
        why=why,
        audiences=_audiences(meeting, (one,)),
        rests_on=_rests_on((one,)),
        remedies=(Remedy.DECIDE,),
        spots=_spots((one,)),
    )


def _together(meeting: SeenMeeting, joins: Collection[_Join]) -> FoundDanger:
    first = next(iter(joins)).labels[0]
    return FoundDanger(
        key=danger_key(DangerKind.JOINED_FACTS),
        kind=DangerKind.JOINED_FACTS,
        place=first.place,
        start=first.start,
        end=first.end,
        about=", ".join(_name(meeting, one.entity_id) for one in joins),
        why=f"Of {len(joins)} more people too much stays readable beside their labels: they are named here together.",
        audiences=_audiences(meeting, joins),
        rests_on=_rests_on(joins),
        remedies=(Remedy.DECIDE,),
        spots=_spots(joins),
    )


def _audiences(meeting: SeenMeeting, joins: Iterable[_Join]) -> tuple[str, ...]:
    reached = {name for one in joins for label in one.labels for name in meeting.audiences(label.place)}
    return tuple(one.profile.name for one in meeting.seen if one.profile.name in reached)


def _rests_on(joins: Iterable[_Join]) -> str:
    return digest(
        *sorted(f"{one.entity_id} {category.value} {words}" for one in joins for category, words in one.facts)
    )


def _spots(joins: Iterable[_Join]) -> tuple[Spot, ...]:
    found = (Spot(label.place, label.start, label.end) for one in joins for label in one.labels)
    return tuple(dict.fromkeys(found))
