"""Who is here: comings and goings, walk-ins and deputies, each with its entry in the record.

Nothing noted before is rewritten: earlier entries stay those of whoever spoke them. A row of attendance hangs on its
entry, so that undoing the entry takes the coming or going back, and redoing brings it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time

from dialogue_notes.domain.attendance import AttendanceEvent, AttendanceNote, Presence, is_expected, presences
from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.record import Intervention, Participant
from dialogue_notes.domain.room_notes import ATTENDANCE
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.room_notes import Note
from dialogue_notes.services.roster import add_participant
from dialogue_notes.storage import agenda_times, attendance, attributions, meetings, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.standing_rows import destroy_taken_back
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody on the roster, how they stand, and their deputies' ids."""

    participant: Participant
    presence: Presence
    deputies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who comes in for a while: a guest, who does not change the track."""

    name: str = field(repr=False)
    delegation_id: str | None = None
    role: str = field(default="", repr=False)
    capacity: Capacity | None = None


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who sits in for the delegate of an id."""

    replaces_id: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class When:
    """Now, or the time of day that was typed by hand."""

    now: datetime
    stated: time | None = None


def who_is_here(readable: Readable, meeting_id: str) -> tuple[Attendee, ...]:
    """Everybody on the roster, in its order, each followed by those who sit for them. Walk-ins and deputies whose
    coming was undone are left out.
    """
    roster = _roster(readable, meeting_id)
    found = presences(roster, attendance.notes(readable, meeting_id))
    deputies: dict[str | None, list[Participant]] = {}
    known = {who.id for who in roster}
    for who in roster:
        deputies.setdefault(who.replaces_id if who.replaces_id in known else None, []).append(who)
    lines: list[Attendee] = []

    def take(who: Participant, seen: frozenset[str]) -> None:
        sitting = [each for each in deputies.get(who.id, []) if each.id not in seen]
        lines.append(Attendee(who, found[who.id], tuple(each.id for each in sitting)))
        for each in sitting:
            take(each, seen | {each.id})

    for who in deputies.get(None, []):
        take(who, frozenset({who.id}))
    return tuple(lines)


def not_told(readable: Readable, meeting_id: str) -> tuple[Participant, ...]:
    """Who came in during the meeting and was not told the ground rule, in the order of the roster."""
    roster = _roster(readable, meeting_id)
    found = presences(roster, attendance.notes(readable, meeting_id))
    return tuple(who for who in roster if found[who.id].needs_telling)


def arrive(
    vault: Vault, recorder: Recorder, participant_id: str, when: When, *, told: bool | None = None
) -> Change:
    """Somebody comes in; `told` says whether they were told the ground rule, None where that was not asked."""
    who = participants.participant(vault, participant_id)
    came = _Event(who, AttendanceEvent.ARRIVED, told)
    return _noted(vault, recorder, when, f"{who.name} arrives{_told_words(told=told)}", came)


def leave(vault: Vault, recorder: Recorder, participant_id: str, when: When) -> Change:
    """Somebody goes."""
    who = participants.participant(vault, participant_id)
    return _noted(vault, recorder, when, f"{who.name} leaves", _Event(who, AttendanceEvent.LEFT))


def mark_absent(vault: Vault, recorder: Recorder, participant_id: str, when: When) -> Change:
    """Somebody on the list has not come."""
    who = participants.participant(vault, participant_id)
    return _noted(vault, recorder, when, f"{who.name} is not here", _Event(who, AttendanceEvent.ABSENT))


def tell(vault: Vault, recorder: Recorder, participant_id: str, when: When) -> Change:
    """Somebody was told the ground rule."""
    who = participants.participant(vault, participant_id)
    told = _Event(who, AttendanceEvent.TOLD, told=True)
    return _noted(vault, recorder, when, f"{who.name} was told the rule", told)


def walk_in(
    vault: Vault, recorder: Recorder, guest: WalkIn, when: When, *, told: bool | None = None
) -> Change:
    """Somebody comes in who is on no list. Raises KnownError(BAD_FIELD) without a name."""
    with vault.transaction():
        session = meetings.session(vault, recorder.session_id)
        new = Participant("", session.meeting_id, 0, guest.name, role=guest.role.strip(), guest=True)
        who = add_participant(vault, replace(new, delegation_id=guest.delegation_id, capacity=guest.capacity))
        words = ", ".join(part for part in (who.name, who.role) if part)
        came = _Event(who, AttendanceEvent.ARRIVED, told)
        return _noted(vault, recorder, when, f"{words} joins{_told_words(told=told)}", came)


def send_deputy(
    vault: Vault, recorder: Recorder, deputy: Deputy, when: When, *, told: bool | None = None
) -> Change:
    """Somebody sits in a delegate's place from now on, for the same side and in the same capacity.

    The delegate is away from then on; what they said stays theirs. Raises KnownError(BAD_FIELD) without a name.
    """
    with vault.transaction():
        was = participants.participant(vault, deputy.replaces_id)
        new = Participant("", was.meeting_id, 0, deputy.name, delegation_id=was.delegation_id)
        who = add_participant(
            vault, replace(new, replaces_id=was.id, capacity=was.capacity, standing=was.standing)
        )
        has_begun = bool(agenda_times.spans(vault, was.meeting_id))
        gone = AttendanceEvent.LEFT if has_begun else AttendanceEvent.ABSENT
        text = f"{who.name} sits in for {was.name}{_told_words(told=told)}"
        came = _Event(who, AttendanceEvent.ARRIVED, told)
        return _noted(vault, recorder, when, text, came, _Event(was, gone))


def drop_taken_back(vault: Vault, meeting_id: str) -> None:
    """For the end of undoing: walk-ins and deputies whose coming was undone go off the roster, if they never spoke."""
    with vault.transaction():
        spoke = {one.participant_id for one in attributions.speakers(vault, meeting_id).values()}
        there = {who.id for who in _roster(vault, meeting_id)}
        for who in participants.participants(vault, meeting_id):
            if who.id not in there and who.id not in spoke:
                participants.remove_participant(vault, who.id)
        destroy_taken_back(vault, meeting_id)


@dataclass(frozen=True, slots=True)
class _Event:
    who: Participant
    event: AttendanceEvent
    told: bool | None = None


def _roster(readable: Readable, meeting_id: str) -> tuple[Participant, ...]:
    gone = attendance.taken_back(readable, meeting_id)
    return tuple(
        who
        for who in participants.participants(readable, meeting_id)
        if is_expected(who) or who.id not in gone
    )


def _noted(vault: Vault, recorder: Recorder, when: When, text: str, *events: _Event) -> Change:
    """The entry and, in its transaction, a row for each event."""

    def along(vault: Vault, entry: Intervention) -> None:
        for each in events:
            attendance.add_note(vault, _row(each, entry, when.now))

    return recorder.note(vault, Note(text, when.now, (ATTENDANCE,), stated=when.stated, along=along))


def _row(event: _Event, entry: Intervention, now: datetime) -> AttendanceNote:
    at = entry.spoken_at or now.replace(microsecond=0)
    return AttendanceNote(
        new_id(), event.who.meeting_id, entry.session_id, event.who.id, event.event, at, event.told, entry.id
    )


def _told_words(*, told: bool | None) -> str:
    if told is None:
        return ""
    return ", told the rule" if told else ", not told the rule"
