"""Tells once that the computer's clock was set, and lets a person take the new time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.services.room_clock import STEP, RoomClock, room_clock

LOOKS_EVERY_MS: Final = 5000


class ClockWatch(QObject):
    """`jumped(words)` once for each time the computer's clock was set; `settled` when both agree again, by a person's
    word or because it was set back.
    """

    jumped = Signal(str)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = timedelta()
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def differs(self) -> bool:
        """Whether the computer's clock and the room's do not agree."""
        return bool(room_clock().computer_is_ahead())

    def start(self) -> None:
        """A vault is open: looks now, and every few seconds."""
        self._told = timedelta()
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """No vault is open."""
        self._timer.stop()

    def look(self) -> None:
        """Tells it if the clock was set since it was last told."""
        clock = room_clock()
        ahead = clock.computer_is_ahead()
        if abs(ahead - self._told) <= STEP:
            return
        self._told = ahead
        if ahead:
            self.jumped.emit(words_of(clock, ahead))
        else:
            self.settled.emit()

    def take(self) -> None:
        """A person says that the new time is right."""
        room_clock().take_computer_time()
        self._told = timedelta()
        self.settled.emit()


def words_of(clock: RoomClock, ahead: timedelta) -> str:
    """What happened, and what time it is here."""
    way = "forward" if ahead > timedelta() else "back"
    return (
        f"The computer's clock was set {way} by {_span(abs(ahead))}."
        f" Here it goes on evenly: it is {clock.now():%H:%M}."
    )


def _span(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    if span >= timedelta(days=2):
        return f"{span.days} days"
    if seconds >= 3600:
        return f"{seconds // 3600} h {seconds // 60 % 60:02d} min"
    return f"{seconds // 60} min {seconds % 60:02d} s" if seconds >= 60 else f"{seconds} s"
