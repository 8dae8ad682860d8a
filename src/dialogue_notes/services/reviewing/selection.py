"""Redacting by hand: what was selected, and the same wording everywhere else in the meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.entities import EntityDecision, EntityForm
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Place, Redaction
from dialogue_notes.domain.sanitising.withholding import how_to_find
from dialogue_notes.domain.spans import Holding, Span
from dialogue_notes.domain.term_finder import TermFinder
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.entities.forms import form_of
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.applying import kept_of
from dialogue_notes.services.reviewing.deciding import HERE_ONLY, NEED_WORDS, Choice, check_choice
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.review import accept
from dialogue_notes.services.reviewing.steps import Kept, ReviewStep, Side
from dialogue_notes.services.reviewing.suggestions import BY_HAND
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage import entities, entity_forms
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.entity_forms import FormSource
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault


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

    A selection that is a redaction already is decided on instead. Blanks at its ends do not count. Whatever goes by
    the wording is hidden alike when it is met again, here or in later meetings; but not what is done to a passage or
    an entry. Raises KnownError(BAD_FIELD) when nothing is selected, or when `generalise` and `recast` have no wording.
    """
    choice = Choice(RedactionState.ACCEPTED, wish.action, wish.reason, wish.replacement)
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
        check_choice(vault, meeting_id, choice)
        spots = _spots(here, texts, existing, wish)
        inside = _suggested_inside(existing, spots)
        form = texts[here.place][here.start : here.end]
        entity, is_new = _entity(vault, record, wish, form)
        added = [_redaction(meeting_id, spot, entity.id, wish) for spot in spots]
        before, after = _decided(vault, record, entity.id, choice)
        forms, sources = _learned(vault, entity, form, here)
        step = ReviewStep(
            steps.SELECTED,
            before=Side(redactions=_kept(inside, texts), decided=before),
            after=Side(
                redactions=_kept(added, texts),
                entities=(entity,) if is_new else (),
                forms=() if choice.action in HERE_ONLY else forms,
                sources=() if choice.action in HERE_ONLY else sources,
                decided=after,
            ),
        )
        return take(vault, meeting_id, step)


def _spots(
    here: Selection, texts: Mapping[Place, str], existing: Iterable[Redaction], wish: Wish
) -> list[Selection]:
    """What is selected, and where the same words stand outside of it and of what was decided."""
    if wish.action in HERE_ONLY:
        return [here]
    form = texts[here.place][here.start : here.end]
    settled = _holdings(one for one in existing if one.state is not RedactionState.SUGGESTED)
    found = [here]
    last = None
    for spot in _equal(form, texts):
        meets = (here, last) if last is not None else (here,)
        if any(
            one.place == spot.place and Span(one.start, one.end).meets(spot.start, spot.end) for one in meets
        ):
            continue
        holding = settled.get(spot.place)
        if holding is None or not holding.holds(spot.start, spot.end):
            found.append(spot)
            last = spot
    return found


def _suggested_inside(existing: Iterable[Redaction], spots: Iterable[Selection]) -> list[Redaction]:
    within = _holdings(spots)
    return [
        one
        for one in existing
        if one.state is RedactionState.SUGGESTED
        and one.place in within
        and within[one.place].holds(one.start, one.end)
    ]


def _holdings(spots: Iterable[Selection | Redaction]) -> dict[Place, Holding]:
    by_place: dict[Place, list[Span]] = defaultdict(list)
    for one in spots:
        by_place[one.place].append(Span(one.start, one.end))
    return {place: Holding(spans) for place, spans in by_place.items()}


def _kept(redactions: Iterable[Redaction], texts: Mapping[Place, str]) -> tuple[Kept, ...]:
    return tuple(kept_of(one, texts.get(one.place, "")) for one in redactions)


def _entity(vault: Vault, record: MeetingRecord, wish: Wish, form: str) -> tuple[Entity, bool]:
    """The entity that was wished for, or that of that very name and category; and whether it is new."""
    if wish.entity_id is not None:
        return entities.entity(vault, wish.entity_id), False
    book = EntityBook(vault, record.dialogue.id)
    for one in book.entities.values():
        if one.category is wish.category and one.name.casefold() == form.casefold():
            return book.entities[book.root(one.id)], False
    return Entity(new_id(), record.dialogue.id, wish.category, form), True


Decided = tuple[tuple[str, tuple[EntityDecision, ...]], ...]


def _decided(vault: Vault, record: MeetingRecord, entity_id: str, choice: Choice) -> tuple[Decided, Decided]:
    """What was and is decided about the entity: the same as here from this meeting on, if nothing was yet."""
    book = EntityBook(vault, record.dialogue.id)
    before = book.decisions(entity_id)
    if choice.action in HERE_ONLY or book.decision(entity_id, record.meeting.id) is not None:
        return (), ()
    words = choice.replacement if choice.action in NEED_WORDS else ""
    made = EntityDecision(entity_id, record.meeting.id, choice.state, choice.action, choice.reason, words)
    return ((entity_id, before),), ((entity_id, (*before, made)),)


def _learned(
    vault: Vault, entity: Entity, wording: str, here: Selection
) -> tuple[tuple[EntityForm, ...], tuple[FormSource, ...]]:
    form = form_of(entity.id, wording, entity.category)
    there = {(one.form, one.match) for one in entity_forms.forms_of(vault, (entity.id,))}
    if form is None or (form.form, form.match) in there:
        return (), ()
    return (form,), (FormSource(form.id, here.place.id),)


def _trimmed(selection: Selection, text: str) -> Selection:
    start, end = max(0, selection.start), min(len(text), selection.end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise KnownError(ErrorCode.BAD_FIELD, field="Selection", detail="Nothing is selected.")
    return Selection(selection.place, start, end)


def _equal(form: str, texts: Mapping[Place, str]) -> Iterable[Selection]:
    finder = TermFinder([(form, how_to_find(form))])
    for place, text in texts.items():
        for hit in finder.find(text):
            yield Selection(place, hit.start, hit.end)


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
        why=BY_HAND,
    )
