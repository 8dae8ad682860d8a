"""Reviewing a meeting: looking through it, the decisions, and calling the whole reviewed.

Every decision is a stored step; `history` takes it back as one. The words of a decision are redactions; nothing
here changes a note.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dialogue_notes.domain.codes import MeetingState, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.sanitising.redacting import is_outdated
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.parallel.names import forms_beside
from dialogue_notes.services.places import Places
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.deciding import Choice, decide_entity, decide_places
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.reviewing.steps import ReviewStep, turns_of
from dialogue_notes.services.reviewing.suggestions import keep_suggestions, known_forms, learned_forms
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.services.surroundings import surroundings
from dialogue_notes.services.worker.detection_jobs import SUGGEST, SuggestionTask
from dialogue_notes.storage import audit, meetings
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable, Vault


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
    hidden = known_forms(record, stored.redactions(readable, meeting_id))
    known = (*hidden, *learned_forms(readable, record), *forms_beside(readable, meeting_id))
    return SuggestionTask(record, known, surroundings(readable, record))


def accept(
    vault: Vault,
    meeting_id: str,
    ids: Collection[str],
    action: RedactionAction,
    reason: RedactionReason,
    replacement: str = "",
) -> Decision:
    """Decides that these places, and no others, are hidden.

    `replacement` is the wording of `generalise` and `recast`; without it they raise KnownError(BAD_FIELD).
    """
    choice = Choice(RedactionState.ACCEPTED, action, reason, replacement)
    return decide_places(vault, meeting_id, ids, choice, steps.ACCEPTED, alone=True)


def reject(vault: Vault, meeting_id: str, ids: Collection[str]) -> Decision:
    """Decides that these places are not identifying: their text may go out."""
    choice = Choice(RedactionState.REJECTED)
    return decide_places(vault, meeting_id, ids, choice, steps.REJECTED, alone=True)


def reopen(vault: Vault, meeting_id: str, ids: Collection[str]) -> Decision:
    """Takes decisions on places back, whenever they were taken: they are to be decided again."""
    choice = Choice(RedactionState.SUGGESTED)
    return decide_places(vault, meeting_id, ids, choice, steps.REOPENED, alone=False)


def accept_entity(
    vault: Vault,
    meeting_id: str,
    entity_id: str,
    action: RedactionAction,
    reason: RedactionReason,
    replacement: str = "",
) -> Decision:
    """Decides on an entity everywhere it is mentioned in the meeting and in later ones; see `decide_entity`."""
    choice = Choice(RedactionState.ACCEPTED, action, reason, replacement)
    return decide_entity(vault, meeting_id, entity_id, choice, steps.ACCEPTED)


def reject_entity(vault: Vault, meeting_id: str, entity_id: str) -> Decision:
    """Decides that an entity is not identifying, everywhere in the meeting and in later ones."""
    return decide_entity(vault, meeting_id, entity_id, Choice(RedactionState.REJECTED), steps.REJECTED)


def decide_rest(vault: Vault, meeting_id: str, ids: Collection[str], choice: Choice) -> Decision:
    """Decides, in one step, on those of many places that nobody has decided yet: a group of them, or a category.

    Only here: what was not looked at one by one teaches nothing for other meetings. Raises KnownError: BAD_FIELD;
    NOT_FOUND when none is undecided.
    """
    with vault.transaction():
        open_ids = [
            one.id
            for one in stored.redactions_by_id(vault, ids)
            if one.state is RedactionState.SUGGESTED or is_outdated(one)
        ]
        return decide_places(vault, meeting_id, open_ids, choice, choice.state.value, alone=False)


def mark_seen(vault: Vault, meeting_id: str, ids: Collection[str]) -> Decision:
    """Says that mentions which came after their entity was decided were looked at; what was decided holds.

    Raises KnownError(NOT_FOUND) when none of the places is new.
    """
    with vault.transaction():
        fresh = [
            one for one in stored.redactions_by_id(vault, ids) if one.meeting_id == meeting_id and one.fresh
        ]
        if not fresh:
            raise KnownError(ErrorCode.NOT_FOUND, detail="redaction")
        turns = turns_of(fresh, lambda before: replace(before, fresh=False))
        return take(vault, meeting_id, ReviewStep(steps.SEEN, turns))


def mark_reviewed(vault: Vault, meeting_id: str) -> None:
    """Calls a meeting reviewed; any later edit reopens what it touches.

    Raises KnownError(BAD_FIELD), with a list by kind, while anything is open.
    """
    with vault.transaction():
        matters = review_state(vault, meeting_id).open
        if matters:
            detail = "; ".join(one.words for one in matters) + "."
            raise KnownError(ErrorCode.BAD_FIELD, field="Review", detail=detail)
        meetings.update_meeting(
            vault, replace(meetings.meeting(vault, meeting_id), state=MeetingState.REVIEWED)
        )
        audit.append(vault, "meeting_reviewed", meeting=meeting_id)
