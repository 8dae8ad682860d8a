"""The history of a meeting's review: every act is stored as one step, and can be taken back and done again.

Steps are written in the transaction of the act, so that they survive locking and a restart. Taking back touches what
the act touched, and of that only what nothing else has changed since; how much was left is said.
"""

from __future__ import annotations

from typing import Final

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.applying import Applied, apply
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.steps import ReviewStep, payload_of, step_of
from dialogue_notes.services.reviewing.types import Decision, History
from dialogue_notes.storage import audit
from dialogue_notes.storage import review_steps as stored
from dialogue_notes.storage.review_steps import StoredReviewStep
from dialogue_notes.storage.vault import Readable, Vault

_CODES: Final = {
    steps.ALWAYS: "entity_always_hidden",
    steps.NEVER: "entity_never_hidden",
    steps.FORGOTTEN: "entity_decision_ended",
    steps.MERGED: "entities_merged",
    steps.SPLIT: "entity_split",
}
"""In the audit log; everything else is `redaction_decided`."""


def take(vault: Vault, meeting_id: str, step: ReviewStep) -> Decision:
    """Does what a step says, in one transaction with its place in the history; what changes nothing gets none there."""
    with vault.transaction():
        applied = apply(vault, meeting_id, step)
        if not _is_something(applied):
            return Decision(meeting_id, step.what, 0, 0, 0)
        learned = (*applied.step.before.sources, *applied.step.after.sources)
        places = {*(one.place.id for one in applied.changed), *(one.place_id for one in learned)}
        places.update(one for matter in applied.step.matters for one in matter.places)
        number = stored.add_step(vault, meeting_id, places, payload_of(applied.step))
        decision = _decision(meeting_id, step.what, number, applied)
        _reopen(vault, meeting_id, applied)
        if (
            applied.changed or not applied.step.matters
        ):  # whoever turned anything else logged it in words of its own
            _log(vault, _CODES.get(step.what, "redaction_decided"), decision)
    return decision


def history(readable: Readable, meeting_id: str) -> History:
    """What would be taken back and done again next."""
    back, again = (stored.next_step(readable, meeting_id, is_undone=one) for one in (False, True))
    return History(
        "" if back is None else step_of(back.payload).what,
        "" if again is None else step_of(again.payload).what,
    )


def undo(vault: Vault, meeting_id: str) -> Decision | None:
    """Takes back the last act on a meeting's review that is not taken back yet; None when there is none.

    Raises KnownError(NOTHING_TO_UNDO), once, when nothing of it stands any more as it was left.
    """
    step = stored.next_step(vault, meeting_id, is_undone=False)
    return None if step is None else _turn(vault, step)


def redo(vault: Vault, meeting_id: str) -> Decision | None:
    """Does again what was taken back last; None when there is nothing. Raises KnownError as `undo`."""
    step = stored.next_step(vault, meeting_id, is_undone=True)
    return None if step is None else _turn(vault, step)


def _turn(vault: Vault, found: StoredReviewStep) -> Decision:
    step = step_of(found.payload)
    step = step if found.is_undone else step.reversed
    with vault.transaction():
        applied = apply(vault, found.meeting_id, step)
        if _is_something(applied):
            kept = applied.step if found.is_undone else applied.step.reversed
            stored.turn_step(vault, found.id, payload_of(kept), is_undone=not found.is_undone)
            decision = _decision(found.meeting_id, step.what, found.id, applied)
            _reopen(vault, found.meeting_id, applied)
            _log(vault, "decision_redone" if found.is_undone else "decision_undone", decision, what=step.what)
            return decision
    stored.drop_steps(vault, [found.id])  # it can never be; what was decided before it still can
    raise KnownError(ErrorCode.NOTHING_TO_UNDO)


def _is_something(applied: Applied) -> bool:
    step = applied.step
    return bool(applied.changed or step.after.decided or step.matters) or any(
        side.merges or side.splits or side.persons or side.forms for side in (step.before, step.after)
    )


def _decision(meeting_id: str, what: str, number: int, applied: Applied) -> Decision:
    meetings = {one.meeting_id for one in applied.changed}
    matters = len(applied.step.matters)
    return Decision(meeting_id, what, number, len(applied.changed), len(meetings), applied.left, matters)


def _reopen(vault: Vault, meeting_id: str, applied: Applied) -> None:
    """What is open again, or was decided from another meeting, is no longer reviewed."""
    open_again = {
        one.meeting_id
        for one in applied.changed
        if one.meeting_id != meeting_id or one.state is RedactionState.SUGGESTED
    }
    for one in sorted(open_again):
        reopen_review(vault, one)


def _log(vault: Vault, code: str, decision: Decision, **more: str) -> None:
    facts = {"places": str(decision.places), "meetings": str(decision.meetings), **more}
    audit.append(vault, code, meeting=decision.meeting_id, **facts)
