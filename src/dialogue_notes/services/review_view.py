"""The record as a profile would see it, text by text, for the Review room."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.domain.places import intervention_place, record_texts
from dialogue_notes.domain.points import PointParts, PointWriter
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redacting import Decisions, Labeller, Piece, entity_categories
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from dialogue_notes.domain.release import withheld_entries
from dialogue_notes.domain.rules import content_allowed, effective_rule
from dialogue_notes.domain.sanitised import PointKind
from dialogue_notes.domain.sources import TextSource
from dialogue_notes.domain.withholding import hidden_terms
from dialogue_notes.services.review_types import SanitisedLine


def sanitised_lines(
    record: MeetingRecord, entities: Iterable[Entity], redactions: Iterable[Redaction], profile: Profile
) -> tuple[SanitisedLine, ...]:
    """Each title and entry as `profile` would see it in a draft of the whole meeting, or why it stays.

    Undecided suggestions are shown as they would be if accepted; the export itself waits for the decision.
    """
    decisions = Decisions.of(redactions, accept_defaults=True)
    texts = record_texts(record)
    source = TextSource(texts, decisions, hidden_terms(record, decisions, texts), is_checking=False)
    writer = PointWriter(record, source, profile)
    withheld = withheld_entries(record, decisions, profile)
    shown: list[tuple[Place, PointParts, str]] = []
    meeting_rule = effective_rule(record.dialogue, record.meeting)
    title = Place(PlaceKind.MEETING_TITLE, record.meeting.id)
    if content_allowed(meeting_rule, profile):
        shown.append((title, PointParts(PointKind.PROSE, "", source.pieces(title, "")), ""))
    else:
        shown.append((title, PointParts(PointKind.PROSE, "", ()), RULE_WORDS[meeting_rule].lower()))
    for session in record.sessions:
        place = Place(PlaceKind.SESSION_TITLE, session.id)
        rule = effective_rule(record.dialogue, record.meeting, session)
        allowed = content_allowed(rule, profile)
        pieces = source.pieces(place, "") if allowed else ()
        shown.append(
            (place, PointParts(PointKind.PROSE, "", pieces), "" if allowed else RULE_WORDS[rule].lower())
        )
        for entry in record.entries:
            if entry.intervention.session_id == session.id:
                why = withheld.get(entry.intervention.id, "")
                parts = PointParts(PointKind.PROSE, "", ()) if why else writer.entry(entry)
                shown.append((intervention_place(entry.intervention.id), parts, why))
    labels = Labeller(_pieces(shown), entity_categories(entities))
    return tuple(
        SanitisedLine(place, parts.lead, labels.runs(parts.pieces), parts.notes, why)
        for place, parts, why in shown
    )


def _pieces(shown: Iterable[tuple[Place, PointParts, str]]) -> Iterable[Piece]:
    for _, parts, _why in shown:
        yield from parts.pieces
