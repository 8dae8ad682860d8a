from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.seating import SeatPlan
from dialogue_notes.ui.common.seat_places import Box, Measures, neighbour, seat_places

SIZES = Measures(148, 54, 26, 8)
DIRECTIONS = ((1, 0), (-1, 0), (0, 1), (0, -1))


def plan_of(table: int, behind: int = 0, beside: int = 0) -> SeatPlan:
    names = [f"p{number}" for number in range(table + behind + beside)]
    return SeatPlan(
        tuple(names[:table]), tuple(names[table : table + behind]), tuple(names[table + behind :])
    )


def overlaps(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


@given(
    st.integers(0, 34), st.integers(0, 10), st.integers(0, 12), st.integers(560, 1200), st.integers(380, 700)
)
def test_no_chair_lies_on_another_or_on_the_table(
    table: int, behind: int, beside: int, width: int, height: int
) -> None:
    plan = plan_of(table, behind, beside)
    places = seat_places(plan, width, height, SIZES)
    assert set(places.chairs) == set(plan.people)
    for one, other in combinations(places.chairs.values(), 2):
        assert not overlaps(one, other)
    for box in places.chairs.values():
        assert not overlaps(box, places.table)
        assert box.left >= 0
        assert box.right <= width
        assert box.top >= 0
        assert box.width > 0


@pytest.mark.parametrize(
    ("table", "behind"), [(1, 0), (2, 0), (3, 0), (8, 0), (8, 2), (16, 3), (24, 4), (30, 6)]
)
def test_on_a_small_screen_all_of_it_is_in_sight(table: int, behind: int) -> None:
    places = seat_places(plan_of(table, behind), 1040, 540, SIZES)
    assert max(box.bottom for box in places.chairs.values()) <= 540
    assert min(box.width for box in places.chairs.values()) >= 70


@pytest.mark.parametrize("table", [1, 2, 3, 4, 5, 8, 13, 21, 30, 34])
@pytest.mark.parametrize(("behind", "beside"), [(0, 0), (3, 0), (0, 4), (5, 9)])
def test_every_chair_is_reached_from_every_other_by_the_arrow_keys(
    table: int, behind: int, beside: int
) -> None:
    plan = plan_of(table, behind, beside)
    chairs = seat_places(plan, 1040, 560, SIZES).chairs
    for start in plan.people:
        reached, edge = {start}, {start}
        while edge:
            steps = {neighbour(chairs, who, *way) for who in edge for way in DIRECTIONS}
            edge = {who for who in steps if who is not None} - reached
            reached |= edge
        assert reached == set(plan.people)


def test_places_go_clockwise_from_the_left_end() -> None:
    chairs = seat_places(plan_of(8), 1000, 500, SIZES).chairs
    head, far = chairs["p0"], chairs["p4"]
    assert head.left == 0
    assert far.right == 1000
    assert [chairs[f"p{n}"].left for n in (1, 2, 3)] == sorted(chairs[f"p{n}"].left for n in (1, 2, 3))
    assert chairs["p1"].top == 0
    assert chairs["p5"].bottom == 500
    assert chairs["p5"].left > chairs["p6"].left > chairs["p7"].left
