from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.seating import SeatPlan, SeatRow, as_on_the_roster, by_delegation, fitted


@st.composite
def rosters(draw: st.DrawFn) -> tuple[Participant, ...]:
    count = draw(st.integers(0, 14))
    people = []
    for number in range(count):
        replaces = draw(st.none() | st.integers(0, count - 1))
        people.append(
            Participant(
                f"p{number}",
                "m",
                number,
                f"Person {number}",
                delegation_id=draw(st.sampled_from([None, "north", "south"])),
                capacity=draw(st.none() | st.sampled_from(Capacity)),
                count=draw(st.sampled_from([1, 1, 3])),
                replaces_id=f"p{replaces}" if replaces is not None and replaces != number else None,
            )
        )
    return tuple(people)


PLANS = st.lists(st.integers(0, 18).map(lambda number: f"p{number}"), unique=True, max_size=14).flatmap(
    lambda ids: st.integers(0, len(ids)).map(lambda cut: SeatPlan(tuple(ids[:cut]), tuple(ids[cut:])))
)


def person(
    name: str, side: str | None = None, capacity: Capacity | None = None, replaces: str | None = None
) -> Participant:
    return Participant(name, "m", 0, name, delegation_id=side, capacity=capacity, replaces_id=replaces)


@given(PLANS, rosters())
def test_everybody_has_exactly_one_place_or_none(plan: SeatPlan, roster: tuple[Participant, ...]) -> None:
    everybody = sorted(who.id for who in roster)
    for found in (fitted(plan, roster), by_delegation(roster), as_on_the_roster(roster)):
        assert sorted(found.people) == everybody
        assert fitted(replace(found, beside=()), roster).people == found.people or any(
            who.replaces_id for who in roster
        )


@given(rosters().filter(lambda roster: len(roster) > 1), st.data())
def test_moving_keeps_everybody_and_moving_back_restores(
    roster: tuple[Participant, ...], data: st.DataObject
) -> None:
    plan = as_on_the_roster(roster)
    one, other = data.draw(st.lists(st.sampled_from(plan.people), min_size=2, max_size=2, unique=True))
    assert sorted(plan.swapped(one, other).people) == sorted(plan.people)
    assert plan.swapped(one, other).swapped(one, other) == plan
    row = data.draw(st.sampled_from([None, *SeatRow]))
    moved = plan.moved(one, row, data.draw(st.integers(0, 15)))
    assert sorted(moved.people) == sorted(plan.people)
    assert moved.row_of(one) is row
    was = plan.row_of(one)
    line = {SeatRow.TABLE: plan.table, SeatRow.BEHIND: plan.behind, None: plan.beside}[was]
    back = moved.moved(one, was, line.index(one))
    assert (back.table, back.behind) == (plan.table, plan.behind)


def test_sides_sit_together_with_the_chair_at_the_head_and_interpreters_behind() -> None:
    roster = (
        person("a1", "north"),
        person("b1", "south"),
        person("chair", None, Capacity.CHAIR),
        person("int", "north", Capacity.INTERPRETER),
        person("a2", "north"),
        person("notes", None, Capacity.STAFF),
        person("b2", "south"),
    )
    assert by_delegation(roster) == SeatPlan(("chair", "a1", "a2", "b1", "b2"), ("int", "notes"))
    assert as_on_the_roster(roster) == SeatPlan(("a1", "b1", "chair", "a2", "b2"), ("int", "notes"))


def test_a_deputy_takes_the_place_of_whom_they_replace() -> None:
    plan = SeatPlan(("ann", "bo"), ("int",))
    roster = (person("ann"), person("bo"), person("int"), person("dep", replaces="bo"))
    assert fitted(plan, roster) == SeatPlan(("ann", "dep"), ("int",), ("bo",))
    chain = (*roster, person("next", replaces="dep"))
    assert fitted(plan, chain) == SeatPlan(("ann", "next"), ("int",), ("bo", "dep"))
    assert by_delegation(chain) == SeatPlan(("ann", "int", "next"), (), ("bo", "dep"))


def test_a_deputy_who_was_given_a_place_keeps_it() -> None:
    roster = (person("ann"), person("bo"), person("dep", replaces="bo"))
    assert fitted(SeatPlan(("dep", "ann", "bo")), roster) == SeatPlan(("dep", "ann", "bo"))


def test_who_replace_each_other_take_no_place_from_anybody() -> None:
    roster = (person("ann", replaces="bo"), person("bo", replaces="ann"))
    assert fitted(SeatPlan(("ann",)), roster).people == ("bo", "ann")
    assert by_delegation(roster).beside == ("ann", "bo")


def test_who_is_gone_leaves_no_gap_and_who_is_new_stands_beside() -> None:
    plan = SeatPlan(("gone", "ann"), ("int", "away"))
    roster = (person("ann"), person("int"), person("new"))
    assert fitted(plan, roster) == SeatPlan(("ann",), ("int",), ("new",))


def test_places_are_counted_round_the_table_and_then_behind_it() -> None:
    plan = SeatPlan(("ann", "bo"), ("int",), ("new",))
    assert [plan.place_of(who) for who in ("ann", "bo", "int", "new")] == [1, 2, 3, 0]
