"""Other rapporteurs' records in the history of a review: set beside and removed, taken over, kept as a difference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import msgspec

from dialogue_notes.domain.parallel.records import KeptDifference
from dialogue_notes.domain.record import Session
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.rules import TYPING_STATES
from dialogue_notes.services.recording.steps import payload_of, step_of
from dialogue_notes.services.reviewing.matters import MatterKind, MatterTurn
from dialogue_notes.storage import meetings, undo_steps
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.striking import is_held
from dialogue_notes.storage.vault import Readable, Vault

_THERE: Final = b"beside"


@dataclass(frozen=True, slots=True)
class _Taking:
    """As which entry another record's words were taken over, and in which session. `step` is what that changed there:
    sealed, for it may tell who spoke.
    """

    taken_as: str
    session_id: str
    step: bytes
    was_taken_as: str | None = None


_TAKING: Final = msgspec.json.Decoder(_Taking)
_PURPOSE: Final = "taking over in a review"


def beside_turn(record_id: str, *, comes: bool) -> MatterTurn:
    """A record is set beside its meeting, or put away. Its id stands among the places, so that the steps about it go
    when it is destroyed.
    """
    before, after = (None, _THERE) if comes else (_THERE, None)
    return MatterTurn(MatterKind.BESIDE, record_id, before, after, places=(record_id,))


def turn_beside(vault: Vault, meeting_id: str, turn: MatterTurn) -> MatterTurn | None:
    """The keeper of what stands beside a meeting. Raises KnownError(LEGAL_HOLD) where a record may not be put away."""
    known = {one.id: one for one in stored.records(vault, meeting_id, with_removed=True)}
    one = known.get(turn.key)
    if one is None:
        return None
    is_there = not one.is_removed
    if is_there and turn.after is None and is_held(vault, meeting_id):
        raise KnownError(ErrorCode.LEGAL_HOLD)
    if is_there != (turn.after is not None):
        stored.set_removed(vault, turn.key, is_removed=turn.after is None)
    return turn


def difference_turn(
    record_id: str, ids: tuple[str | None, str | None], before: str | None, after: str | None
) -> MatterTurn:
    """A difference of two entries (of the meeting, of the other record) by the digests that it is kept under."""
    key = "|".join((record_id, *(one or "" for one in ids)))
    was, becomes = (None if one is None else one.encode() for one in (before, after))
    return MatterTurn(MatterKind.DIFFERENCE, key, was, becomes, places=(record_id,))


def turn_difference(vault: Vault, meeting_id: str, turn: MatterTurn) -> MatterTurn | None:
    """The keeper of differences that are to stay."""
    record_id, left, right = turn.key.split("|")
    if record_id not in {one.id for one in stored.records(vault, meeting_id, with_removed=True)}:
        return None
    ids = left or None, right or None
    now = next(
        (one for one in stored.differences(vault, record_id) if (one.left_id, one.right_id) == ids), None
    )
    if (None if now is None else now.digest.encode()) != turn.before:
        return None
    if now is not None:
        stored.remove_difference(vault, now.id)
    if turn.after is not None:
        stored.add_difference(vault, KeptDifference(new_id(), record_id, *ids, turn.after.decode()))
    return turn


def taken_turn(
    readable: Readable, session: Session, entry_id: str, taken_as: str, was_taken_as: str | None
) -> tuple[MatterTurn, ...]:
    """The words of an entry of another record were just taken over, by the last act in a session."""
    step = undo_steps.next_step(readable, session.meeting_id, session.id, is_undone=False)
    if step is None:
        return ()
    sealed = seal_text(readable, session.meeting_id, _PURPOSE, entry_id, step.payload)
    state = msgspec.json.encode(_Taking(taken_as, session.id, sealed, was_taken_as))
    return (MatterTurn(MatterKind.TAKEN_OVER, entry_id, None, state, places=(taken_as,)),)


def turn_taken_over(vault: Vault, meeting_id: str, turn: MatterTurn) -> MatterTurn | None:
    """The keeper of what was taken over: it is an act of the session's history, and turned there.

    Nothing is done once the meeting is closed, or where the entry was changed since.
    """
    state = turn.before if turn.after is None else turn.after
    if state is None:
        return None
    taking, is_back = _TAKING.decode(state), turn.after is None
    now, was = stored.find_taken(vault, turn.key), taking.taken_as if is_back else taking.was_taken_as
    if not is_back and now == taking.taken_as:
        return turn  # just now, by the act that is being written down
    payload = open_text(vault, meeting_id, _PURPOSE, turn.key, taking.step)
    is_open = meetings.meeting(vault, meeting_id).state in TYPING_STATES
    if payload is None or now != was or not is_open:
        return None
    done = _turn_session(vault, meetings.session(vault, taking.session_id), payload, is_back=is_back)
    if done is None:
        return None
    stored.set_taken(vault, turn.key, taking.was_taken_as if is_back else taking.taken_as)
    sealed = seal_text(vault, meeting_id, _PURPOSE, turn.key, done)
    kept = msgspec.json.encode(replace(taking, step=sealed))
    return replace(turn, before=kept if is_back else None, after=None if is_back else kept)


def _turn_session(vault: Vault, session: Session, payload: bytes, *, is_back: bool) -> bytes | None:
    """Undoes an act in its session or does it again: there, if it is the next one, or else as an act of its own.

    Returns the act as it stands now; None where an entry of it was changed since.
    """
    try:
        with vault.transaction():
            if _next(vault, session, is_undone=not is_back) == payload:
                (history.undo if is_back else history.redo)(vault, session.id)
                return _next(vault, session, is_undone=is_back)
            step = step_of(payload)
            history.turn_anew(vault, session, step.reversed if is_back else step, is_undone=not is_back)
            made = _next(vault, session, is_undone=False)
    except KnownError as error:
        if error.code is not ErrorCode.NOTHING_TO_UNDO:
            raise
        return None
    if made is None:
        return None
    return payload_of(step_of(made).reversed) if is_back else made


def _next(vault: Vault, session: Session, *, is_undone: bool) -> bytes | None:
    """What is to be undone, or done again, next in a session; None also where something of another one comes first."""
    try:
        step = undo_steps.next_step(vault, session.meeting_id, session.id, is_undone=is_undone)
    except KnownError as error:
        if error.code is not ErrorCode.UNDO_ELSEWHERE:
            raise
        return None
    return None if step is None else step.payload
