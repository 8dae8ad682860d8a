"""How a speaker is described outside: as finely as allowed, then coarser until enough people in the room fit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dialogue_notes.domain.codes import Attribution, Capacity, GroundRule, Standing, Track
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord, Participant, Speaker
from dialogue_notes.domain.rules import finest_attribution

ONE_VOICE = "One voice"
ONE_SIDE = "One side"

_SIDE_CAPACITIES = frozenset(
    {
        Capacity.OFFICIAL,
        Capacity.FORMER_OFFICIAL,
        Capacity.SPECIALIST,
        Capacity.MILITARY,
        Capacity.LEGISLATOR,
    }
)
_NEVER_COUNT = frozenset({Capacity.INTERPRETER, Capacity.STAFF})
_ASSISTS = re.compile(r"\b(?:note-?\s?takers?|interpreters?|translators?)\b", re.IGNORECASE)
_CAPACITY_LEADS = {
    Capacity.OFFICIAL: "An official",
    Capacity.FORMER_OFFICIAL: "A former official",
    Capacity.SPECIALIST: "A specialist",
    Capacity.MILITARY: "A military participant",
    Capacity.LEGISLATOR: "A legislator",
    Capacity.CHAIR: "A chair",
    Capacity.FACILITATOR: "A facilitator",
    Capacity.OBSERVER: "An observer",
    Capacity.HOST: "A host",
}


def counts(participant: Participant) -> int:
    """How many people a row adds to the room that k is measured in.

    Interpreters, note-takers and staff never count; neither does a guest, who was there for a while, nor a
    deputy, who sat in a seat that is counted already.
    """
    assists = participant.capacity in _NEVER_COUNT or _ASSISTS.search(
        f"{participant.name} {participant.role}"
    )
    if assists or participant.guest or participant.replaces_id is not None:
        return 0
    return participant.count


def sides(participants: Iterable[Participant]) -> frozenset[str]:
    """The delegations that are sides: those with a member who speaks for one, not merely hosts or staff."""
    return frozenset(
        one.delegation_id
        for one in participants
        if one.delegation_id is not None and one.capacity in _SIDE_CAPACITIES and counts(one)
    )


def in_the_room(record: MeetingRecord) -> tuple[Participant, ...]:
    """The roster without those who never came, unless a deputy, who is not counted, sat in their seat."""
    away = frozenset(record.never_came)
    filled = {one.replaces_id for one in record.participants if one.id not in away}
    return tuple(one for one in record.participants if one.id not in away or one.id in filled)


def describe(
    record: MeetingRecord,
    speaker: Speaker,
    rule: GroundRule,
    profile: Profile,
    hidden_sides: frozenset[str] = frozenset(),
) -> tuple[Attribution, str]:
    """How finely and in which words the speaker of an entry is described to a profile.

    `hidden_sides` are delegations whose very names may not be written. A name that is let out by
    `on_record` is disclosed by decision, so k does not apply to it; to every other description it does.
    """
    finest = min(finest_attribution(rule, record.meeting.agreements), profile.attribution)
    person = next((one for one in record.participants if one.id == speaker.participant_id), None)
    if person is None or speaker.unsure:
        finest = min(finest, Attribution.VOICES)
    for attribution in sorted(Attribution, reverse=True):
        if attribution <= finest and _fits(record, person, attribution, profile.k, hidden_sides):
            return attribution, _words(record, person, attribution)
    return Attribution.NONE, ""


def proposed_track(participants: Iterable[Participant]) -> Track:
    """Track I½ when an official sits in a private capacity, else II; a walk-in guest does not change it."""
    for one in participants:
        if one.capacity is Capacity.OFFICIAL and one.standing is Standing.PRIVATE and not one.guest:
            return Track.ONE_AND_A_HALF
    return Track.TWO


def _fits(
    record: MeetingRecord,
    person: Participant | None,
    attribution: Attribution,
    k: int,
    hidden_sides: frozenset[str],
) -> bool:
    """Whether a description may be used: it is known, and at least k people in the room fit it."""
    if attribution is Attribution.NONE:
        return True
    if attribution is Attribution.VOICES:
        return sum(counts(one) for one in in_the_room(record)) >= k
    if person is None:
        return False
    if attribution is Attribution.NAME:
        return bool(person.name)
    return _fits_side(record, person, attribution, k, hidden_sides)


def _fits_side(
    record: MeetingRecord, person: Participant, attribution: Attribution, k: int, hidden_sides: frozenset[str]
) -> bool:
    """The same for descriptions by side: of a person who belongs to one, and whose side may be written."""
    all_sides = sides(record.participants)
    if person.delegation_id not in all_sides:
        return False
    if attribution is Attribution.ONE_SIDE:
        people = sum(counts(one) for one in in_the_room(record) if one.delegation_id in all_sides)
        return len(all_sides) > 1 and people >= k
    same = [one for one in in_the_room(record) if one.delegation_id == person.delegation_id]
    if attribution is Attribution.SIDE_AND_CAPACITY:
        if person.capacity not in _CAPACITY_LEADS:
            return False
        same = [one for one in same if one.capacity is person.capacity]
    return person.delegation_id not in hidden_sides and sum(counts(one) for one in same) >= k


def _words(record: MeetingRecord, person: Participant | None, attribution: Attribution) -> str:
    if attribution is Attribution.VOICES:
        return ONE_VOICE
    if person is None or attribution is Attribution.NONE:
        return ""
    if attribution is Attribution.NAME:
        return person.name
    if attribution is Attribution.ONE_SIDE:
        return ONE_SIDE
    side = next((one.name for one in record.delegations if one.id == person.delegation_id), "")
    if attribution is Attribution.SIDE_AND_CAPACITY and person.capacity is not None:
        return f"{_CAPACITY_LEADS[person.capacity]} ({side})"
    return f"A speaker ({side})"
