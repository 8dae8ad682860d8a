"""Acts of a review on the record itself, in the history of the review: other speech, read back, consented to.

Each is an edit like any other: it stands in the entry's history too, and can be taken back in the Record room.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

import msgspec

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.domain.record import Consent, Intervention
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.rules import rule_in_force
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Version
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.matters import MatterKind, MatterTurn
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault

_PURPOSE: Final = "entry in a review"


@dataclass(frozen=True, slots=True)
class _State:
    """All that an act of a review changes of an entry, and a digest of its words: it is for these and no others."""

    kind: Kind
    read_back: bool
    consent: Consent | None = field(repr=False)
    words: str


_STATE: Final = msgspec.json.Decoder(_State)


def entry_turn(
    readable: Readable, meeting_id: str, old: Intervention, new: Intervention
) -> tuple[MatterTurn, ...]:
    """The turn from one state of an entry to another; none where they are the same.

    Both are sealed, for who allowed a quotation is mostly who said it. Raises KnownError(NOT_FOUND) without the
    meeting's key.
    """
    if old == new:
        return ()
    before, after = (
        seal_text(readable, meeting_id, _PURPOSE, old.id, msgspec.json.encode(_state(one)))
        for one in (old, new)
    )
    return (MatterTurn(MatterKind.ENTRY, old.id, before, after, (old.id,)),)


def turn_entry(vault: Vault, meeting_id: str, turn: MatterTurn) -> MatterTurn | None:
    """The keeper of what a review changed of an entry: nothing comes back once its words are others."""
    before, after = (_opened(vault, meeting_id, turn.key, one) for one in (turn.before, turn.after))
    now = interventions.intervention(vault, turn.key)
    if before is None or after is None or now.state is not InterventionState.KEPT:
        return None
    stands = _state(now)
    if stands == after:
        return turn
    if stands != before:
        return None
    put_entry(
        vault,
        meeting_id,
        now,
        replace(now, kind=after.kind, read_back=after.read_back, consent=after.consent),
    )
    return turn


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


def _state(one: Intervention) -> _State:
    return _State(one.kind, one.read_back, one.consent, digest(one.text))


def _opened(readable: Readable, meeting_id: str, entry_id: str, sealed: bytes | None) -> _State | None:
    if sealed is None:
        return None
    payload = open_text(readable, meeting_id, _PURPOSE, entry_id, sealed)
    return None if payload is None else _STATE.decode(payload)
