"""The ladder from a name to "a participant": words under which somebody may be spoken of, and how many each fits.

People are counted as k is: in the room, without interpreters, note-takers, staff, guests and deputies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.codes import Attribution, Capacity, Category
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord, Participant
from dialogue_notes.domain.rules import effective_rule, finest_attribution
from dialogue_notes.domain.sanitising.attribution import ONE_SIDE, ONE_VOICE, counts, in_the_room, sides
from dialogue_notes.domain.term_finder import TermFinder

PARTICIPANT = "a participant"
OF_ONE_SIDE = "a participant from one side"

_AROUND_A_ROLE = " \t\n,;:"
"""What rosters leave beside a role that was cut out of a longer line ("Minister-Counsellor,")."""
_CAPACITIES = {
    Capacity.OFFICIAL: "an official",
    Capacity.FORMER_OFFICIAL: "a former official",
    Capacity.SPECIALIST: "a specialist",
    Capacity.MILITARY: "a military participant",
    Capacity.LEGISLATOR: "a legislator",
    Capacity.CHAIR: "a chair",
    Capacity.FACILITATOR: "a facilitator",
    Capacity.INTERPRETER: "an interpreter",
    Capacity.OBSERVER: "an observer",
    Capacity.HOST: "a host",
    Capacity.STAFF: "a member of the staff",
}
GENERAL_WORDS: dict[Category, tuple[str, ...]] = {
    Category.PERSON: ("somebody who was not in the room", "a third person"),
    Category.ROLE: ("a senior official", "an official"),
    Category.ORGANISATION: ("a ministry or agency", "an organisation"),
    Category.PLACE: ("a capital", "another place"),
    Category.NATIONALITY: ("of one country", "foreign"),
    Category.LANGUAGE: ("another language",),
    Category.DATE: ("some years ago", "at another time"),
    Category.CONTACT: ("a way to be reached",),
    Category.NUMBER: ("several", "a number"),
    Category.QUOTATION: ("words to that effect",),
    Category.SELF_REFERENCE: ("from experience", "earlier"),
}
"""For what is nobody in the room: wordings to begin with, the finer ones first."""

_ARTICLE = re.compile(r"^(?:an?|the|one|some)\s+", re.IGNORECASE)
_EVERYBODY = ("someone", "somebody", "a speaker", "one participant", PARTICIPANT, ONE_VOICE)


class RungKind(StrEnum):
    """What a rung of the ladder says of somebody."""

    PARTICIPANT = "participant"
    ONE_SIDE = "one_side"
    SIDE = "side"
    CAPACITY = "capacity"
    SIDE_AND_CAPACITY = "side_and_capacity"
    OWN = "own"
    ROLE = "role"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Rung:
    """Words for somebody and how many people in the room they fit."""

    kind: RungKind
    words: str = field(repr=False)
    fits: int


class WordingKind(StrEnum):
    """What is known about a wording that was typed."""

    KNOWN = "known"
    GENERAL = "general"
    FREE = "free"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What can be said of a wording before it is used; `fits` only where somebody counted."""

    kind: WordingKind
    says: str
    fits: int | None = None


def ladder(
    record: MeetingRecord, person: Participant, hidden_sides: frozenset[str] = frozenset()
) -> tuple[Rung, ...]:
    """Every rung for a person, from the coarsest to the name; two rungs never have the same words.

    Sides come in as far as the meeting's rule and agreements let them be told apart or named, and never one of
    `hidden_sides`. Each rung fits at most as many people as the one before it.
    """
    known = Descriptions(record, hidden_sides)
    found: dict[str, Rung] = {}
    for kind, words in known.rungs_of(person):
        found.setdefault(_folded(words), Rung(kind, words, known.fits(words) or 0))
    order = list(RungKind)
    rungs = sorted(found.values(), key=lambda one: (-one.fits, order.index(one.kind)))
    is_there = any(one.id == person.id for one in known.room)
    return (*rungs, Rung(RungKind.NAME, person.name, counts(person) if is_there else 0))


