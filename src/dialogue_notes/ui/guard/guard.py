"""Locks the open vault when its person is gone: idle for too long, the machine asleep, the screen locked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.ui.guard.activity import Activity
from dialogue_notes.ui.guard.idle import IdleLock
from dialogue_notes.ui.guard.watching import SystemWatch, Watch
from dialogue_notes.ui.office import Office

IDLE = "Without a key or a move of the mouse"


class Guard(QObject):
    """Signals: `counting(seconds)` and `stopped` for the band; `watches_changed(tuple of Watch)` for the shield."""

    counting = Signal(int)
    stopped = Signal()
    watches_changed = Signal(object)

    def __init__(self, office: Office, watch: SystemWatch, idle: IdleLock, minutes: int) -> None:
        super().__init__(office)
        self._office = office
        self._watch = watch
        self._idle = idle
        self._minutes = minutes
        for each in (watch, idle):
            each.setParent(self)
        self._activity = Activity(self, idle.stir)
        idle.set_minutes(minutes)
        idle.counting.connect(self.counting)
        idle.stopped.connect(self.stopped)
        idle.run_out.connect(office.lock)
        watch.away.connect(office.lock)
        watch.changed.connect(self.tell)
        office.unlocked.connect(self._on_unlocked)
        office.locking.connect(self._activity.finish_composition)
        office.locked.connect(idle.stop)
        office.closed.connect(watch.let_sleep)

    @property
    def minutes(self) -> int:
        """After how many minutes the vault is locked; 0 is never."""
        return self._minutes

    def set_minutes(self, minutes: int) -> None:
        """After how long to lock; 0 is never."""
        self._minutes = minutes
        self._idle.set_minutes(minutes)
        self.tell()

    def begin(self) -> None:
        """Listens to the system."""
        self._watch.begin()

    def end(self) -> None:
        """Listens no more."""
        self._watch.end()

    def look(self) -> None:
        """Finds out anew what is watched, for the shield's sheet."""
        self.tell()
        self._watch.look()

    def tell(self) -> None:
        """Emits what is watched now."""
        words = f"after {self._minutes} minutes" if self._minutes else "never, as was chosen"
        idle = Watch(IDLE, is_kept=self._minutes > 0, words=words)
        self.watches_changed.emit((idle, *self._watch.watches()))

    def _on_unlocked(self) -> None:
        self._idle.start()
        self._watch.hold_sleep()


def idle_words(minutes: int) -> str:
    """The choice in words, for the palette."""
    return f"Lock after {minutes} minutes" if minutes else "Never lock by itself"
