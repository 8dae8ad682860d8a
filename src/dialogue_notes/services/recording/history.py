"""The history of a session: each act is written with what it changed, and can be undone until the meeting is closed.

Steps are stored in the transaction of the act, so that they survive locking, a restart and a crash.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogue_notes.domain.record import Session, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_events import REDONE, STRUCK, UNDONE, Event, event_payload, items_between
from dialogue_notes.services.recording.rules import TYPING_STATES, check_open
from dialogue_notes.services.recording.step_applying import Applied, apply_step
from dialogue_notes.services.recording.steps import Step, Turn, payload_of, step_of
from dialogue_notes.services.recording.types import Change
from dialogue_notes.storage import entry_events, meetings, sequences, undo_steps
from dialogue_notes.storage.undo_steps import StoredStep
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing or doing again changed, and who speaks then; None where that stays as it is."""

    change: Change
    speaker: Speaker | None


def record(vault: Vault, sessions: tuple[Session, ...], step: Step, how: str = "") -> None:
    """Writes an act into the history, in its transaction. It was done in the first of `sessions`; a second one is
    where entries went to. `how` says that it undoes an earlier one, or does it again.

    In a meeting that is closed nothing can be undone, so that only the entries' own histories are kept.
    """
    meeting_id = sessions[0].meeting_id
    _write_events(vault, meeting_id, step, how)
    if meetings.meeting(vault, meeting_id).state in TYPING_STATES:
        ids = tuple(one.id for one in sessions)
        undo_steps.add_step(vault, meeting_id, ids, step.entries, payload_of(step))


def act(vault: Vault, sessions: tuple[Session, ...], step: Step) -> Change:
    """Does what a step says and writes it into the history; `sessions` as for `record`.

    Raises KnownError(LEGAL_HOLD) when it takes an entry away.
    """
    with vault.transaction():
        applied = apply_step(vault, sessions[0], step, "")
        record(vault, sessions, applied.step)
    return applied.change


def turn_anew(vault: Vault, session: Session, step: Step, *, is_undone: bool) -> None:
    """Brings entries to the other side of a step after which more was done in its session: as an act of its own.

    Raises KnownError: MEETING_CLOSED; NOTHING_TO_UNDO when something else changed an entry since; LEGAL_HOLD.
    """
    check_open(vault, session)
    how = REDONE if is_undone else UNDONE
    with vault.transaction():
        applied = apply_step(vault, session, step, how)
        record(vault, (session,), applied.step, how)


def undo(vault: Vault, session_id: str) -> Undone | None:
    """Takes back the last act in a session that is not undone; None when there is none.

    Raises KnownError: MEETING_CLOSED; STRIKE_STAYS, once, after a strike; UNDO_ELSEWHERE when later acts in another
    session come first; NOTHING_TO_UNDO when something else changed an entry since; LEGAL_HOLD when it would take an
    entry away.
    """
    return _turn(vault, session_id, is_undone=False)


def redo(vault: Vault, session_id: str) -> Undone | None:
    """Does again what was undone last in a session; None when there is nothing. Raises KnownError as `undo`."""
    return _turn(vault, session_id, is_undone=True)


def turn_of(vault: Vault, session: Session, step: Step) -> Step:
    """The step with who speaks, where it says that somebody else said the last entry: whoever said it speaks on."""
    last = sequences.last_id(vault, session.id)
    old = next((one.speaker for one in step.before if one.intervention.id == last), None)
    new = next((one.speaker for one in step.after if one.intervention.id == last), None)
    if old is None or new is None or old == new or new.participant_id is None:
        return step
    return replace(step, turn=Turn(old, new))


def _turn(vault: Vault, session_id: str, *, is_undone: bool) -> Undone | None:
    session = meetings.session(vault, session_id)
    check_open(vault, session)
    stored = undo_steps.next_step(vault, session.meeting_id, session_id, is_undone=is_undone)
    if stored is None:
        return None
    step = step_of(stored.payload)
    if step.what == STRUCK:
        undo_steps.drop_step(vault, stored.id)
        raise KnownError(ErrorCode.STRIKE_STAYS)
    step = step if is_undone else step.reversed
    try:
        with vault.transaction():
            applied = _apply(vault, session, stored, step, is_undone=is_undone)
    except KnownError as error:
        if error.code is ErrorCode.NOTHING_TO_UNDO:
            undo_steps.drop_step(vault, stored.id)  # it can never be; what was done before it still can
        raise
    return Undone(applied.change, None if step.turn is None else step.turn.after)


def _apply(vault: Vault, session: Session, stored: StoredStep, step: Step, *, is_undone: bool) -> Applied:
    for session_id in {one.intervention.session_id for one in (*step.before, *step.after)} - {session.id}:
        check_open(vault, meetings.session(vault, session_id))
    how = REDONE if is_undone else UNDONE
    applied = apply_step(vault, session, step, how)
    _write_events(vault, session.meeting_id, applied.step, how)
    kept = applied.step if is_undone else applied.step.reversed
    turned = StoredStep(stored.id, payload_of(kept))
    undo_steps.turn_step(vault, session.meeting_id, turned, is_undone=not is_undone)
    return applied


def _write_events(vault: Vault, meeting_id: str, step: Step, how: str) -> None:
    before = {one.intervention.id: one for one in step.before}
    events = []
    for new in step.after:
        items = items_between(before.get(new.intervention.id), new, step.what)
        if items:
            events.append((new.intervention.id, event_payload(Event(items, how))))
    if events:
        entry_events.add_events(vault, meeting_id, events)
