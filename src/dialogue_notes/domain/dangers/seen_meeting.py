"""A meeting as each audience would see it in a draft of the whole: what stays, and how speakers are described. Raw."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

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
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.sanitising.withholding import hidden_sides, hidden_terms, redacted_forms
from dialogue_notes.domain.text import both_cases

_NO_LEAD = frozenset({Kind.PROCEDURE, Kind.GAP, Kind.OBSERVATION, Kind.CLOSING, Kind.AGREEMENT})
"""Entries before which nobody is described (as `points` has it)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one audience would see: why each entry that stays in the room stays, and the lead of each that does not."""

    profile: Profile
    withheld: dict[str, str]
    leads: dict[str, str] = field(repr=False)
    titles: frozenset[Place]
    """Titles, and what was written by hand for a summary for this audience."""

    def shows(self, place: Place) -> bool:
        """Whether the text of a place, as far as nothing in it is hidden, reaches this audience."""
        if place.kind is PlaceKind.INTERVENTION:
            return place.id in self.leads
        return place in self.titles


@dataclass(frozen=True, slots=True)
class WrittenPoint:
    """What somebody wrote by hand for a summary: where it is, its text, and for which audience (a name)."""

    place: Place
    text: str = field(repr=False)
    profile: str


@dataclass(frozen=True, slots=True)
class SeenMeeting:
    """The record with its decisions, undecided defaults taken as accepted, and what each audience sees of it.

    `order` is that of the texts in the record. `picked` are entries that a summary makes a point of, `written` what is
    written by hand for one. `side_terms` are hidden words that could stand in the name of a side, by where they are
    hidden (None: names of the roster).
    """

    record: MeetingRecord = field(repr=False)
    decisions: Decisions
    entities: dict[str, Entity] = field(repr=False)
    texts: dict[Place, str] = field(repr=False)
    rules: dict[str, GroundRule]
    hidden_sides: frozenset[str]
    seen: tuple[Seen, ...]
    order: dict[Place, int]
    picked: frozenset[str] = frozenset()
    written: tuple[WrittenPoint, ...] = ()
    side_terms: Mapping[Place | None, tuple[WithheldTerm, ...]] = field(default_factory=dict, repr=False)

    @property
    def marked_places(self) -> tuple[Place, ...]:
        """The texts in which something is marked, in the order of the record."""
        marked = (one for one in self.decisions.redactions if one in self.order)
        return tuple(sorted(marked, key=self.order.__getitem__))

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
    written: tuple[WrittenPoint, ...] = (),
) -> SeenMeeting:
    """The meeting as each of `profiles` would see it; in time that grows with its length."""
    decisions = Decisions.of(redactions, accept_defaults=True)
    texts = record_texts(record)
    rules = rules_by_entry(record)
    terms = _side_terms(record, decisions, texts, decisions.redactions)
    sides = _hidden_sides(record, terms)
    chosen = frozenset(picked)
    seen = tuple(_seen(record, decisions, rules, sides, one, chosen, written) for one in profiles)
    known = {one.id: one for one in entities}
    order = {place: number for number, place in enumerate(texts)}
    return SeenMeeting(record, decisions, known, texts, rules, sides, seen, order, chosen, written, terms)


def see_again(
    before: SeenMeeting, entities: Iterable[Entity], redactions: Iterable[Redaction]
) -> tuple[SeenMeeting, frozenset[Place] | None]:
    """The meeting after other decisions, from what was seen before them, and the places where anything is different.

    For the very same record, audiences and picked entries. None for the places: everything has to be looked at anew.
    The outcome is that of `see_meeting`; only what is different is worked out.
    """
    known = {one.id: one for one in entities}
    decisions = Decisions.of(redactions, accept_defaults=True)
    changed = _changed(before, known, decisions)
    terms = _side_terms(before.record, decisions, before.texts, changed, before.side_terms)
    sides = before.hidden_sides
    if terms != before.side_terms and _hidden_sides(before.record, terms) != sides:
        profiles = tuple(one.profile for one in before.seen)
        values = tuple(known.values())
        return see_meeting(before.record, values, redactions, profiles, before.picked, before.written), None
    ids = {one.id for one in changed if one.kind is PlaceKind.INTERVENTION}
    meant = tuple(one for one in before.record.entries if one.intervention.id in ids) if ids else ()
    part = replace(before.record, entries=meant)
    seen = []
    for old in before.seen:
        new = _seen(part, decisions, before.rules, sides, old.profile, before.picked)
        withheld, leads = dict(old.withheld), dict(old.leads)
        for one in ids:
            withheld.pop(one, None)
            leads.pop(one, None)
        seen.append(Seen(old.profile, withheld | new.withheld, leads | new.leads, old.titles))
    again = replace(before, decisions=decisions, entities=known, seen=tuple(seen), side_terms=terms)
    return again, changed


def _changed(before: SeenMeeting, entities: dict[str, Entity], decisions: Decisions) -> frozenset[Place]:
    """The places at which decisions, or what they hide, are others than before."""
    was, now = before.decisions.redactions, decisions.redactions
    mended = {
        one
        for one in before.entities.keys() | entities.keys()
        if before.entities.get(one) != entities.get(one)
    }
    return frozenset(
        place
        for place in was.keys() | now.keys()
        if place in before.order
        and (
            was.get(place) != now.get(place)
            or (mended and any(one.entity_id in mended for one in decisions.at(place)))
        )
    )


def _side_terms(
    record: MeetingRecord,
    decisions: Decisions,
    texts: dict[Place, str],
    places: Iterable[Place],
    before: Mapping[Place | None, tuple[WithheldTerm, ...]] | None = None,
) -> dict[Place | None, tuple[WithheldTerm, ...]]:
    """Hidden words that could stand in the name of a side: those of `places` looked up, all others as `before`."""
    names = [letters for one in record.delegations for letters in _letters(one.name)]
    found: dict[Place | None, tuple[WithheldTerm, ...]] = {}
    if before is None:
        found[None] = _telling(names, hidden_terms(record, Decisions.of(()), {}))
    else:
        found |= before
    for place in places:
        found.pop(place, None)
        if place in texts:
            terms = _telling(names, (term for _, term in redacted_forms(decisions, {place: texts[place]})))
            if terms:
                found[place] = terms
    return found


def _telling(names: Collection[str], terms: Iterable[WithheldTerm]) -> tuple[WithheldTerm, ...]:
    return tuple(
        one for one in terms if any(letters in name for letters in _letters(one.form) for name in names)
    )


def _hidden_sides(
    record: MeetingRecord, terms: Mapping[Place | None, tuple[WithheldTerm, ...]]
) -> frozenset[str]:
    """The delegations whose names hold something hidden."""
    given = [one for found in terms.values() for one in found]
    return hidden_sides(record.delegations, given) if given else frozenset()


def _letters(text: str) -> tuple[str, ...]:
    """What two texts must share, in one of their readings, if the one is to be found in the other."""
    folded, _cased = both_cases(text)
    return tuple("".join(filter(str.isalnum, one.text)) for one in folded)


def _seen(
    record: MeetingRecord,
    decisions: Decisions,
    rules: dict[str, GroundRule],
    sides: frozenset[str],
    profile: Profile,
    picked: frozenset[str],
    written: Iterable[WrittenPoint] = (),
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
    theirs = (one.place for one in written if one.profile == profile.name)
    return Seen(profile, withheld, leads, frozenset((*_titles(record, profile), *theirs)))


def _titles(record: MeetingRecord, profile: Profile) -> Iterable[Place]:
    if content_allowed(effective_rule(record.dialogue, record.meeting), profile):
        yield Place(PlaceKind.MEETING_TITLE, record.meeting.id)
        yield Place(PlaceKind.MEETING_PLACE, record.meeting.id)
    for session in record.sessions:
        if content_allowed(effective_rule(record.dialogue, record.meeting, session), profile):
            yield Place(PlaceKind.SESSION_TITLE, session.id)
