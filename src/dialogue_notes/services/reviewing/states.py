"""How far a meeting's review has come: everything to decide in it by entity, and what was learned of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from dialogue_notes.domain.codes import MeetingState, RedactionState
from dialogue_notes.domain.entities import EntityDecision
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.domain.sanitising.redacting import is_open, is_outdated
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.open_matters import open_matters
from dialogue_notes.services.recalled_record import recalled_record
from dialogue_notes.services.reviewing.types import (
    Danger,
    OpenKind,
    OpenMatter,
    Reach,
    ReviewedEntity,
    ReviewedPlace,
    ReviewState,
)
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.vault import Readable

_DOUBTFUL = 0.8
"""A suggestion below this score is in the middle of the list: it may well be something else."""
REVIEWED: Final = frozenset({MeetingState.REVIEWED, MeetingState.SUMMARISED, MeetingState.RELEASED})
"""States of a meeting whose review is done."""


@dataclass(frozen=True, slots=True)
class Learned:
    """By entity: what was decided about it for a meeting, and its places in later meetings that a decision reaches."""

    decisions: Mapping[str, EntityDecision] = field(default_factory=dict)
    later: Mapping[str, Reach] = field(default_factory=dict)


def review_state(readable: Readable, meeting_id: str) -> ReviewState:
    """Everything to decide in a meeting, by entity, the most dangerous first, and what else is open."""
    with readable.memory.moment() as moment:
        record = recalled_record(readable, moment, meeting_id)
        book = EntityBook(readable, record.dialogue.id)
        redactions = stored.redactions(readable, meeting_id)
        state = state_of(record, book.entities.values(), redactions, learned(readable, book, meeting_id))
        return replace(state, open=(*state.open, *open_matters(readable, meeting_id)))


def learned(readable: Readable, book: EntityBook, meeting_id: str) -> Learned:
    """What the dialogue has learned about its entities, as a meeting sees it."""
    decisions = {one: book.decision(one, meeting_id) for one in book.entities}
    later = stored.counts_by_entity(readable, set(book.from_on(meeting_id)) - {meeting_id})
    return Learned(
        {one: decision for one, decision in decisions.items() if decision is not None},
        {one: Reach(*counts) for one, counts in later.items()},
    )


def state_of(
    record: MeetingRecord,
    entities: Iterable[Entity],
    redactions: Collection[Redaction],
    known: Learned | None = None,
) -> ReviewState:
    """`review_state` of what was read already; of what is open, only the places are counted."""
    known = known or Learned()
    texts = record_texts(record)
    order = {place: number for number, place in enumerate(texts)}
    by_id = {entity.id: entity for entity in entities}
    by_entity: dict[str, list[ReviewedPlace]] = {}
    for one in sorted(redactions, key=lambda each: (order.get(each.place, len(order)), each.start, each.end)):
        if one.place in texts and one.entity_id in by_id:
            place = ReviewedPlace(one, texts[one.place][one.start : one.end])
            by_entity.setdefault(one.entity_id, []).append(place)
    cards = [_reviewed(by_id[entity], tuple(places), known) for entity, places in by_entity.items()]
    cards.sort(key=lambda card: (-card.danger, -card.waiting, -len(card.places), card.entity.name))
    places = [place.redaction for card in cards for place in card.places]
    undecided = sum(one.state is RedactionState.SUGGESTED for one in places)
    changed = sum(map(is_outdated, places))
    matters = (OpenMatter(OpenKind.PLACE, undecided), OpenMatter(OpenKind.CHANGED, changed))
    return ReviewState(
        tuple(cards),
        len(places) - undecided - changed,
        len(places),
        record.meeting.state in REVIEWED,
        tuple(one for one in matters if one.count),
    )


def _reviewed(entity: Entity, places: tuple[ReviewedPlace, ...], known: Learned) -> ReviewedEntity:
    undecided = [place.redaction for place in places if place.redaction.state is RedactionState.SUGGESTED]
    why = next((one.why for one in undecided if one.why), places[0].redaction.why)
    danger = max(map(_danger, undecided), default=Danger.DECIDED)
    if any(is_outdated(place.redaction) for place in places):
        danger, why = Danger.HIGH, "its text changed after it was decided"
    return ReviewedEntity(
        entity, places, danger, why, known.decisions.get(entity.id), known.later.get(entity.id, Reach())
    )


def _danger(one: Redaction) -> Danger:
    if not is_open(one):
        return Danger.LOW
    return Danger.HIGH if one.score >= _DOUBTFUL else Danger.MIDDLE
