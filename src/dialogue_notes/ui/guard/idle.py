"""The idle countdown: a vault that nobody stirs for a while is locked, and half a minute before that it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dialogue_notes.services.room_clock import slept_seconds, steady_seconds

TOLD_SECONDS: Final = 30
"""For so long before the lock the band says it."""
LOOKS_EVERY_MS: Final = 1000
SLEPT_SECONDS: Final = 2.0
"""A machine that was away for longer has slept; less is how the two counters are read one after the other."""


class IdleLock(QObject):
    """`counting(seconds)` while the end is near, `stopped` when somebody is there again, `run_out` to lock.

    Time is counted on a clock that goes on while the machine sleeps. A machine that slept is locked as soon as it
    wakes, whatever the countdown: where nothing says that sleep is near, that is the least.
    """

    counting = Signal(int)
    stopped = Signal()
    run_out = Signal()

    def __init__(
        self, steady: Callable[[], float] = steady_seconds, slept: Callable[[], float] = slept_seconds
    ) -> None:
        super().__init__()
        self._steady = steady
        self._slept = slept
        self._seconds = 0
        self._last = 0.0
        self._slept_before = 0.0
        self._is_counting = False
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        """After how long to lock; 0 is never. Counts from now."""
        self._seconds = 60 * minutes
        self.stir()

    def start(self) -> None:
        """A vault is open."""
        self._slept_before = self._slept()
        self.stir()
        self._timer.start()

    def stop(self) -> None:
        """No vault is open."""
        self._timer.stop()
        self.stir()

    def stir(self) -> None:
        """Somebody pressed a key or moved the mouse: it begins anew."""
        self._last = self._steady()
        if self._is_counting:
            self._is_counting = False
            self.stopped.emit()

    def seconds_still(self) -> float:
        """How long ago somebody was last there."""
        return self._steady() - self._last

    def look(self) -> None:
        """Once a second: counts, or locks."""
        slept = self._slept()
        was_asleep, self._slept_before = slept - self._slept_before > SLEPT_SECONDS, slept
        left = self._seconds - self.seconds_still()
        if was_asleep or (self._seconds and left <= 0):
            self.run_out.emit()
        elif self._seconds and left <= TOLD_SECONDS:
            self._is_counting = True
            self.counting.emit(max(1, round(left)))
