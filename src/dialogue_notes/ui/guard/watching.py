"""What the system is asked to say: that the machine is about to sleep, and that the screen is being locked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

SLEEP, SCREEN = "Before the machine sleeps", "With the screen"


@dataclass(frozen=True, slots=True)
class Watch:
    """One thing that locks the vault, for the shield's sheet: whether it is watched, by whom or why not."""

    name: str
    is_kept: bool
    words: str


class SystemWatch(QObject):
    """`away` when the machine is about to sleep or the screen is locked; `changed` when other things are watched.

    This class watches nothing; each platform has its own.
    """

    away = Signal()
    changed = Signal()

    def begin(self) -> None:
        """Listens from now on. What cannot be heard is told by `watches` alone."""

    def end(self) -> None:
        """Listens no more."""

    def hold_sleep(self) -> None:
        """A vault is open: asks the system to wait, when it is about to sleep, until `let_sleep`."""

    def let_sleep(self) -> None:
        """The vault is closed."""

    def look(self) -> None:
        """Finds out anew what is watched; `changed` follows."""

    def watches(self) -> tuple[Watch, ...]:
        """What is watched."""
        words = "nothing is known here that would say so"
        return (Watch(SLEEP, is_kept=False, words=words), Watch(SCREEN, is_kept=False, words=words))
