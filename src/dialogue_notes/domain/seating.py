"""Who sits where: a ring of places round the table, a second row behind it, and who has no place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.record import Participant

_BEHIND = frozenset({Capacity.INTERPRETER, Capacity.STAFF})
_HEADS = frozenset({Capacity.CHAIR, Capacity.FACILITATOR, Capacity.HOST})


class SeatRow(IntEnum):
    """Where a place is; stored as these numbers."""

    TABLE = 0
    BEHIND = 1


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """Participants' ids by place, clockwise round the table from the left end; `beside` has no place.

    Everybody of the roster is in it exactly once: see `fitted`. A group of unnamed people takes one place.
    """

    table: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody, those at the table first."""
        return (*self.table, *self.behind, *self.beside)

    def swapped(self, one: str, other: str) -> SeatPlan:
        """The two change places, wherever they are."""
        places = {one: other, other: one}
        return self._mapped(tuple(places.get(each, each) for each in self.people))

    def moved(self, who: str, row: SeatRow | None, place: int) -> SeatPlan:
        """`who` sits at `place` of a row and those from there on move up; without a row, has no place any more."""
        rest = self._without(who)
        if row is None:
            return replace(rest, beside=(*rest.beside, who))
        if row is SeatRow.TABLE:
            return replace(rest, table=_inserted(rest.table, place, who))
        return replace(rest, behind=_inserted(rest.behind, place, who))

    def row_of(self, who: str) -> SeatRow | None:
        """The row somebody sits in; None without a place."""
        if who in self.table:
            return SeatRow.TABLE
        return SeatRow.BEHIND if who in self.behind else None

    def place_of(self, who: str) -> int:
        """The number of somebody's place, from 1; those of the second row go on counting. 0 without one."""
        seated = (*self.table, *self.behind)
        return seated.index(who) + 1 if who in seated else 0

    def _without(self, who: str) -> SeatPlan:
        return SeatPlan(_but(self.table, who), _but(self.behind, who), _but(self.beside, who))

    def _mapped(self, people: tuple[str, ...]) -> SeatPlan:
        first, second = len(self.table), len(self.table) + len(self.behind)
        return SeatPlan(people[:first], people[first:second], people[second:])


def fitted(plan: SeatPlan, roster: Sequence[Participant]) -> SeatPlan:
    """The plan for the roster as it is now: who is gone leaves a gap that closes, a deputy without a place takes that
    of whom they replace, and who is new has no place yet.
    """
    ids = {who.id for who in roster}
    seated = {who for who in (*plan.table, *plan.behind) if who in ids}
    takes = _takes_the_place_of(roster, seated)
    table = tuple(dict.fromkeys(takes.get(who, who) for who in plan.table if who in ids))
    behind = tuple(dict.fromkeys(takes.get(who, who) for who in plan.behind if who in ids))
    behind = tuple(who for who in behind if who not in table)
    rest = tuple(who.id for who in roster if who.id not in {*table, *behind})
    return SeatPlan(table, behind, rest)


def by_delegation(roster: Sequence[Participant]) -> SeatPlan:
    """Sides next to each other round the table, whoever leads the meeting at its end; interpreters and staff behind.

    Whoever was replaced has no place.
    """
    table, behind, beside = _sorted_out(roster)
    heads = tuple(who for who in table if who.capacity in _HEADS)
    members = tuple(who for who in table if who not in heads)
    sides = dict.fromkeys(who.delegation_id for who in members)
    ordered = (*heads, *(who for side in sides for who in members if who.delegation_id == side))
    along = dict.fromkeys((*sides, *(who.delegation_id for who in behind)))
    second = (who for side in along for who in behind if who.delegation_id == side)
    return SeatPlan(_ids(ordered), _ids(second), _ids(beside))


def as_on_the_roster(roster: Sequence[Participant]) -> SeatPlan:
    """Round the table in the order of the roster; interpreters and staff behind. Whoever was replaced has no place."""
    return SeatPlan(*(_ids(each) for each in _sorted_out(roster)))


def _sorted_out(
    roster: Sequence[Participant],
) -> tuple[tuple[Participant, ...], tuple[Participant, ...], tuple[Participant, ...]]:
    replaced = {who.replaces_id for who in roster}
    here = tuple(who for who in roster if who.id not in replaced)
    return (
        tuple(who for who in here if who.capacity not in _BEHIND),
        tuple(who for who in here if who.capacity in _BEHIND),
        tuple(who for who in roster if who.id in replaced),
    )


def _takes_the_place_of(roster: Sequence[Participant], seated: set[str]) -> Mapping[str, str]:
    """By whom the seated are replaced: the last deputy in a chain; nobody who has a place of their own."""
    deputies: dict[str, str] = {}
    for who in roster:
        if who.replaces_id is not None and who.id not in seated:
            deputies.setdefault(who.replaces_id, who.id)
    found = {}
    for principal in seated:
        now, seen = principal, {principal}
        while deputies.get(now, now) not in seen:
            now = deputies[now]
            seen.add(now)
        if now != principal:
            found[principal] = now
    return found


def _inserted(row: tuple[str, ...], place: int, who: str) -> tuple[str, ...]:
    return (*row[:place], who, *row[place:])


def _but(row: tuple[str, ...], who: str) -> tuple[str, ...]:
    return tuple(each for each in row if each != who)


def _ids(people: Sequence[Participant] | Iterator[Participant]) -> tuple[str, ...]:
    return tuple(who.id for who in people)
