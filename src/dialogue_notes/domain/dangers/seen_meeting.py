"""A meeting as each audience would see it in a draft of the whole: what stays, and how speakers are described. Raw."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import Category, GroundRule, InterventionState, Kind
from dialogue_notes.domain.dangers.quote_consents import by_entry
from dialogue_notes.domain.places import intervention_place, record_texts
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import Entry, MeetingRecord, Speaker
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from dialogue_notes.domain.rules import content_allowed, effective_rule, rules_by_entry
from dialogue_notes.domain.sanitising.attribution import describe
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.release import why_withheld
from dialogue_notes.domain.sanitising.withholding import hidden_sides, hidden_terms

_NO_LEAD = frozenset({Kind.PROCEDURE, Kind.GAP, Kind.OBSERVATION, Kind.CLOSING, Kind.AGREEMENT})
"""Entries before which nobody is described (as `points` has it)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one audience would see: why each entry that stays in the room stays, and the lead of each that does not."""

    profile: Profile
    withheld: dict[str, str]
    leads: dict[str, str] = field(repr=False)
    titles: frozenset[Place]

    def shows(self, place: Place) -> bool:
        """Whether the text of a place, as far as nothing in it is hidden, reaches this audience."""
        if place.kind is PlaceKind.INTERVENTION:
            return place.id in self.leads
        return place in self.titles


@dataclass(frozen=True, slots=True)
class SeenMeeting:
    """The record with its decisions, undecided defaults taken as accepted, and what each audience sees of it.

    `picked` are entries that a summary makes a point of.
    """

    record: MeetingRecord = field(repr=False)
    decisions: Decisions
    entities: dict[str, Entity] = field(repr=False)
    texts: dict[Place, str] = field(repr=False)
    rules: dict[str, GroundRule]
    hidden_sides: frozenset[str]
    seen: tuple[Seen, ...]
    picked: frozenset[str] = frozenset()

    @property
    def entries(self) -> Iterable[Entry]:
        """The entries that stand."""
        return (one for one in self.record.entries if one.intervention.state is InterventionState.KEPT)

    def audiences(self, place: Place) -> tuple[str, ...]:
        """The names of the profiles that a place's text reaches."""
        return tuple(one.profile.name for one in self.seen if one.shows(place))

    def category(self, redaction: Redaction) -> Category:
        """What sort of thing a redaction hides: its entity's, which a person may have mended."""
        entity = self.entities.get(redaction.entity_id)
        return redaction.category if entity is None else entity.category


def see_meeting(
    record: MeetingRecord,
    entities: Iterable[Entity],
    redactions: Iterable[Redaction],
    profiles: Iterable[Profile],
    picked: Collection[str] = (),
) -> SeenMeeting:
    """The meeting as each of `profiles` would see it; in time that grows with its length."""
    decisions = Decisions.of(redactions, accept_defaults=True)
    texts = record_texts(record)
    rules = rules_by_entry(record)
    sides = hidden_sides(record.delegations, hidden_terms(record, decisions, texts))
    chosen = frozenset(picked)
    seen = tuple(_seen(record, decisions, rules, sides, one, chosen) for one in profiles)
    known = {one.id: one for one in entities}
    return SeenMeeting(record, decisions, known, texts, rules, sides, seen, chosen)


def _seen(
    record: MeetingRecord,
    decisions: Decisions,
    rules: dict[str, GroundRule],
    sides: frozenset[str],
    profile: Profile,
    picked: frozenset[str],
) -> Seen:
    consents = by_entry(record.quote_consents)
    withheld: dict[str, str] = {}
    leads: dict[str, str] = {}
    described: dict[tuple[Speaker, GroundRule], str] = {}  # many entries, few speakers
    for entry in record.entries:
        one = entry.intervention
        why = why_withheld(
            one,
            rules[one.id],
            profile,
            decisions.applied(intervention_place(one.id)),
            picked=one.id in picked,
            consents=consents.get(one.id, ()),
        )
        if why:
            withheld[one.id] = why
            continue
        asked = (entry.speaker, rules[one.id])
        if asked not in described:
            described[asked] = describe(record, *asked, profile, sides)[1]
        leads[one.id] = "" if one.kind in _NO_LEAD else described[asked]
    return Seen(profile, withheld, leads, frozenset(_titles(record, profile)))


def _titles(record: MeetingRecord, profile: Profile) -> Iterable[Place]:
    if content_allowed(effective_rule(record.dialogue, record.meeting), profile):
        yield Place(PlaceKind.MEETING_TITLE, record.meeting.id)
        yield Place(PlaceKind.MEETING_PLACE, record.meeting.id)
    for session in record.sessions:
        if content_allowed(effective_rule(record.dialogue, record.meeting, session), profile):
            yield Place(PlaceKind.SESSION_TITLE, session.id)
