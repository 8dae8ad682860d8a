"""Reviewing a meeting: what to decide, the decisions, taking one back, and calling the whole reviewed.

Every decision returns what it changed; `undo_decision` takes it back as one. The words of a decision are
redactions; nothing here changes a note.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from dialogue_notes.domain.codes import MeetingState, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redacting import is_open, is_outdated
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.detection_jobs import SUGGEST, SuggestionTask
from dialogue_notes.services.places import Places
from dialogue_notes.services.review_types import Danger, Decision, ReviewedEntity, ReviewedPlace, ReviewState
from dialogue_notes.services.suggestions import keep_suggestions, known_forms
from dialogue_notes.storage import audit, meetings
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable, Vault

_DOUBTFUL = 0.8
"""A suggestion below this score is in the middle of the list: it may well be something else."""

_NEED_WORDS = frozenset({RedactionAction.GENERALISE, RedactionAction.RECAST})


def refresh_suggestions(vault: Vault, places: Places, meeting_id: str) -> None:
    """Looks through the meeting again and keeps what is new; waits for the worker process.

    For the command line. A window does the steps where they belong: `suggestion_task` on the reader,
    `SUGGEST` in the worker, `keep_suggestions` on the writer.
    """
    task = suggestion_task(vault, meeting_id)
    keep_suggestions(vault, task.record, places.compute(SUGGEST, task).result())


def suggestion_task(readable: Readable, meeting_id: str) -> SuggestionTask:
    """What the worker needs to look through a meeting."""
    record = meeting_record(readable, meeting_id)
    return SuggestionTask(record, known_forms(record, stored.redactions(readable, meeting_id)))


def review_state(readable: Readable, meeting_id: str) -> ReviewState:
    """Everything to decide in a meeting, by entity, the most dangerous first."""
    record = meeting_record(readable, meeting_id)
    return state_of(
        record, stored.entities(readable, record.dialogue.id), stored.redactions(readable, meeting_id)
    )


def state_of(
    record: MeetingRecord, entities: Iterable[Entity], redactions: Collection[Redaction]
) -> ReviewState:
    """`review_state` of what was read already."""
    texts = record_texts(record)
    order = {place: number for number, place in enumerate(texts)}
    known = {entity.id: entity for entity in entities}
    by_entity: dict[str, list[ReviewedPlace]] = {}
    for one in sorted(redactions, key=lambda each: (order.get(each.place, len(order)), each.start, each.end)):
        if one.place in texts and one.entity_id in known:
            place = ReviewedPlace(one, texts[one.place][one.start : one.end])
            by_entity.setdefault(one.entity_id, []).append(place)
    cards = [_reviewed(known[entity], tuple(places)) for entity, places in by_entity.items()]
    cards.sort(key=lambda card: (-card.danger, -card.waiting, -len(card.places), card.entity.name))
    counted = [
        place for card in cards for place in card.places if place.waits or _is_decided(place.redaction)
    ]
    waiting = sum(place.waits for place in counted)
    is_reviewed = record.meeting.state in _REVIEWED
    return ReviewState(tuple(cards), len(counted) - waiting, len(counted), is_reviewed)


_REVIEWED = frozenset({MeetingState.REVIEWED, MeetingState.SUMMARISED, MeetingState.RELEASED})


def accept(
    vault: Vault,
    meeting_id: str,
    ids: Collection[str],
    action: RedactionAction,
    reason: RedactionReason,
    replacement: str = "",
) -> Decision:
    """Decides that these redactions are carried out.

    `replacement` is the wording of `generalise` and `recast`; without it they raise KnownError(BAD_FIELD).
    """
    _check_words(action, replacement)

    def decided(one: Redaction) -> Redaction:
        return replace(
            one,
            state=RedactionState.ACCEPTED,
            action=action,
            reason=reason,
            replacement=replacement if action in _NEED_WORDS else "",
            stale=False,
        )

    return _decide(vault, meeting_id, lambda one: one.id in ids, decided)


def reject(vault: Vault, meeting_id: str, ids: Collection[str]) -> Decision:
    """Decides that these places are not identifying: their text may go out."""
    return _decide(vault, meeting_id, lambda one: one.id in ids, _rejected)


def accept_entity(
    vault: Vault,
    meeting_id: str,
    entity_id: str,
    action: RedactionAction,
    reason: RedactionReason,
    replacement: str = "",
) -> Decision:
    """Decides on an entity everywhere it is mentioned in the meeting; see `accept`."""
    return accept(vault, meeting_id, _ids_of(vault, meeting_id, entity_id), action, reason, replacement)


def reject_entity(vault: Vault, meeting_id: str, entity_id: str) -> Decision:
    """Decides that an entity is not identifying, everywhere it is mentioned in the meeting."""
    return reject(vault, meeting_id, _ids_of(vault, meeting_id, entity_id))


def undo_decision(vault: Vault, decision: Decision) -> None:
    """Takes a decision back as one. Raises KnownError(NOTHING_TO_UNDO) when something has changed since."""
    with vault.transaction():
        present = {one.id: one for one in stored.redactions(vault, decision.meeting_id)}
        before = {one.id: one for one in decision.before}
        if any(present.get(one.id) != one for one in decision.after):
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        stored.remove_redactions(vault, [one.id for one in decision.after if one.id not in before])
        stored.update_redactions(vault, [one for one in decision.before if one.id in present])
        stored.add_redactions(vault, [one for one in decision.before if one.id not in present])
        audit.append(vault, "decision_undone", meeting=decision.meeting_id, places=str(decision.places))


def mark_reviewed(vault: Vault, meeting_id: str) -> None:
    """Calls a meeting reviewed. Raises KnownError(BAD_FIELD) while a place is open; any later edit reopens it."""
    with vault.transaction():
        waiting = review_state(vault, meeting_id).waiting
        if waiting:
            places = "1 place is" if waiting == 1 else f"{waiting} places are"
            raise KnownError(ErrorCode.BAD_FIELD, field="Review", detail=f"{places} still to be decided.")
        meetings.update_meeting(
            vault, replace(meetings.meeting(vault, meeting_id), state=MeetingState.REVIEWED)
        )
        audit.append(vault, "meeting_reviewed", meeting=meeting_id)


def keep_decision(
    vault: Vault,
    meeting_id: str,
    *,
    changed: Iterable[tuple[Redaction, Redaction]] = (),
    added: Iterable[Redaction] = (),
    removed: Iterable[Redaction] = (),
) -> Decision:
    """Writes one decision: redactions changed (before, after), added and removed; inside the caller's transaction."""
    pairs, fresh, gone = tuple(changed), tuple(added), tuple(removed)
    stored.update_redactions(vault, [after for _, after in pairs])
    stored.add_redactions(vault, fresh)
    stored.remove_redactions(vault, [one.id for one in gone])
    decision = Decision(
        meeting_id, (*(before for before, _ in pairs), *gone), (*(after for _, after in pairs), *fresh)
    )
    audit.append(vault, "redaction_decided", meeting=meeting_id, places=str(decision.places))
    return decision


