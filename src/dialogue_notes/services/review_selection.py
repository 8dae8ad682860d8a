"""Redacting by hand: what was selected, and the same wording everywhere else in the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.redaction import Entity, Place, Redaction
from dialogue_notes.domain.spans import Span
from dialogue_notes.domain.term_finder import TermFinder
from dialogue_notes.domain.withholding import how_to_find
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.review import accept, keep_decision
from dialogue_notes.services.review_types import Decision
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault

_HERE_ONLY = frozenset({RedactionAction.RECAST, RedactionAction.WITHHOLD_ENTRY})
"""What is done to a passage or an entry is done there and not wherever the same words stand."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A selected stretch of a text, in code points, end exclusive."""

    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with a selection, and what it is; `entity_id` joins it to something known already."""

    action: RedactionAction
    reason: RedactionReason
    category: Category = Category.PERSON
    replacement: str = ""
    entity_id: str | None = None


def redact_selection(vault: Vault, meeting_id: str, selection: Selection, wish: Wish) -> Decision:
    """Hides what is selected and every equal wording of the meeting, as one decision.

    A selection that is a redaction already is decided on instead. Blanks at its ends do not count. Raises
    KnownError(BAD_FIELD) when nothing is selected, or when `generalise` and `recast` have no wording.
    """
    with vault.transaction():
        record = meeting_record(vault, meeting_id)
        texts = record_texts(record)
        here = _trimmed(selection, texts.get(selection.place, ""))
        existing = stored.redactions(vault, meeting_id)
        same = [
            one.id
            for one in existing
            if (one.place, one.start, one.end) == (here.place, here.start, here.end)
        ]
        if same:
            return accept(vault, meeting_id, same, wish.action, wish.reason, wish.replacement)
        if (
            wish.action in {RedactionAction.GENERALISE, RedactionAction.RECAST}
            and not wish.replacement.strip()
        ):
            raise KnownError(
                ErrorCode.BAD_FIELD, field="In these words", detail="Say what stands in its place."
            )
        form = texts[here.place][here.start : here.end]
        spots = [here]
        if wish.action not in _HERE_ONLY:
            spots.extend(spot for spot in _equal(form, texts) if not _meets_any(spot, spots))
        entity_id = wish.entity_id or _new_entity(vault, record.dialogue.id, wish.category, form)
        decided = [one for one in existing if one.state is not RedactionState.SUGGESTED]
        free = [spot for spot in spots if spot is here or not _is_inside(spot, decided)]
        inside = [
            one for one in existing if one.state is RedactionState.SUGGESTED and _is_inside_spots(one, free)
        ]
        added = [_redaction(meeting_id, spot, entity_id, wish) for spot in free]
        return keep_decision(vault, meeting_id, added=added, removed=inside)


def _trimmed(selection: Selection, text: str) -> Selection:
    start, end = max(0, selection.start), min(len(text), selection.end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise KnownError(ErrorCode.BAD_FIELD, field="Selection", detail="Nothing is selected.")
    return Selection(selection.place, start, end)


def _equal(form: str, texts: dict[Place, str]) -> Iterable[Selection]:
    finder = TermFinder([(form, how_to_find(form))])
    for place, text in texts.items():
        for hit in finder.find(text):
            yield Selection(place, hit.start, hit.end)


def _meets_any(spot: Selection, others: Iterable[Selection]) -> bool:
    return any(
        one.place == spot.place and Span(one.start, one.end).meets(spot.start, spot.end) for one in others
    )


def _is_inside(spot: Selection, redactions: Iterable[Redaction]) -> bool:
    return any(
        one.place == spot.place and Span(one.start, one.end).holds(spot.start, spot.end) for one in redactions
    )


def _is_inside_spots(redaction: Redaction, spots: Iterable[Selection]) -> bool:
    return any(
        one.place == redaction.place and Span(one.start, one.end).holds(redaction.start, redaction.end)
        for one in spots
    )


def _new_entity(vault: Vault, dialogue_id: str, category: Category, name: str) -> str:
    """The entity of that very name and category, made if there is none."""
    for one in stored.entities(vault, dialogue_id):
        if one.category is category and one.name.casefold() == name.casefold():
            return one.id
    entity = Entity(new_id(), dialogue_id, category, name)
    stored.add_entity(vault, entity)
    return entity.id


def _redaction(meeting_id: str, spot: Selection, entity_id: str, wish: Wish) -> Redaction:
    return Redaction(
        id=new_id(),
        meeting_id=meeting_id,
        place=spot.place,
        start=spot.start,
        end=spot.end,
        entity_id=entity_id,
        category=wish.category,
        action=wish.action,
        reason=wish.reason,
        state=RedactionState.ACCEPTED,
        replacement=wish.replacement,
        why="marked by hand",
    )
