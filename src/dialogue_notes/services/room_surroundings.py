"""What stands beside the record in its room: those in the room with their sides, and the sessions of the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dialogue_notes.domain.language import CAPACITY_WORDS
from dialogue_notes.domain.record import Delegation, Participant, Session
from dialogue_notes.domain.sanitising.attribution import sides
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Readable

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One participant as the room's list shows them."""

    participant: Participant
    side: int
    name: str = field(repr=False)
    description: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in the agenda; `planned` are words such as `10:15–11:30`."""

    session: Session
    number: int
    planned: str


def sides_of(roster: Sequence[Participant], delegations: Sequence[Delegation]) -> dict[str, int]:
    """The number of each participant's side, from 1, by participant id; those of no side are left out."""
    with_members = sides(roster)
    ordered = [delegation.id for delegation in delegations if delegation.id in with_members]
    numbers = {delegation_id: number for number, delegation_id in enumerate(ordered, start=1)}
    return {who.id: numbers[who.delegation_id] for who in roster if who.delegation_id in numbers}


def session_rows(readable: Readable, meeting_id: str) -> list[SessionRow]:
    """The agenda of a meeting."""
    rows = []
    for number, session in enumerate(meetings.sessions(readable, meeting_id), start=1):
        planned = "–".join(part for part in (session.planned_start, session.planned_end) if part)
        rows.append(SessionRow(session, number, planned))
    return rows


def roster_rows(
    roster: Sequence[Participant], delegations: Sequence[Delegation], numbers: dict[str, int]
) -> list[RosterRow]:
    """Those in the room, with their sides."""
    names = {delegation.id: delegation.name for delegation in delegations}
    rows = []
    for who in roster:
        capacity = CAPACITY_WORDS[who.capacity] if who.capacity else ""
        side = names.get(who.delegation_id or "", "")
        words = [side, capacity] if who.id in numbers or not capacity else [capacity.capitalize(), side]
        name = " ".join(part for part in (who.name, *who.scripts[:1]) if part)
        rows.append(RosterRow(who, numbers.get(who.id, 0), name, " · ".join(word for word in words if word)))
    return rows
