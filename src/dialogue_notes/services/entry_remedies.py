"""What ends a danger in the record itself: a quote put in reported speech, an agreement that was read back.

Each is an edit like any other and a step of the review's history, to be taken back from there or in the Record room.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.record import Intervention
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_keeping import entry_turn, put_entry
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.steps import ReviewStep
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage.vault import Vault


def report_speech(vault: Vault, intervention_id: str) -> Decision:
    """Makes reported speech of a quotation: its words go out as a statement, and consent to them is not asked.

    The words stay as they were typed; whoever wants other words recasts them. Raises KnownError(NOT_FOUND) when
    there is no such quotation, or without the meeting's key.
    """
    return _change(
        vault,
        intervention_id,
        steps.REPORTED,
        Kind.QUOTE,
        lambda one: replace(one, kind=Kind.STATEMENT, consent=None),
    )


def mark_read_back(vault: Vault, intervention_id: str) -> Decision:
    """Says that an agreement was read back in the room. Raises KnownError(NOT_FOUND) as `report_speech`."""
    return _change(
        vault, intervention_id, steps.READ_BACK, Kind.AGREEMENT, lambda one: replace(one, read_back=True)
    )


def _change(
    vault: Vault,
    intervention_id: str,
    what: str,
    kind: Kind,
    changed: Callable[[Intervention], Intervention],
) -> Decision:
    with vault.transaction():
        old = interventions.intervention(vault, intervention_id)
        if old.kind is not kind or old.state is not InterventionState.KEPT:
            raise KnownError(ErrorCode.NOT_FOUND, detail=kind.value)
        meeting_id = meetings.session(vault, old.session_id).meeting_id
        new = changed(old)
        turns = entry_turn(vault, meeting_id, old, new)
        put_entry(vault, meeting_id, old, new)
        return take(vault, meeting_id, ReviewStep(what, matters=turns))
