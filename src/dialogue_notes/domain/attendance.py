"""Who was in the room when: told from comings and goings, and pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dialogue_notes.domain.record import Participant


class AttendanceEvent(StrEnum):
    """What happened; `ABSENT` is said of somebody who has not come, `TOLD` of somebody told the ground rule."""

    ARRIVED = "arrived"
    LEFT = "left"
    ABSENT = "absent"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class AttendanceNote:
    """One coming or going. `at` is the clock on the wall; `told_rule` is None where nobody said."""

    id: str
    meeting_id: str
    session_id: str | None
    participant_id: str
    event: AttendanceEvent
    at: datetime
    told_rule: bool | None = None
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """How one person stands. `has_come` holds for everybody who was in the room at some time.

    `came_in` holds for a walk-in, a deputy, and whoever arrived while the meeting ran: the opening, when the ground
    rule is told, was not theirs. `is_told` is None where nobody said.
    """

    is_here: bool = True
    has_come: bool = True
    came_in: bool = False
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    is_told: bool | None = None

    @property
    def needs_telling(self) -> bool:
        """Whether they came in and nobody said that they were told the rule."""
        return self.came_in and self.is_told is not True

    @property
    def words(self) -> str:
        """As `came 10:42`, `left 11:20`, `not here`; nothing of somebody who was there from the beginning."""
        if self.is_here:
            return f"came {self.arrived_at:%H:%M}" if self.arrived_at is not None else ""
        return f"left {self.left_at:%H:%M}" if self.left_at is not None else "not here"


NOT_TOLD = "rule not told"
"""What is said of somebody who needs telling."""


def presences(roster: Iterable[Participant], notes: Iterable[AttendanceNote]) -> dict[str, Presence]:
    """How everybody of a roster stands after `notes` (in order), by participant id.

    Who is on the roster is there from the beginning unless a note says otherwise.
    """
    found = {who.id: Presence(came_in=not is_expected(who)) for who in roster}
    for note in notes:
        if note.participant_id in found:
            found[note.participant_id] = _after(found[note.participant_id], note)
    return found


def is_expected(who: Participant) -> bool:
    """Whether somebody was on the list before the meeting: neither walk-in nor deputy."""
    return not who.guest and who.replaces_id is None


def _after(was: Presence, note: AttendanceNote) -> Presence:
    told = was.is_told if note.told_rule is None else note.told_rule
    match note.event:
        case AttendanceEvent.ARRIVED:
            return replace(was, is_here=True, has_come=True, came_in=True, arrived_at=note.at, is_told=told)
        case AttendanceEvent.LEFT:
            return replace(was, is_here=False, left_at=note.at, is_told=told)
        case AttendanceEvent.ABSENT:
            was_here = was.arrived_at is not None or was.left_at is not None
            return replace(was, is_here=False, has_come=was_here, left_at=note.at if was_here else None)
        case AttendanceEvent.TOLD:
            return replace(was, is_told=told)
