"""The clock of the room: it goes on evenly whatever happens to the computer's clock.

It is set by the computer's clock once, when the program starts, and runs on a counter that nobody sets and that
goes on while the machine sleeps. A battery that died, daylight saving, another time zone or a time server then
moves no time in the record; how far the computer's clock has gone off is there to be told.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

STEP: Final = timedelta(seconds=5)
"""A computer's clock that is further off than this was set; less is how clocks are nudged."""


def steady_seconds() -> float:
    """Seconds since some moment, the machine's sleep among them (clock_gettime(2): CLOCK_BOOTTIME).

    On macOS CLOCK_MONOTONIC counts sleep, on Windows the counter behind `time.monotonic` does.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":  # noqa: RET505 - a chain, so that mypy checks the branch of its own system only
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        return time.monotonic()


def slept_seconds() -> float:
    """How long the machine has slept since some moment; only differences mean something. 0 where nothing tells."""
    if sys.platform == "linux":
        awake = time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.clock_gettime(time.CLOCK_BOOTTIME) - awake
    elif sys.platform == "darwin":  # noqa: RET505 - as above
        awake = time.clock_gettime(time.CLOCK_UPTIME_RAW)
        return time.clock_gettime(time.CLOCK_MONOTONIC) - awake
    else:
        return 0.0


def computer_clock() -> datetime:
    """What the computer's clock says: naive local time."""
    if sys.platform != "win32":
        time.tzset()  # another time zone is noticed while the program runs
    return datetime.now().astimezone().replace(tzinfo=None)


class RoomClock:
    """`now` for everything that is noted in the room."""

    def __init__(
        self,
        steady: Callable[[], float] = steady_seconds,
        computer: Callable[[], datetime] = computer_clock,
    ) -> None:
        self._steady = steady
        self._computer = computer
        self._set_at = steady()
        self._set_to = computer()

    def now(self) -> datetime:
        """Naive local time of the room; it never jumps and never goes back by itself."""
        return self._set_to + timedelta(seconds=self._steady() - self._set_at)

    def computer_is_ahead(self) -> timedelta:
        """By how much the computer's clock was set forward since this one was set by it; negative for back.

        Zero below `STEP`.
        """
        ahead = self._computer() - self.now()
        return ahead if abs(ahead) > STEP else timedelta()

    def take_computer_time(self) -> None:
        """Sets this clock by the computer's: only when a person says that it is right."""
        self._set_at, self._set_to = self._steady(), self._computer()


_clock = RoomClock()


def room_clock() -> RoomClock:
    """The one clock of this run."""
    return _clock
