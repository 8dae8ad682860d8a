"""The seat plan of a meeting: read as the roster stands now, arranged, and put back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dialogue_notes.domain.record import Delegation, Participant
from dialogue_notes.domain.seating import SeatPlan, by_delegation, fitted
from dialogue_notes.services.room_surroundings import sides_of
from dialogue_notes.storage import dialogues, meetings, participants, seats
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody in the picture: `side` is the number of their side, 0 for none, and `side_name` its name."""

    participant: Participant
    side: int
    side_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Seating:
    """The plan with everybody in it; `is_arranged` says whether a person arranged it."""

    meeting_id: str
    plan: SeatPlan
    sitters: tuple[Sitter, ...] = field(repr=False)
    is_arranged: bool

    def sitter(self, participant_id: str) -> Sitter:
        """The one of that id."""
        return next(each for each in self.sitters if each.participant.id == participant_id)

    @property
    def roster(self) -> tuple[Participant, ...]:
        """Everybody, in the order of the roster."""
        return tuple(each.participant for each in self.sitters)


def read_seating(readable: Readable, meeting_id: str) -> Seating:
    """How the people of a meeting sit; as long as nobody arranged it, by delegation."""
    roster = participants.participants(readable, meeting_id)
    delegations = dialogues.delegations(readable, meetings.meeting(readable, meeting_id).dialogue_id)
    kept = seats.seats(readable, meeting_id)
    plan = fitted(kept, roster) if kept.people else by_delegation(roster)
    return Seating(meeting_id, plan, sitters_of(roster, delegations), bool(kept.people))


def sitters_of(roster: Sequence[Participant], delegations: Sequence[Delegation]) -> tuple[Sitter, ...]:
    """Everybody with their side."""
    numbers, names = sides_of(roster, delegations), {each.id: each.name for each in delegations}
    return tuple(
        Sitter(who, numbers.get(who.id, 0), names.get(who.delegation_id or "", "")) for who in roster
    )


def arrange(vault: Vault, meeting_id: str, plan: SeatPlan) -> SeatPlan:
    """Keeps a plan; what was kept before, for putting it back. Who left the roster meanwhile gets no place."""
    with vault.transaction():
        before = seats.seats(vault, meeting_id)
        known = {who.id for who in participants.participants(vault, meeting_id)}
        wanted = SeatPlan(
            tuple(who for who in plan.table if who in known),
            tuple(who for who in plan.behind if who in known),
        )
        seats.set_seats(vault, meeting_id, wanted)
    return before