def _decide(
    vault: Vault,
    meeting_id: str,
    is_meant: Callable[[Redaction], bool],
    decided: Callable[[Redaction], Redaction],
) -> Decision:
    with vault.transaction():
        meant = [one for one in stored.redactions(vault, meeting_id) if is_meant(one)]
        if not meant:
            raise KnownError(ErrorCode.NOT_FOUND, detail="redaction")
        return keep_decision(vault, meeting_id, changed=[(one, decided(one)) for one in meant])


def _ids_of(readable: Readable, meeting_id: str, entity_id: str) -> frozenset[str]:
    return frozenset(one.id for one in stored.redactions(readable, meeting_id) if one.entity_id == entity_id)


def _rejected(one: Redaction) -> Redaction:
    return replace(one, state=RedactionState.REJECTED, replacement="", stale=False)


def _check_words(action: RedactionAction, replacement: str) -> None:
    if action in _NEED_WORDS and not replacement.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field="In these words", detail="Say what stands in its place.")


def _is_decided(one: Redaction) -> bool:
    return one.state is not RedactionState.SUGGESTED


def _reviewed(entity: Entity, places: tuple[ReviewedPlace, ...]) -> ReviewedEntity:
    undecided = [place.redaction for place in places if not _is_decided(place.redaction)]
    outdated = any(is_outdated(place.redaction) for place in places)
    why = next((one.why for one in undecided if one.why), places[0].redaction.why)
    if outdated:
        return ReviewedEntity(entity, places, Danger.HIGH, "its text changed after it was decided")
    return ReviewedEntity(entity, places, max(map(_danger, undecided), default=Danger.DECIDED), why)


def _danger(one: Redaction) -> Danger:
    if not is_open(one):
        return Danger.LOW
    return Danger.HIGH if one.score >= _DOUBTFUL else Danger.MIDDLE
