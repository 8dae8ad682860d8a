"""How what is stored of a thing is shown: its card in the list, and the marks in the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.entities import EntityDecision
from dialogue_notes.domain.language import ACTION_WORDS, REASON_WORDS
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.sanitising.redacting import is_outdated
from dialogue_notes.services.reviewing.types import Danger, ReviewedEntity
from dialogue_notes.ui.review.model import Card, Mark, MarkLook, places_words

_REASONS = {
    Category.PERSON: RedactionReason.THIRD_PERSON_IDENTITY,
    Category.ORGANISATION: RedactionReason.AFFILIATION,
    Category.ROLE: RedactionReason.AFFILIATION,
    Category.NATIONALITY: RedactionReason.AFFILIATION,
    Category.QUOTATION: RedactionReason.QUOTE_NOT_CLEARED,
    Category.SELF_REFERENCE: RedactionReason.PARTICIPANT_IDENTITY,
}


def fitting_reason(card: Card) -> RedactionReason:
    """The reason to offer for a thing: what it is tells why it would be hidden."""
    if card.is_participant:
        return RedactionReason.PARTICIPANT_IDENTITY
    return _REASONS.get(card.category, RedactionReason.OTHER)


def card_of(reviewed: ReviewedEntity, *, looks: int) -> Card:
    """The card of a thing; `looks` of its places want a second look."""
    redactions = [place.redaction for place in reviewed.places]
    undecided = sum(one.state is RedactionState.SUGGESTED for one in redactions)
    again = sum(map(is_outdated, redactions))
    waits = undecided + again
    return Card(
        key=reviewed.entity.id,
        title=reviewed.entity.name,
        places=len(redactions),
        undecided=undecided,
        why=_sentence(reviewed.why),
        danger=_danger(reviewed, redactions) if waits else Danger.DECIDED,
        outcome="" if waits else _outcome(redactions, reviewed.decision),
        category=reviewed.entity.category,
        is_participant=reviewed.entity.participant_id is not None,
        again=again,
        fresh=reviewed.fresh,
        wants_second_look=bool(looks),
        later=reviewed.later.places,
        later_meetings=reviewed.later.meetings,
    )


def mark_of(one: Redaction, *, is_participant: bool, wants_look: bool) -> Mark:
    """The mark of a redaction in the record."""
    look = MarkLook.LOOK_AGAIN if wants_look else _look(one, is_participant=is_participant)
    return Mark(one.start, one.end, one.id, one.entity_id, look)


def _look(one: Redaction, *, is_participant: bool) -> MarkLook:
    if is_outdated(one):
        return MarkLook.LOOK_AGAIN
    if one.state is RedactionState.REJECTED:
        return MarkLook.SHOWN
    if one.state is RedactionState.ACCEPTED:
        return MarkLook.FRESH if one.fresh else MarkLook.HIDDEN
    if not one.default:
        return MarkLook.PERHAPS
    return MarkLook.OPEN if is_participant or one.category is not Category.PERSON else MarkLook.THIRD_PERSON


def _danger(reviewed: ReviewedEntity, redactions: Iterable[Redaction]) -> Danger:
    if reviewed.danger is not Danger.DECIDED:
        return reviewed.danger
    return max((Danger.HIGH for one in redactions if is_outdated(one)), default=Danger.LOW)


def _outcome(redactions: Sequence[Redaction], decision: EntityDecision | None) -> str:
    """What was decided, in words: "Pseudonym: 2 places (identity of a participant); not identifying: 1 place".

    Where all of it is what the dialogue or an earlier meeting had decided, that is said too.
    """
    counts: dict[str, int] = {}
    for one in redactions:
        if one.state is RedactionState.REJECTED:
            words = "not identifying"
        else:
            action = one.replacement if one.action is RedactionAction.GENERALISE else ACTION_WORDS[one.action]
            words = f"{action} ({REASON_WORDS[one.reason]})"
        counts[words] = counts.get(words, 0) + 1
    if len(counts) == 1:
        return _sentence(next(iter(counts)) + _since_when(redactions[0], decision))
    return _sentence("; ".join(f"{words}: {places_words(count)}" for words, count in counts.items()))


def _since_when(one: Redaction, decision: EntityDecision | None) -> str:
    """How far what was decided reaches; nothing for what was decided in this meeting, or otherwise than it."""
    if decision is None or decision.state is not one.state or decision.meeting_id == one.meeting_id:
        return ""
    if decision.is_always:
        return ", always in this dialogue"
    return ", never to be hidden in this dialogue" if decision.is_never else ", as in an earlier meeting"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
