"""The window's guard put together: what locks it by itself, the choices for that, and the clock that is watched."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from dialogue_notes.settings import IDLE_CHOICES
from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.guard.clock_watch import ClockWatch
from dialogue_notes.ui.guard.guard import Guard, idle_words
from dialogue_notes.ui.guard.watching import SystemWatch
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.window.window import Window


def system_watch() -> SystemWatch:
    """What hears the system on this platform."""
    if sys.platform == "win32":
        from dialogue_notes.ui.guard.windows import WindowsWatch as PlatformWatch
    elif sys.platform == "darwin":
        from dialogue_notes.ui.guard.macos import MacWatch as PlatformWatch
    else:
        from dialogue_notes.ui.guard.bus_watch import BusWatch as PlatformWatch
    return PlatformWatch()


def bind_guard(
    guard: Guard, office: Office, window: Window, commands: Commands, keep: Callable[[int], None]
) -> None:
    """Shows what the guard and the clock tell, and adds the choices to the palette; `keep(minutes)` remembers one."""
    _watch_clock(office, window, commands)
    guard.counting.connect(window.band.show_countdown)
    guard.stopped.connect(window.band.hide_countdown)
    guard.watches_changed.connect(window.shield.show_watches)
    window.shield.opened.connect(guard.look)

    def choose(minutes: int) -> None:
        guard.set_minutes(minutes)
        keep(minutes)

    for minutes in IDLE_CHOICES:
        words = f"{idle_words(minutes)} without a key" if minutes else idle_words(0)
        commands.add(
            Command(
                f"idle.{minutes}",
                words,
                partial(choose, minutes),
                enabled=lambda minutes=minutes: guard.minutes != minutes,  # type: ignore[misc]  # bound early
                while_locked=True,
            )
        )


def _watch_clock(office: Office, window: Window, commands: Commands) -> None:
    """Says in a quiet line when the computer's clock was set."""
    watch = ClockWatch()
    watch.setParent(office)
    line = window.clock_line
    watch.jumped.connect(lambda words: line.show_words(words, action="Use the new time", act=watch.take))
    watch.settled.connect(line.forget)
    watch.settled.connect(window.band.show_time)
    office.unlocked.connect(watch.start)
    office.locked.connect(watch.stop)
    commands.add(
        Command(
            "clock.take",
            "Use the new time of the computer's clock",
            watch.take,
            enabled=lambda: watch.differs,
        )
    )
