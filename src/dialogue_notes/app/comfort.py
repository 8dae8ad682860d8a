"""The commands for how the window feels: density, motion, full screen, first-time hints."""

from __future__ import annotations

from functools import partial

from dialogue_notes.settings import Density, Settings
from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.hint_book import HintBook
from dialogue_notes.ui.theme.comfort import Comfort
from dialogue_notes.ui.window.full_screen import FullScreen
from dialogue_notes.ui.window.window import Window

DENSITY_WORDS = {
    Density.COMFORTABLE: "Rows with room between them",
    Density.COMPACT: "Compact rows: more of the record in sight",
}


def wear(comfort: Comfort, settings: Settings) -> None:
    """Makes the window as comfortable as it was the last time."""
    comfort.set_density(settings.density)
    comfort.set_still(is_still=settings.is_still)


def add_comforts(comfort: Comfort, window: Window, hints: HintBook, commands: Commands) -> None:
    """Adds them all. What they change is kept by whoever listens to `comfort.changed` and `hints.changed`."""
    for density, words in DENSITY_WORDS.items():
        commands.add(
            Command(
                f"density.{density.value}",
                words,
                partial(comfort.set_density, density),
                enabled=lambda density=density: comfort.density is not density,  # type: ignore[misc]  # bound early
                while_locked=True,
            )
        )
    full_screen = FullScreen(window)
    commands.add(
        Command(
            "motion.stop",
            "Quiet: nothing on the screen moves by itself",
            partial(comfort.set_still, is_still=True),
            enabled=lambda: not comfort.is_still,
            while_locked=True,
        ),
        Command(
            "motion.allow",
            "Let the caret blink and bars run again",
            partial(comfort.set_still, is_still=False),
            enabled=lambda: comfort.is_still,
            while_locked=True,
        ),
        Command(
            "full_screen",
            "Full screen, or not any more",
            full_screen.switch,
            ("F11", "Ctrl+Shift+F"),
            while_locked=True,
        ),
        Command("hints.again", "Show the hints again", hints.open_again, enabled=lambda: bool(hints.seen)),
    )
