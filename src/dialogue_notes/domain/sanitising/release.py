"""Whether an entry may go out to a profile at all, and if not, why, in words without content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_notes.domain.codes import GroundRule, InterventionState, Kind, RedactionAction
from dialogue_notes.domain.dangers.quote_consents import QuoteConsent, by_entry, excludes
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import Entry, Intervention, MeetingRecord, Session
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.room_notes import is_room_note
from dialogue_notes.domain.rules import content_allowed, rules_by_entry
from dialogue_notes.domain.sanitising.redacting import Decisions

_NOT_DRAFTED = {
    Kind.OBSERVATION: "the rapporteur's own observation",
    Kind.ASIDE: "an aside",
}


@dataclass(frozen=True, slots=True)
class DraftedSection:
    """A session and those of its entries that may go out, in order."""

    session: Session
    entries: tuple[Entry, ...]


def why_withheld(
    intervention: Intervention,
    rule: GroundRule,
    profile: Profile,
    applied: Iterable[Redaction],
    *,
    picked: bool = False,
    consents: Iterable[QuoteConsent] = (),
) -> str:
    """Why an entry may not go out; empty when it may.

    `applied` are the redactions carried out in it. Observations, asides and what the room's own keys noted go out
    only when a reviewer made a point of them (`picked`); everything else holds for points too. `consents` are those
    noted to the entry as a quotation: one that was given for some audiences holds for these alone.
    """
    if intervention.state is InterventionState.STRUCK:
        return "struck at the speaker's request"
    if not content_allowed(rule, profile):
        return RULE_WORDS[rule].lower()
    if intervention.kind is Kind.QUOTE and intervention.consent is None:
        return "a quote without consent to its words"
    if intervention.kind is Kind.QUOTE and excludes(consents, intervention.text, profile.name):
        return "a quote without consent for this audience"
    if any(one.action is RedactionAction.WITHHOLD_ENTRY for one in applied):
        return "withheld by decision"
    if intervention.kind in _NOT_DRAFTED and not picked:
        return _NOT_DRAFTED[intervention.kind]
    if is_room_note(intervention) and not picked:
        return "a note of the room"
    return ""


def withheld_entries(record: MeetingRecord, decisions: Decisions, profile: Profile) -> dict[str, str]:
    """Why each entry that a draft leaves out is left out, by intervention id, in the order of the record."""
    rules = rules_by_entry(record)
    consents = by_entry(record.quote_consents)
    found = {
        entry.intervention.id: why_withheld(
            entry.intervention,
            rules[entry.intervention.id],
            profile,
            decisions.applied(intervention_place(entry.intervention.id)),
            consents=consents.get(entry.intervention.id, ()),
        )
        for entry in record.entries
    }
    return {intervention: why for intervention, why in found.items() if why}


def drafted_sections(
    record: MeetingRecord, decisions: Decisions, profile: Profile
) -> tuple[DraftedSection, ...]:
    """Everything that may go out, by session, in the order of the record; sessions with nothing are absent."""
    withheld = withheld_entries(record, decisions, profile)
    sections = []
    for session in record.sessions:
        entries = tuple(
            entry
            for entry in record.entries
            if entry.intervention.session_id == session.id and entry.intervention.id not in withheld
        )
        if entries:
            sections.append(DraftedSection(session, entries))
    return tuple(sections)
