"""Entries made by a key of the room instead of a typed line: procedure with its time, and the chairs' closing text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.room_notes import BREAK_BEGINS, BREAK_ENDS, SYNC
from dialogue_notes.domain.rules import strictest
from dialogue_notes.domain.text import check_text
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.rules import check_open, hands_off_since, rule_in_force
from dialogue_notes.services.recording.spot import Spot, spoken_at
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.services.reviewing.fresh_mentions import catch_in_entry
from dialogue_notes.services.sessions import begin_with, check_takes
from dialogue_notes.storage import agenda_times, attributions, interventions, meetings
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be noted at `now`, or of the time that was `stated` by hand. `rule` is the strictest in force since
    its first key; None for the one in force.

    `along` is done in the same transaction, with the entry: it keeps the rows that hang on it.
    """

    text: str = field(repr=False)
    now: datetime
    tags: tuple[str, ...] = ()
    kind: Kind = Kind.PROCEDURE
    rule: GroundRule | None = None
    stated: time | None = None
    along: Callable[[Vault, Intervention], None] | None = field(default=None, repr=False)


def add_note(vault: Vault, session_id: str, note: Note) -> Change:
    """Adds an entry of nobody's at the end of a session; what is half typed in its line is left alone.

    Procedure begins no session: people come before it does. Without a running clock a time is known only where it
    was stated. Raises KnownError: MEETING_CLOSED, SESSION_CLOSED, HANDS_OFF, BAD_FIELD for half a character.
    """
    check_text(note.text)
    with vault.transaction():
        session = meetings.session(vault, session_id)
        check_open(vault, session)
        check_takes(session, note.kind)
        last = interventions.last_intervention(vault, session_id)
        if hands_off_since(session, last) is not None:
            raise KnownError(ErrorCode.HANDS_OFF)
        force = rule_in_force(vault, session)
        strict = strictest(force, note.rule or force)
        at = spoken_at(vault, session, Spot(last), note.now, note.stated)
        entry = Intervention(
            new_id(),
            session_id,
            interventions.next_sequence(vault, session_id),
            note.kind,
            note.text,
            at,
            strict if strict is not force else None,
            tags=note.tags,
        )
        if note.along is not None:
            note.along(vault, entry)
        if note.kind is not Kind.PROCEDURE:
            begin_with(vault, session, note.kind, at)
        interventions.add_intervention(vault, entry)
        attributions.set_speaker(vault, session.meeting_id, entry.id, NOBODY)
        catch_in_entry(vault, session.meeting_id, entry)
    return Change(session.meeting_id, after=(Version(entry, NOBODY, last.id if last else None),))


def break_note(vault: Vault, session_id: str, now: datetime) -> Note:
    """The note that begins a break, or ends the one that lasts."""
    known = agenda_times.breaks(vault, session_id)
    if known and known[-1].until is None:
        return Note("Break ends", now, (BREAK_ENDS,))
    return Note("Break", now, (BREAK_BEGINS,))


def sync_note(vault: Vault, session_id: str, now: datetime) -> Note:
    """A mark at a signal that another rapporteur of the session marks too: numbered, with its second."""
    number = agenda_times.last_sync(vault, session_id) + 1
    return Note(f"Sync {number} at {now:%H:%M:%S}", now, (f"{SYNC}{number}",))
