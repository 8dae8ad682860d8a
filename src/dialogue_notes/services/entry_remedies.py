"""What ends a danger in the record itself: a quote put in reported speech, an agreement that was read back.

Each is an edit like any other: it stands in the entry's history, and can be taken back from here or in the Record room.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.record import Intervention
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.rules import rule_in_force
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Version
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry before and after a remedy, to be taken back as one."""

    meeting_id: str
    before: Intervention
    after: Intervention


def report_speech(vault: Vault, intervention_id: str) -> EntryChange:
    """Makes reported speech of a quotation: its words go out as a statement, and consent to them is not asked.

    The words stay as they were typed; whoever wants other words recasts them. Raises KnownError(NOT_FOUND) when
    there is no such quotation.
    """
    return _change(
        vault, intervention_id, Kind.QUOTE, lambda one: replace(one, kind=Kind.STATEMENT, consent=None)
    )


def mark_read_back(vault: Vault, intervention_id: str) -> EntryChange:
    """Says that an agreement was read back in the room. Raises KnownError(NOT_FOUND) when there is no such one."""
    return _change(vault, intervention_id, Kind.AGREEMENT, lambda one: replace(one, read_back=True))


def undo_remedy(vault: Vault, change: EntryChange) -> None:
    """Takes a remedy back. Raises KnownError(NOTHING_TO_UNDO) when the entry was changed since."""
    put_entry(vault, change.meeting_id, change.after, change.before)


def put_entry(vault: Vault, meeting_id: str, old: Intervention, new: Intervention) -> None:
    """Puts `new` in the place of `old`, with its history; nothing when they are the same.

    A reviewed meeting is open to review again. Raises KnownError(NOTHING_TO_UNDO) unless `old` stands there now.
    """
    with vault.transaction():
        if interventions.intervention(vault, old.id) != old:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        if new == old:
            return
        update_entry(vault, meeting_id, old, new)
        session = meetings.session(vault, new.session_id)
        what = "consent" if new.consent != old.consent and new.kind is old.kind else "kind"
        what = "read_back" if new.read_back != old.read_back else what
        rules = ((session.id, rule_in_force(vault, session)),)
        step = Step((Version(old),), (Version(new),), what, rules=rules)
        history.record(vault, (session,), step)
        reopen_review(vault, meeting_id)


def _change(
    vault: Vault, intervention_id: str, kind: Kind, changed: Callable[[Intervention], Intervention]
) -> EntryChange:
    with vault.transaction():
        old = interventions.intervention(vault, intervention_id)
        if old.kind is not kind or old.state is not InterventionState.KEPT:
            raise KnownError(ErrorCode.NOT_FOUND, detail=kind.value)
        meeting_id = meetings.session(vault, old.session_id).meeting_id
        new = changed(old)
        put_entry(vault, meeting_id, old, new)
    return EntryChange(meeting_id, old, new)