class Descriptions:
    """All descriptions that are known in a meeting, each with the people it fits: counted once, asked often."""

    def __init__(self, record: MeetingRecord, hidden_sides: frozenset[str] = frozenset()) -> None:
        self.room = in_the_room(record)
        rule = effective_rule(record.dialogue, record.meeting)
        self._finest = finest_attribution(rule, record.meeting.agreements)
        self._sides = sides(record.participants)
        self._side_names = {
            one.id: one.name
            for one in record.delegations
            if one.id not in hidden_sides and one.id in self._sides
        }
        self._fits: dict[str, int] = defaultdict(int)
        for person in self.room:
            for each in {_folded(words) for words in self._counted(person)}:
                self._fits[each] += counts(person)
        self._fits |= dict.fromkeys(map(_folded, _EVERYBODY), sum(counts(one) for one in self.room))

    def rungs_of(self, person: Participant) -> Iterator[tuple[RungKind, str]]:
        """Every rung for a person save the name, in words, as far as rule and agreements of the meeting allow."""
        return ((kind, words) for kind, words, needed in self._all_of(person) if needed <= self._finest)

    def fits(self, words: str) -> int | None:
        """How many people in the room known words fit; None for words that nobody has counted."""
        return self._fits.get(_folded(words))

    def _counted(self, person: Participant) -> Iterator[str]:
        """Its rungs, and how the program itself describes those who speak."""
        for kind, words, _ in self._all_of(person):
            yield words
            if kind is RungKind.ONE_SIDE:
                yield ONE_SIDE
            if kind is RungKind.SIDE:
                yield words.replace(PARTICIPANT, "a speaker", 1)

    def _all_of(self, person: Participant) -> Iterator[tuple[RungKind, str, Attribution]]:
        """Every description of a person, with how finely speakers must be describable where it may be used."""
        yield RungKind.PARTICIPANT, PARTICIPANT, Attribution.NONE
        is_of_side = person.delegation_id in self._sides and len(self._sides) > 1
        if is_of_side:
            yield RungKind.ONE_SIDE, OF_ONE_SIDE, Attribution.ONE_SIDE
        side = self._side_names.get(person.delegation_id or "", "")
        if side:
            yield RungKind.SIDE, f"a participant ({side})", Attribution.SIDE
        if person.capacity is not None:
            yield RungKind.CAPACITY, _CAPACITIES[person.capacity], Attribution.NONE
            if side:
                words = f"{_CAPACITIES[person.capacity]} ({side})"
                yield RungKind.SIDE_AND_CAPACITY, words, Attribution.SIDE_AND_CAPACITY
        for own in person.descriptors:
            if own.strip():
                yield RungKind.OWN, own.strip(), Attribution.NONE
        role = person.role.strip(_AROUND_A_ROLE)
        if role:
            yield RungKind.ROLE, role, Attribution.NONE


def judge(
    wording: str, known: Descriptions, hidden: TermFinder | None = None, *, of_participant: bool = True
) -> Judgement:
    """What can be said of a wording; `hidden` finds the names and what was hidden in the meeting.

    A wording that holds one of these is refused, whatever else it is. The general words for what is nobody in the
    room are taken as such only where it is for nobody there.
    """
    if hidden is not None and hidden.find(wording):
        return Judgement(WordingKind.REFUSED, "These words hold a name, or something that was hidden.")
    fits = known.fits(wording)
    if fits is not None:
        return Judgement(WordingKind.KNOWN, f"{_capital(fits_words(fits))}.", fits)
    if not of_participant and _folded(wording) in _GENERAL:
        return Judgement(WordingKind.GENERAL, "Says nothing of anybody in the room.")
    return Judgement(WordingKind.FREE, "Nobody has counted how many people these words fit.")


def fits_words(fits: int) -> str:
    """How many people some words fit: "fits only one person in the room"."""
    if fits == 0:
        return "fits nobody in the room who is counted"
    return "fits only one person in the room" if fits == 1 else f"fits {fits} people in the room"


def too_few_for(fits: int, profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """The audiences for whom so many people are too few."""
    return tuple(one for one in profiles if fits < one.k)


def too_few_words(too_few: Iterable[Profile]) -> str:
    """For whom it is too few, in words: "Principals asks for 3, Wide for 5"; empty for nobody."""
    asked = [f"{one.title} asks for {one.k}" for one in too_few]
    return ", ".join(asked)


def general_words(category: Category) -> tuple[str, ...]:
    """Wordings to offer for what is nobody in the room."""
    return GENERAL_WORDS[category]


def _folded(words: str) -> str:
    plain = " ".join(words.casefold().split()).strip(" .,;:")
    return _ARTICLE.sub("", plain, count=1)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_GENERAL = frozenset(_folded(words) for offered in GENERAL_WORDS.values() for words in offered)
