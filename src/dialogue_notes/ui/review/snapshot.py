"""Reading what the Review room shows of a meeting, in one go, where the vault is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.language import ACTION_WORDS, KIND_WORDS, REASON_WORDS
from dialogue_notes.domain.places import intervention_place, record_texts, tag_place
from dialogue_notes.domain.record import Intervention, MeetingRecord
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.services.review import state_of
from dialogue_notes.services.review_types import Danger, ReviewedEntity, ReviewState, SanitisedLine
from dialogue_notes.services.review_view import sanitised_lines
from dialogue_notes.storage import profiles
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable
from dialogue_notes.ui.review.model import (
    Card,
    Mark,
    MarkLook,
    Passage,
    ReviewShown,
    SeenPassage,
    places_words,
)

_REASONS = {
    Category.PERSON: RedactionReason.THIRD_PERSON_IDENTITY,
    Category.ORGANISATION: RedactionReason.AFFILIATION,
    Category.ROLE: RedactionReason.AFFILIATION,
    Category.NATIONALITY: RedactionReason.AFFILIATION,
    Category.QUOTATION: RedactionReason.QUOTE_NOT_CLEARED,
    Category.SELF_REFERENCE: RedactionReason.PARTICIPANT_IDENTITY,
}


def read_review(readable: Readable, meeting_id: str, profile_name: str) -> ReviewShown:
    """Everything the room shows of one meeting to an audience. Raises KnownError(NOT_FOUND)."""
    record = meeting_record(readable, meeting_id)
    entities = stored.entities(readable, record.dialogue.id)
    redactions = stored.redactions(readable, meeting_id)
    state = state_of(record, entities, redactions)
    lines = sanitised_lines(record, entities, redactions, profiles.profile(readable, profile_name))
    return ReviewShown(
        cards=tuple(map(_card, state.entities)),
        passages=_passages(record, state) if record.entries else (),
        seen=tuple(_seen(lines, record)) if record.entries else (),
        profile=profile_name,
        decided=state.decided,
        total=state.total,
        is_reviewed=state.is_reviewed,
    )


def fitting_reason(card: Card) -> RedactionReason:
    """The reason to offer for a thing: what it is tells why it would be hidden."""
    if card.is_participant:
        return RedactionReason.PARTICIPANT_IDENTITY
    return _REASONS.get(card.category, RedactionReason.OTHER)


def _card(reviewed: ReviewedEntity) -> Card:
    undecided = sum(place.redaction.state is RedactionState.SUGGESTED for place in reviewed.places)
    waiting = reviewed.waiting or undecided
    return Card(
        key=reviewed.entity.id,
        title=reviewed.entity.name,
        places=len(reviewed.places),
        undecided=waiting,
        why=_sentence(reviewed.why),
        danger=reviewed.danger if waiting else Danger.DECIDED,
        outcome="" if waiting else _outcome(place.redaction for place in reviewed.places),
        category=reviewed.entity.category,
        is_participant=reviewed.entity.participant_id is not None,
    )


def _outcome(redactions: Iterable[Redaction]) -> str:
    """What was decided, in words: "Pseudonym in 2 places (identity of a participant); not identifying in 1 place"."""
    counts: dict[str, int] = {}
    for one in redactions:
        if one.state is RedactionState.REJECTED:
            words = "not identifying"
        else:
            action = one.replacement if one.action is RedactionAction.GENERALISE else ACTION_WORDS[one.action]
            words = f"{action} ({REASON_WORDS[one.reason]})"
        counts[words] = counts.get(words, 0) + 1
    if len(counts) == 1:
        return _sentence(next(iter(counts)))
    return _sentence("; ".join(f"{words}: {places_words(count)}" for words, count in counts.items()))


def _passages(record: MeetingRecord, state: ReviewState) -> tuple[Passage, ...]:
    marks: dict[Place, list[Mark]] = {}
    for reviewed in state.entities:
        for place in reviewed.places:
            one = place.redaction
            look = _look(one, is_participant=reviewed.entity.participant_id is not None)
            marks.setdefault(one.place, []).append(Mark(one.start, one.end, one.id, reviewed.entity.id, look))
    texts = record_texts(record)
    return tuple(
        Passage(place, heading, texts[place], tuple(sorted(marks.get(place, ()), key=lambda one: one.start)))
        for place, heading in _order(record)
        if texts[place] and (place.kind is not PlaceKind.TAG or place in marks)
    )


def _order(record: MeetingRecord) -> Iterator[tuple[Place, str]]:
    """Every text in the order in which a person reads, each with what stands above it."""
    yield Place(PlaceKind.DIALOGUE_TITLE, record.dialogue.id), "dialogue"
    yield Place(PlaceKind.MEETING_TITLE, record.meeting.id), "meeting"
    yield Place(PlaceKind.MEETING_PLACE, record.meeting.id), "place"
    for number, session in enumerate(record.sessions, 1):
        yield Place(PlaceKind.SESSION_TITLE, session.id), f"session {number}"
        for entry in record.entries:
            one = entry.intervention
            if one.session_id == session.id:
                yield intervention_place(one.id), _heading(one)
                for tag in range(len(one.tags)):
                    yield tag_place(one.id, tag), "tag"


def _heading(one: Intervention) -> str:
    time = f"{one.spoken_at:%H:%M}" if one.spoken_at else ""
    kind = "" if one.kind is Kind.STATEMENT else KIND_WORDS[one.kind].lower()
    return " · ".join(part for part in (time, kind) if part) or KIND_WORDS[one.kind].lower()


def _look(one: Redaction, *, is_participant: bool) -> MarkLook:
    if one.state is RedactionState.REJECTED:
        return MarkLook.SHOWN
    if one.state is RedactionState.ACCEPTED and not one.stale:
        return MarkLook.HIDDEN
    return MarkLook.OPEN if is_participant or one.category is not Category.PERSON else MarkLook.THIRD_PERSON


def _seen(lines: Iterable[SanitisedLine], record: MeetingRecord) -> Iterator[SeenPassage]:
    numbers = {session.id: number for number, session in enumerate(record.sessions, 1)}
    for line in lines:
        kind = line.place.kind
        heading = f"session {numbers[line.place.id]}" if kind is PlaceKind.SESSION_TITLE else ""
        heading = "meeting" if kind is PlaceKind.MEETING_TITLE else heading
        note = f"stays in the room: {line.withheld}" if line.withheld else ""
        yield SeenPassage(line.place, heading, line.lead, line.runs, note)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
