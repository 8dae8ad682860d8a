"""The room's clock on counters of the test's own: nothing that happens to the computer's clock moves it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.services.room_clock import STEP, RoomClock, computer_clock, slept_seconds, steady_seconds

MORNING = datetime(2026, 3, 29, 1, 59, 30)  # noqa: DTZ001 - the clock on the wall of the room


class Computer:
    """A machine whose clocks the test turns."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.wall = MORNING
        self.clock = RoomClock(lambda: self.seconds, lambda: self.wall)

    def passes(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.mark.parametrize(
    "jump",
    [
        timedelta(days=3652),
        -timedelta(days=3652),
        timedelta(hours=1),
        -timedelta(hours=1),
        timedelta(seconds=9),
    ],
    ids=["ten years on", "ten years back", "summer time", "winter time", "time server"],
)
def test_a_computer_clock_that_was_set_moves_no_time_of_the_room(computer: Computer, jump: timedelta) -> None:
    computer.passes(60)
    computer.wall += jump
    computer.passes(60)
    assert computer.clock.now() == MORNING + timedelta(seconds=120)
    assert computer.clock.computer_is_ahead() == jump


def test_a_nudge_is_not_told(computer: Computer) -> None:
    computer.wall += STEP
    assert computer.clock.computer_is_ahead() == timedelta()


def test_sleep_is_time_that_passed(computer: Computer) -> None:
    computer.passes(8 * 3600)  # the steady counter goes on in sleep
    assert computer.clock.now() == MORNING + timedelta(hours=8)
    assert computer.clock.computer_is_ahead() == timedelta()


def test_the_new_time_is_taken_when_a_person_says_so(computer: Computer) -> None:
    computer.wall += timedelta(hours=1)
    computer.clock.take_computer_time()
    assert computer.clock.now() == MORNING + timedelta(hours=1)
    assert computer.clock.computer_is_ahead() == timedelta()
    computer.passes(5)
    assert computer.clock.now() == MORNING + timedelta(hours=1, seconds=5)


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(-3e8, 3e8)), max_size=20))
def test_times_never_go_back(steps: list[tuple[float, float]]) -> None:
    computer = Computer()
    before = computer.clock.now()
    for passed, jump in steps:
        computer.passes(passed)
        computer.wall += timedelta(seconds=jump)
        assert computer.clock.now() >= before
        before = computer.clock.now()


def test_the_machine_has_such_counters() -> None:
    assert steady_seconds() <= steady_seconds()
    assert slept_seconds() >= 0
    assert computer_clock().tzinfo is None
